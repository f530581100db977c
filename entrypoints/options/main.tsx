import { Library } from '../../utils/db/database.ts';
import { settingsOf } from '../../utils/store/library-settings.ts';
import { mount } from '../../utils/views/mount.tsx';
import { Options } from './Options.tsx';

const library = new Library();
mount(<Options library={library} />, {
  path: 'options/index.html',
  settings: settingsOf(library),
  title: 'optionsTitle',
});
