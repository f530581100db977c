import { attributeOf, hasAttribute, localNameOf, ownerDocumentOf, textContentOf, windowOf } from './dom.ts';

/** How an element shows. `none`: nothing in it does; `block`: its text stands apart from its neighbours'. */
export type Look = {
  readonly box: 'none' | 'block' | 'inline';
  /** Whether text directly in it is visible; children can differ when the box is not `none`. */
  readonly isVisible: boolean;
};

/** Answers with the look of an element, given its parent's. */
export type ReadLook = (element: Element, parent: Look) => Look;

/** Nothing in these is text of the page, however it is styled. */
const silentTags: ReadonlySet<string> = new Set(
  (
    'head title script style noscript template textarea select option optgroup datalist iframe frame frameset noframes ' +
    'object embed video audio canvas progress meter rt rtc rp input img map ' +
    'desc defs metadata symbol annotation annotation-xml'
  ).split(' '),
);

const blockTags: ReadonlySet<string> = new Set(
  (
    'html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup p pre search section summary ul ' +
    'table caption colgroup thead tbody tfoot tr td th'
  ).split(' '),
);

const none: Look = { box: 'none', isVisible: false };
const block: Look = { box: 'block', isVisible: true };
const inline: Look = { box: 'inline', isVisible: true };
const hiddenBlock: Look = { box: 'block', isVisible: false };
const hiddenInline: Look = { box: 'inline', isVisible: false };

/** The look above the root of a walk. */
export const rootLook: Look = block;

/** Whether the words in an element with this tag are never read as the page's text. */
export function isSilent(element: Element): boolean {
  return silentTags.has(localNameOf(element));
}

/** Whether the tag is one that stands apart by default. */
export function isBlockTag(element: Element): boolean {
  return blockTags.has(localNameOf(element));
}

/** A reader of looks for a document: computed style where it is shown, else its markup. */
export function readLookOf(document: Document | null): ReadLook {
  const window = document === null ? null : windowOf(document);
  return window === null ? readMarkup : (element) => readComputed(window, element);
}

/** The look that tag and attributes give, for a document that is not shown. */
export const readMarkup: ReadLook = (element, parent) => {
  if (isSilent(element) || hasAttribute(element, 'hidden')) return none;
  if (localNameOf(element) === 'dialog' && !hasAttribute(element, 'open')) return none;
  const style = attributeOf(element, 'style') ?? '';
  if (/(?:^|;)\s*display\s*:\s*none/iu.test(style)) return none;
  const isVisible = /(?:^|;)\s*visibility\s*:\s*(?:hidden|collapse)/iu.test(style)
    ? false
    : parent.isVisible || /(?:^|;)\s*visibility\s*:\s*visible/iu.test(style);
  return lookOf(isBlockTag(element), isVisible);
};

/** The look of a page on which everything that is text is shown: what waits for a script or a subscription too. */
export const readRevealed: ReadLook = (element) =>
  isSilent(element) || localNameOf(element) === 'dialog' ? none : lookOf(isBlockTag(element), true);

function lookOf(isBlock: boolean, isVisible: boolean): Look {
  if (isVisible) return isBlock ? block : inline;
  return isBlock ? hiddenBlock : hiddenInline;
}

function readComputed(window: Window, element: Element): Look {
  if (isSilent(element)) return none;
  const style = window.getComputedStyle(element);
  const { display } = style;
  if (display === 'none' || isAway(style)) return none;
  const isBlock = isBlockDisplay(display) && (isBlockTag(element) || !isDropCap(element, style));
  let known: boolean | null = null;
  return {
    box: isBlock ? 'block' : 'inline',
    // Each value of a computed style costs a microsecond: what is asked of text only is read when it is asked.
    get isVisible() {
      return (known ??= readVisible(element, style));
    },
  };
}

/** `checkVisibility` sees skipped ancestors too, but calls hidden what has no box of its own (`display: contents`). */
function readVisible(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.contentVisibility === 'hidden') return false;
  // Not every DOM has it.
  const { checkVisibility } = Element.prototype as Partial<Element>;
  const isKnown = checkVisibility !== undefined && style.display !== 'contents';
  if (isKnown) return checkVisibility.call(element, { visibilityProperty: true });
  return style.visibility !== 'hidden' && style.visibility !== 'collapse';
}

function isAway(style: CSSStyleDeclaration): boolean {
  const { position } = style;
  return (position === 'absolute' || position === 'fixed') && isClippedAway(style);
}

function isBlockDisplay(display: string): boolean {
  return !(
    display.startsWith('inline') ||
    display.startsWith('ruby') ||
    display === 'contents' ||
    display === ''
  );
}

/** The ways in use to keep text for screen readers only: clipped to nothing, or moved far off the page. */
function isClippedAway(style: CSSStyleDeclaration): boolean {
  if (/^rect\((?:0|1)(?:px)?,? (?:0|1)(?:px)?,? (?:0|1)(?:px)?,? (?:0|1)(?:px)?\)$/u.test(style.clip))
    return true;
  if (/^inset\((?:50|100)%/u.test(style.clipPath)) return true;
  if (Number.parseFloat(style.left) <= -999 || Number.parseFloat(style.top) <= -999) return true;
  return (
    Number.parseFloat(style.width) <= 1 &&
    Number.parseFloat(style.height) <= 1 &&
    style.overflow !== 'visible' &&
    style.overflow !== ''
  );
}

/** A floated initial is a block to CSS, and yet the first letter of the word that it begins. */
function isDropCap(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.cssFloat === 'none' || style.cssFloat === '') return false;
  return (textContentOf(element) ?? '').trim().length <= 3;
}

/** The document that a root belongs to. */
export function documentOf(root: Node): Document | null {
  return ownerDocumentOf(root) ?? (root as Document);
}
