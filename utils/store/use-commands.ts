import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** A keyboard command of the extension; `about` is its description in the browser's own language. */
export type Command = { readonly id: string; readonly about: string; readonly keys: string };

/** The keyboard commands with the keys in force, read again when the reader may have changed them elsewhere. */
export function useCommands(): { commands: readonly Command[]; reload: () => Promise<void> } {
  const [commands, setCommands] = useState<readonly Command[]>([]);
  const reload = useCallback(async (): Promise<void> => {
    const all = await browser.commands.getAll();
    setCommands(
      all.map(({ name = '', description = '', shortcut = '' }) => ({
        id: name,
        about: description,
        keys: shortcut,
      })),
    );
  }, []);
  useEffect(() => {
    const load = (): void => void reload();
    load();
    // Back from the browser's own page for shortcuts.
    window.addEventListener('focus', load);
    return () => window.removeEventListener('focus', load);
  }, [reload]);
  return { commands, reload };
}
