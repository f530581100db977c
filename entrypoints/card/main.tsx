import { mount } from '../../utils/views/mount.tsx';
import { Card } from './Card.tsx';

mount('card/index.html', <Card id={location.hash.slice(1)} />);
