import { Library } from '../../utils/db/database.ts';
import { settingsOf } from '../../utils/store/library-settings.ts';
import { mount } from '../../utils/views/mount.tsx';
import { Popup } from './Popup.tsx';

const library = new Library();
mount(<Popup library={library} />, { path: 'popup/index.html', settings: settingsOf(library), title: null });
