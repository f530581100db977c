import { defineUnlistedScript } from '#imports';
import { serveWork, type WorkAnswer, type WorkRequest } from '../../utils/proposals/serve.ts';
import { createWork } from '../../utils/proposals/work.ts';

/** What a worker has of its global; the page's own types say it is a window. */
type WorkerScope = {
  postMessage(answer: WorkAnswer): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<WorkRequest>) => void): void;
};

// Started by popup and panel: looking through an article takes longer than a frame.
export default defineUnlistedScript(() => {
  const scope = globalThis as unknown as WorkerScope;
  const work = createWork(async (file, signal) => {
    const response = await fetch(`/models/${file}.bin`, { signal });
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : null;
  });
  const serve = serveWork(
    work,
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    (answer) => scope.postMessage(answer),
    (error) => console.warn(error),
  );
  scope.addEventListener('message', ({ data }) => serve(data));
});
