import { Library } from '../../utils/db/database.ts';
import { settingsOf } from '../../utils/store/library-settings.ts';
import { mount } from '../../utils/views/mount.tsx';
import { Welcome } from './Welcome.tsx';

mount(<Welcome />, {
  path: 'welcome/index.html',
  settings: settingsOf(new Library()),
  title: 'welcomeTitle',
});
