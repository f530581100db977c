import { readActiveTab } from '../../utils/store/use-tab.ts';
import { mount } from '../../utils/views/mount.tsx';
import { Popup, type Rest } from './Popup.tsx';

const longestFrameMs = 300;

const first = readActiveTab(true);
const rest = loadRest();

mount(<Popup first={first} rest={rest} />, {
  path: 'popup/index.html',
  settings(tell) {
    let stop: (() => void) | null = () => {};
    void rest.then(
      ({ settings }) => {
        if (stop !== null) stop = settings(tell);
      },
      () => null,
    );
    return () => {
      stop?.();
      stop = null;
    };
  },
  title: null,
});

/** Loads the greater part once it shows which article it is: all that is under way before that holds up the first frame. */
async function loadRest(): Promise<Rest> {
  await first;
  await firstFrame();
  return await import('./rest.ts');
}

/** Frames are made once the browser shows the popup; where it does not, they are not waited for. */
async function firstFrame(): Promise<void> {
  await new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, longestFrameMs);
  });
}
