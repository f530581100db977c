import { settingsByCall } from '../../utils/store/settings-source.ts';
import { mount } from '../../utils/views/mount.tsx';
import { Card } from './Card.tsx';

const id = location.hash.slice(1);
mount(<Card id={id} />, { path: 'card/index.html', settings: settingsByCall, title: null });
