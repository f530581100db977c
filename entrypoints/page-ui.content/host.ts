import type { Theme } from '../../utils/model/settings.ts';

/** Our one element in the page: everything we show lives in its closed shadow root. */
export type Host = {
  readonly element: HTMLElement;
  readonly root: HTMLElement;
  /** Puts the element into the page, above everything; harmless when it is there. */
  readonly show: () => void;
  /** Takes it out again, so that a page we show nothing on has nothing of ours. */
  readonly hide: () => void;
  /** Takes on the reader's language, a BCP 47 tag, and theme. */
  readonly follow: (lang: string, theme: Theme) => void;
};

/** Events that end here: the page's shortcuts and menus must not react to presses on our buttons. */
const ownEvents = [
  'keydown',
  'keypress',
  'keyup',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'touchstart',
  'touchend',
  'contextmenu',
  'focusin',
  'focusout',
  'wheel',
];

/** Makes the host without showing it. Prototype methods are called directly: a page can shadow them by name. */
export function createHost(document: Document, css: string, lang: string): Host {
  const createDiv = (): HTMLDivElement =>
    Document.prototype.createElement.call(document, 'div') as HTMLDivElement;
  const element = createDiv();
  element.setAttribute('popover', 'manual');
  const shadow = element.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  shadow.adoptedStyleSheets = [sheet];
  const root = createDiv();
  root.lang = lang;
  // `all: initial` leaves the direction to the page; the languages that we speak run from left to right.
  root.dir = 'ltr';
  root.className = 'pressmark';
  for (const type of ownEvents)
    root.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  shadow.append(root);

  return {
    element,
    root,
    show() {
      const parent = Reflect.get(Document.prototype, 'documentElement', document) as Element | null;
      if (parent === null) return;
      if (!element.isConnected) Element.prototype.append.call(parent, element);
      // The top layer: above sticky headers and open dialogs of the page.
      if (!element.matches(':popover-open')) element.showPopover();
    },
    hide() {
      element.remove();
    },
    follow(nextLang, theme) {
      root.lang = nextLang;
      root.dataset['theme'] = theme;
    },
  };
}
