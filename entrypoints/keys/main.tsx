import { settingsByCall } from '../../utils/store/settings-source.ts';
import { mount } from '../../utils/views/mount.tsx';
import { Keys } from './Keys.tsx';

const id = location.hash.slice(1);
mount(<Keys id={id} />, { path: 'keys/index.html', settings: settingsByCall, title: null });
