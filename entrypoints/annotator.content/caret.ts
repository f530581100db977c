import { callExtension } from '../../utils/messaging/send.ts';
import type { CaretSession } from '../../utils/session/caret.ts';
import type { CaretHost } from '../../utils/session/caret-host.ts';
import { findCaret } from '../../utils/session/caret-script.ts';
import type { LazyUi } from './lazy-ui.ts';

/** The caret of this page, whose script comes with that of the UI. */
export type LazyCaret = {
  /** The caret if it was ever asked for. */
  readonly current: () => CaretSession | null;
  readonly load: () => Promise<CaretSession>;
};

/** Makes the caret when it is asked for the first time. */
export function createLazyCaret(host: CaretHost, ui: LazyUi): LazyCaret {
  let caret: CaretSession | null = null;
  return {
    current: () => caret,
    async load() {
      const { caret: stage } = await ui.load();
      if (findCaret() === null) await callExtension('loadPageUi', null);
      caret ??= findCaret()?.(host, stage) ?? null;
      if (caret === null) throw new Error('expected the script of the page UI to have run');
      return caret;
    },
  };
}
