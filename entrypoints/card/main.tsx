import { settingsByCall } from '../../utils/store/settings-source.ts';
import { mount } from '../../utils/views/mount.tsx';
import { Card } from './Card.tsx';
import { Namer } from './Namer.tsx';

// `#id`, and behind it what to begin with, as the page side asks for it.
const [id = '', start = ''] = location.hash.slice(1).split('&');
const view = start === 'name' ? <Namer id={id} /> : <Card id={id} start={start} />;
mount(view, { path: 'card/index.html', settings: settingsByCall, title: null });
