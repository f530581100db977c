// Runs inside Firefox, in its browser window with Firefox's own rights; firefox.ts sends it there and calls the
// functions by name. Arguments and results are JSON.

/* global BrowsingContext, ChromeUtils, Cc, Ci, CustomizableUI, gBrowser, Services, WebExtensionPolicy */
// Firefox can't do without a limit here; our own waiting has shorter ones.
const SCRIPT_TIMEOUT_MS = 600_000;

globalThis.inside = {
  /** Before the extension is installed: it takes its language from the browser when it starts. */
  setLanguage(lang) {
    // Firefox refuses languages without a language pack; this is how its own tests change it.
    if (!Services.locale.availableLocales.includes(lang)) {
      Services.locale.availableLocales = [...Services.locale.availableLocales, lang];
    }
    Services.locale.requestedLocales = [lang];
  },

  // --- Documents. A place is { browserId } for a tab or popup, whose context changes with the process, or
  // { contextId } for a frame.

  contextOf({ browserId, contextId }) {
    const context = contextId
      ? BrowsingContext.get(contextId)
      : BrowsingContext.getCurrentTopByBrowserId(browserId);
    if (!context?.currentWindowGlobal) throw new Error('This page has been closed.');
    return context;
  },

  browserOf(place) {
    return this.contextOf(place).top.embedderElement;
  },

  /** The JSON of what the function returns, run in the document's own world, which page scripts share. */
  evaluate(place, code) {
    // The debugger's way into a document is the only one its content security policy doesn't close.
    const inDocument = `
      const { addDebuggerToGlobal } = ChromeUtils.importESModule('resource://gre/modules/jsdebugger.sys.mjs');
      addDebuggerToGlobal(globalThis);
      const page = new Debugger().makeGlobalObjectReference(window);
      return new Promise((resolve, reject) => {
        const bind = (fn) => page.makeDebuggeeValue(Components.utils.exportFunction(fn, window));
        const completion = page.executeInGlobalWithBindings(arguments[0], {
          succeed: bind((json) => resolve(json)),
          fail: bind((message) => reject(new Error(message))),
        });
        if (completion && 'throw' in completion) reject(new Error('The function could not be parsed.'));
      });`;
    const actor = this.contextOf(place).currentWindowGlobal.getActor('MarionetteCommands');
    return actor.executeScript(inDocument, [code], { sandboxName: 'system', timeout: SCRIPT_TIMEOUT_MS });
  },

  /** What a function body returns for the closed shadow roots of elements put beside the page's body. */
  askOurs(place, body, args) {
    const actor = this.contextOf(place).currentWindowGlobal.getActor('MarionetteCommands');
    const script = `
      const roots = [...document.documentElement.children].flatMap((child) => child.openOrClosedShadowRoot ?? []);
      ${body}`;
    return actor.executeScript(script, args, { sandboxName: 'system', timeout: SCRIPT_TIMEOUT_MS });
  },

  /** The middle of our button of that name inside the page, or null while there is none. */
  findOurButton(place, name) {
    const body = `
      const buttons = roots.flatMap((root) => [...root.querySelectorAll('button')]);
      const nameOf = (button) => button.getAttribute('aria-label') ?? button.textContent.trim();
      const button = buttons.find((button) => nameOf(button) === arguments[0]);
      const rect = button?.getBoundingClientRect();
      return rect?.width ? { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 } : null;`;
    return this.askOurs(place, body, [name]);
  },

  hasOurText(place, words) {
    return this.askOurs(place, 'return roots.some((root) => root.textContent.includes(arguments[0]));', [
      words,
    ]);
  },

  /** What the function body returns in a sandbox around the document, where page scripts changed nothing. */
  evaluateApart(place, body) {
    const actor = this.contextOf(place).currentWindowGlobal.getActor('MarionetteCommands');
    const script = `return (async () => { ${body} })();`;
    return actor.executeScript(script, [], { sandboxName: 'system', timeout: SCRIPT_TIMEOUT_MS });
  },

  url(place) {
    return this.contextOf(place).currentWindowGlobal.documentURI.spec;
  },

  /** Changes with every document; null for the blank one a tab shows in passing when it changes its process. */
  documentId(place) {
    const { innerWindowId, isInitialDocument } = this.contextOf(place).currentWindowGlobal;
    return isInitialDocument ? null : innerWindowId;
  },

  openTab(url) {
    const tab = gBrowser.addTab(url, {
      triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
    });
    gBrowser.selectedTab = tab;
    return { browserId: tab.linkedBrowser.browserId };
  },

  load(place, url) {
    this.contextOf(place).loadURI(Services.io.newURI(url), {
      triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
    });
  },

  reload(place) {
    this.contextOf(place).reload(Ci.nsIWebNavigation.LOAD_FLAGS_NONE);
  },

  close(place) {
    const browser = this.browserOf(place);
    const tab = gBrowser.getTabForBrowser(browser);
    if (tab) gBrowser.removeTab(tab, { animate: false, skipPermitUnload: true });
    else browser.closest('panel')?.hidePopup();
  },

  bringToFront(place) {
    const browser = this.browserOf(place);
    const tab = gBrowser.getTabForBrowser(browser);
    if (tab) gBrowser.selectedTab = tab;
    browser.focus();
  },

  findFrame(place, urlPart) {
    const frames = this.contextOf(place).getAllBrowsingContextsInSubtree();
    const frame = frames.find((frame) => frame.currentWindowGlobal?.documentURI.spec.includes(urlPart));
    return frame ? { contextId: frame.id } : null;
  },

  /** A PNG as base64 of the visible part, which for a frame is drawn onto a sheet of the whole page's size. */
  async screenshot(place, { width, height }) {
    const bitmap = await this.contextOf(place).currentWindowGlobal.drawSnapshot(null, 1, 'white');
    const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
    canvas.width = width;
    canvas.height = height;
    canvas.getContext('2d').drawImage(bitmap, 0, 0);
    return canvas.toDataURL('image/png').split(',')[1];
  },

  setColorScheme(place, scheme) {
    this.contextOf(place).top.prefersColorSchemeOverride = scheme;
  },

  /** Resizes the window so that a tab's document gets the size. */
  setViewport(place, { width, height }) {
    const box = this.browserOf(place).getBoundingClientRect();
    window.resizeTo(window.outerWidth + width - box.width, window.outerHeight + height - box.height);
  },

  // --- Mouse and keys, given to the browser window: it finds out, as for a hand's, which process they belong to.

  async sendMouse(place, type, point, state) {
    const browser = this.browserOf(place);
    if (!browser.closest('panel')) {
      await this.sendMouseToWindow(type, await this.toWindow(place, point), {
        ...state,
        isAsyncEnabled: true,
      });
      return;
    }
    // A panel is a window of its own to the compositor, which would find the page beneath it.
    const box = browser.getBoundingClientRect();
    const inPanel = { x: box.x + point.x, y: box.y + point.y };
    await this.sendMouseToWindow(type, inPanel, { ...state, isAsyncEnabled: false });
  },

  sendMouseToWindow(type, { x, y }, { button = 0, buttons = 0, count = 0, isAsyncEnabled = false }) {
    const { promise, resolve } = Promise.withResolvers();
    window.synthesizeMouseEvent(
      type,
      x,
      y,
      {
        identifier: window.windowUtils.DEFAULT_MOUSE_POINTER_ID,
        button,
        buttons,
        clickCount: count,
        modifiers: 0,
        inputSource: MouseEvent.MOZ_SOURCE_MOUSE,
      },
      { isDOMEventSynthesized: true, isWidgetEventSynthesized: false, isAsyncEnabled },
      // Once the event has reached its process.
      () => resolve(null),
    );
    return promise;
  },

  /** The point of the document as a point of the browser window, in the window's CSS pixels. */
  async toWindow(place, { x, y }) {
    const context = this.contextOf(place);
    const actor = context.currentWindowGlobal.getActor('MarionetteCommands');
    const inTop = await actor.executeScript(
      `const rect = window.windowUtils.toTopLevelWidgetRect(arguments[0], arguments[1], 0, 0); return [rect.x, rect.y];`,
      [x, y],
      { sandboxName: 'system', timeout: SCRIPT_TIMEOUT_MS },
    );
    return { x: inTop[0] / window.devicePixelRatio, y: inTop[1] / window.devicePixelRatio };
  },

  sendKey(type, key) {
    this.keyboard ??= Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
    const keyboard = this.keyboard;
    if (!keyboard.beginInputTransactionForTests(window)) throw new Error('The keyboard is taken.');
    const isNamed = key.length > 1 && /^[A-Z][A-Za-z0-9]+$/.test(key);
    const keyCode = isNamed ? 0 : keyboard.guessKeyCodeValueOfPrintableKeyInUSEnglishKeyboardLayout(key, 0);
    const code = isNamed
      ? keyboard.computeCodeValueOfNonPrintableKey(key, null)
      : keyboard.guessCodeValueOfPrintableKeyInUSEnglishKeyboardLayout(key, null);
    let flags = isNamed ? keyboard.KEY_NON_PRINTABLE_KEY : keyboard.KEY_FORCE_PRINTABLE_KEY;
    if (!isNamed && !keyCode) flags |= keyboard.KEY_KEEP_KEYCODE_ZERO;
    const isShifted = keyboard.getModifierState('Shift') && !keyboard.getModifierState('Control');
    const event = new KeyboardEvent('', {
      key: isShifted && !isNamed ? key.toUpperCase() : key,
      code,
      keyCode,
    });
    if (type === 'keydown') keyboard.keydown(event, flags);
    else keyboard.keyup(event, flags);
  },

  // --- Our extension

  extensionOf(id) {
    const policy = WebExtensionPolicy.getByID(id);
    if (!policy) throw new Error('The extension is not installed.');
    return policy.extension;
  },

  /** Puts our button into the toolbar and clicks it. */
  async clickToolbarButton(id) {
    const widgetId = `${id.replaceAll(/[^a-z0-9_-]/gi, '_').toLowerCase()}-browser-action`;
    if (CustomizableUI.getPlacementOfWidget(widgetId)?.area !== 'nav-bar') {
      CustomizableUI.addWidgetToArea(widgetId, 'nav-bar');
    }
    const node = CustomizableUI.getWidget(widgetId).forWindow(window).node;
    const button = node.querySelector('.unified-extensions-item-action-button') ?? node;
    const box = button.getBoundingClientRect();
    const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await this.sendMouseToWindow('mousemove', centre, {});
    await this.sendMouseToWindow('mousedown', centre, { buttons: 1, count: 1 });
    await this.sendMouseToWindow('mouseup', centre, { count: 1 });
  },

  /** Where our popup is, once it is open. */
  findPopup() {
    const browser = document.querySelector('panel[panelopen="true"] .webextension-popup-browser');
    return browser?.browserId ? { browserId: browser.browserId } : null;
  },

  /** An extension page open in a tab or the sidebar. */
  findExtensionPage(id, urlPart) {
    for (const view of this.extensionOf(id).views) {
      const browser = view.xulBrowser;
      if (view.viewType !== 'background' && browser?.currentURI?.spec.includes(urlPart)) {
        return { browserId: browser.browserId };
      }
    }
    return null;
  },

  async findBackground(id) {
    const extension = this.extensionOf(id);
    await extension.wakeupBackground?.();
    const browser = extension.backgroundContext?.xulBrowser;
    return browser?.browserId ? { browserId: browser.browserId } : null;
  },

  async grantSite(id, pattern) {
    const { ExtensionPermissions } = ChromeUtils.importESModule(
      'resource://gre/modules/ExtensionPermissions.sys.mjs',
    );
    const granted = { origins: [pattern], permissions: [], data_collection: [] };
    await ExtensionPermissions.add(id, granted, this.extensionOf(id));
  },

  /** Right-clicks the page and chooses our entry; what the menu offers when there is no such entry. */
  async chooseFromContextMenu(place, point, title) {
    const menu = document.getElementById('contentAreaContextMenu');
    const whenShown = (popup) =>
      popup.state === 'open' ||
      new Promise((resolve) => popup.addEventListener('popupshown', resolve, { once: true }));
    for (const [type, buttons] of [
      ['mousemove', 0],
      ['mousedown', 2],
      ['contextmenu', 2],
      ['mouseup', 0],
    ]) {
      await this.sendMouse(place, type, point, { button: type === 'mousemove' ? 0 : 2, buttons, count: 1 });
    }
    await whenShown(menu);
    // An extension with several entries has them in a submenu.
    for (const submenu of menu.querySelectorAll('menu[id*="-menuitem-"]')) {
      submenu.openMenu(true);
      await whenShown(submenu.menupopup);
    }
    const items = [...menu.querySelectorAll('menuitem')].filter((item) => !item.hidden);
    const item = items.find((item) => item.label === title);
    if (item) item.closest('menupopup').activateItem(item);
    else menu.hidePopup();
    return item ? null : items.map((item) => item.label);
  },

  async stopBackground(id) {
    await this.extensionOf(id).terminateBackground({ ignoreDevToolsAttached: true });
  },
};
