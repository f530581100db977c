/** Rules of ours in a page, beside its own, as long as they are wanted. */
export type AdoptedSheet = {
  /** Puts the rules into a document or shadow root; anything else is left alone. */
  readonly adoptInto: (root: Node) => void;
  /** Takes them out wherever they were put. */
  readonly drop: () => void;
};

/** Rules that no element of the page carries. */
export function createAdoptedSheet(rules: string): AdoptedSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  const roots = new Set<Document | ShadowRoot>();
  return {
    adoptInto(root) {
      if (!(root instanceof Document || root instanceof ShadowRoot)) return;
      roots.add(root);
      // Pages replace the whole list now and then, so ask each time instead of remembering.
      if (![...root.adoptedStyleSheets].includes(sheet))
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    },
    drop() {
      for (const root of roots) {
        root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((adopted) => adopted !== sheet);
      }
    },
  };
}

/** A CSS identifier that tells nothing: a page can list what is painted on it. */
export function createName(): string {
  const [first = 0, second = 0] = crypto.getRandomValues(new Uint32Array(2));
  return `h${first.toString(36)}${second.toString(36)}`;
}
