import { Library } from '../../utils/db/database.ts';
import { mount } from '../../utils/views/mount.tsx';
import { Panel } from './Panel.tsx';

mount('sidepanel/index.html', <Panel library={new Library()} />);
