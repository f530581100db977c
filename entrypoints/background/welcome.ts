import { browser } from '#imports';

/** Opens the practice article once, when Pressmark is new here; never after an update of it or of the browser. */
export function welcomeOnInstall(): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install') return;
    browser.tabs
      .create({ url: browser.runtime.getURL('/welcome.html') })
      .catch((error: unknown) => console.warn(error));
  });
}
