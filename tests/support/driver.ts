/** Anything a test may hand to a document: it crosses a process border as JSON. */
export type Argument = unknown;

/** A place in a surface's viewport, in CSS pixels from its top left corner. */
export type Point = { readonly x: number; readonly y: number };

export type Size = { readonly width: number; readonly height: number };

export type WaitOptions = {
  /** 10 s when absent. */
  readonly timeoutMs?: number;
  /** What is being waited for, for the error: "the popup's list". */
  readonly what?: string;
};

export type ClickOptions = {
  readonly button?: 'left' | 'middle' | 'right';
  /** 2 for a double click. */
  readonly count?: number;
};

/**
 * A document somebody can look at: a web page, or a page of the extension (popup, side panel, options, a frame of
 * ours inside a web page). Mouse and keys are trusted events, as a reader's are.
 */
export type Surface = {
  /**
   * What `fn` returns when it runs in the document's own world. It is sent as source text, so it can't see variables
   * of the test; results and arguments travel as JSON.
   */
  evaluate<T, A extends Argument[]>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** As `evaluate`, in a world of its own where what the page's scripts redefined is whole. */
  evaluateApart<T, A extends Argument[]>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /**
   * Resolves once `fn` returns something truthy, also across navigations.
   * @throws with `what` in the message when time is up
   */
  waitFor<A extends Argument[]>(fn: (...args: A) => unknown, args?: A, options?: WaitOptions): Promise<void>;
  /** Waits until the element is laid out, scrolls it into view and clicks its centre. */
  click(selector: string, options?: ClickOptions): Promise<void>;
  clickAt(point: Point, options?: ClickOptions): Promise<void>;
  move(point: Point): Promise<void>;
  /** Press at `from`, move in steps, release at `to`. */
  drag(from: Point, to: Point): Promise<void>;
  /**
   * Selects with the mouse, from the first character of `text` to its last. White space doesn't count in the search,
   * so the text may run over elements and paragraphs. `occurrence` counts from 1.
   * @throws when the text isn't there, or when the page lets something else be selected
   */
  selectText(text: string, options?: { readonly occurrence?: number }): Promise<void>;
  /** Types into whatever has the focus. */
  type(text: string): Promise<void>;
  /** One key or chord, by the names of `KeyboardEvent.key`: `a`, `Enter`, `Shift+ArrowRight`, `Control+a`. */
  press(key: string): Promise<void>;
  /** Writes a PNG of what is visible of the document. */
  screenshot(path: string): Promise<void>;
  setColorScheme(scheme: 'light' | 'dark'): Promise<void>;
  setViewport(size: Size): Promise<void>;
  reload(): Promise<void>;
  goto(url: string): Promise<void>;
  url(): Promise<string>;
  close(): Promise<void>;
  bringToFront(): Promise<void>;
};

/** A browser with our extension in it, used as a reader would use it. */
export type ReaderBrowser = {
  readonly name: 'chromium' | 'firefox';
  /** The browser's own id of the extension. */
  readonly extensionId: string;
  /** Ends with a slash. */
  readonly extensionOrigin: string;
  /** A new tab in front, loaded. */
  openPage(url: string): Promise<Surface>;
  /** Clicks our icon in the toolbar, which grants activeTab for the page; the popup that opens. */
  clickToolbarIcon(page: Surface): Promise<Surface>;
  closePopup(popup: Surface): Promise<void>;
  /** A page of the extension in a tab of its own, `path` as in `options.html#sites`. */
  openExtensionPage(path: string): Promise<Surface>;
  /**
   * The extension page, already open somewhere (tab, side panel, popup), whose address contains `urlPart`. Waits
   * for it.
   */
  findExtensionPage(urlPart: string): Promise<Surface>;
  /** The frame inside the page, also inside a closed shadow root, whose address contains `urlPart`. Waits for it. */
  frameIn(page: Surface, urlPart: string): Promise<Surface>;
  /** As `Surface.evaluate`, in the service worker or event page, which is woken when it sleeps. */
  evaluateInBackground<T, A extends Argument[]>(fn: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** Ends the background as the browser does when it idles. */
  stopWorker(): Promise<void>;
  /**
   * The reader's "Allow" in advance: the prompt for the site counts as answered, so that the extension's own request
   * succeeds without it. `origin` as in `https://example.org`.
   */
  approveSite(origin: string): Promise<void>;
  /** The site is allowed, as after the extension's request and the reader's "Allow". */
  grantSite(origin: string): Promise<void>;
  /**
   * The key chord of an entry under `commands`, pressed on the page. Headless Chromium hears no such chords: there the
   * event is dispatched in the worker after the tab has got its activeTab grant.
   */
  runCommand(command: string, page: Surface): Promise<void>;
  /**
   * Right-clicks the page's selection, or the middle of the page when nothing is selected, and chooses our entry.
   * @throws in headless Chromium, which shows no menus
   */
  clickContextMenu(page: Surface, itemTitle: string): Promise<void>;
  /** Clicks the button of that name in what the extension shows inside the page, in its closed shadow root. */
  pressOurButton(page: Surface, name: string): Promise<void>;
  /** Waits until the extension shows the words inside the page. */
  waitForOurText(page: Surface, words: string): Promise<void>;
  /** The text of a file that was downloaded, once it is complete. */
  readDownload(fileName: string): Promise<string>;
  /** Resolves when the browser has ended, whoever ended it. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
};

export type LaunchOptions = {
  /** The unpacked extension. */
  readonly extensionDir: string;
  /** Language of the browser's interface: `en`, `vi`. */
  readonly lang?: string;
  /** True when absent. Otherwise Linux gets a virtual screen, which brings Chromium key chords, menus and prompts. */
  readonly headless?: boolean;
  /** With `headless: false`: the window opens on the screen of whoever runs this, not on a virtual one. */
  readonly isOnOwnScreen?: boolean;
  /** Keeps the profile in this folder; a temporary one, removed on close, when absent. */
  readonly userDataDir?: string;
  /**
   * The page that the extension opens when it is new in a profile, as in `welcome.html`: it is waited for, so that it
   * cannot come to the front later, and closed.
   */
  readonly firstPage?: string;
  /** Leaves the first page open. */
  readonly keepsFirstPage?: boolean;
  /** Viewport of the pages opened. */
  readonly viewport?: Size;
};
