import { browser } from '#imports';

type Beat = { readonly periodInMinutes: number; readonly delayInMinutes: number };

/** Alarms of Firefox end with the browser, so each start looks whether there is one. */
export async function ensureAlarm(name: string, beat: Beat): Promise<void> {
  const alarm = await browser.alarms.get(name);
  if (alarm === undefined) await browser.alarms.create(name, beat);
}
