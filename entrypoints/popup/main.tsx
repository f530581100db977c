import { Library } from '../../utils/db/database.ts';
import { mount } from '../../utils/views/mount.tsx';
import { Popup } from './Popup.tsx';

mount('popup/index.html', <Popup library={new Library()} />);
