import { Library } from '../../utils/db/database.ts';
import { mount } from '../../utils/views/mount.tsx';
import { Options } from './Options.tsx';

const { t } = mount('options/index.html', <Options library={new Library()} />);
document.title = t('optionsTitle');
