import { findUi, type Ui, type UiOptions } from '../../components/page-ui.ts';
import type { Settings } from '../../utils/model/settings.ts';

/** The parts of the page's UI that only show or hide something; what is asked before it is there is done then. */
export type LazyUi = Omit<Ui, 'focusToolbar' | 'caret'> & {
  /** False when there is nothing to focus. */
  readonly focusToolbar: () => Promise<boolean>;
  readonly load: () => Promise<Ui>;
};

/**
 * The page's UI, loaded when there is something to show for the first time. Until then nothing of ours is in the
 * page, so there is nothing to hide either.
 */
export function createLazyUi(options: UiOptions, load: () => Promise<unknown>): LazyUi {
  let ui: Ui | null = null;
  let loading: Promise<Ui> | null = null;
  let settings: Settings | null = null;

  async function loadUi(): Promise<Ui> {
    if (findUi() === null) await load();
    const createUi = findUi();
    if (createUi === null) throw new Error('expected the script of the page UI to have run');
    ui ??= createUi(options);
    if (settings !== null) ui.follow(settings);
    return ui;
  }

  /** In the order of the calls: what is hidden while it is still to be shown ends hidden. */
  function whenLoaded<T>(work: (ui: Ui) => T): Promise<T> {
    loading ??= loadUi().catch((error: unknown) => {
      // The next gesture tries again: a click on the icon may have let us in meanwhile.
      loading = null;
      throw error;
    });
    return loading.then(work);
  }

  function show(work: (ui: Ui) => void): void {
    if (options.signal.aborted) return;
    if (ui === null) whenLoaded(work).catch((error: unknown) => console.warn(error));
    else work(ui);
  }

  function hide(work: (ui: Ui) => void): void {
    if (loading !== null) show(work);
  }

  return {
    load: async () => await whenLoaded((ui) => ui),
    isOurs: (node) => ui?.isOurs(node) === true,
    showToolbar: (...args) => show((ui) => ui.showToolbar(...args)),
    hideToolbar: (andNaming) => hide((ui) => ui.hideToolbar(andNaming)),
    focusToolbar: async () => loading !== null && (await whenLoaded((ui) => ui.focusToolbar())),
    openCard: (...args) => show((ui) => ui.openCard(...args)),
    resizeCard: (height) => hide((ui) => ui.resizeCard(height)),
    closeCard: () => hide((ui) => ui.closeCard()),
    openCardId: () => ui?.openCardId() ?? null,
    showWalker: (walker) => (walker === null ? hide : show)((ui) => ui.showWalker(walker)),
    showStrip: (isShown) => (isShown ? show : hide)((ui) => ui.showStrip(isShown)),
    tell: (...args) => show((ui) => ui.tell(...args)),
    tellFailure: (code) => show((ui) => ui.tellFailure(code)),
    follow(next) {
      settings = next;
      ui?.follow(next);
    },
  };
}
