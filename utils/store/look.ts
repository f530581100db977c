import { languages, themes, type Language, type Theme } from '../model/settings.ts';

/** What the first paint must know. */
export type Look = { readonly theme: Theme; readonly language: Language };

const lookKey = 'look';

/** The look as this page had it last; the browser's where that is not known. */
export function recallLook(): Look {
  try {
    const look: unknown = JSON.parse(localStorage.getItem(lookKey) ?? '{}');
    const { theme, language } = look as Partial<Record<keyof Look, unknown>>;
    return {
      theme: themes.find((one) => one === theme) ?? 'browser',
      language: languages.find((one) => one === language) ?? 'browser',
    };
  } catch {
    // No storage, or not ours to read: the settings themselves come a moment later.
    return { theme: 'browser', language: 'browser' };
  }
}

/** Keeps the look for the next first paint. */
export function rememberLook({ theme, language }: Look): void {
  try {
    localStorage.setItem(lookKey, JSON.stringify({ theme, language }));
  } catch {
    // A frame in a page may have no storage: it paints in the browser's look first.
  }
}
