import { Library } from '../../utils/db/database.ts';
import { settingsOf } from '../../utils/store/library-settings.ts';
import { mount } from '../../utils/views/mount.tsx';
import { Panel } from './Panel.tsx';

const library = new Library();
mount(<Panel library={library} />, {
  path: 'sidepanel/index.html',
  settings: settingsOf(library),
  title: null,
});
