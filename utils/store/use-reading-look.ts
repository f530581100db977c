import { useEffect, useState } from 'preact/hooks';
import { parseReadingLook, type ReadingLook } from '../model/reading-look.ts';

/** On this device alone: how text is read well depends on its screen. */
const key = 'reading-look';

/** How the article looks while it is read, and the way to change that, which is remembered. */
export function useReadingLook(): readonly [ReadingLook, (part: Partial<ReadingLook>) => void] {
  const [look, setLook] = useState(() => parseReadingLook(readStored()));
  useEffect(() => {
    const onStorage = (event: StorageEvent): void => {
      if (event.key === key) setLook(parseReadingLook(event.newValue));
    };
    window.addEventListener('storage', onStorage);
    return () => window.removeEventListener('storage', onStorage);
  }, []);
  return [
    look,
    (part) => {
      const next = { ...look, ...part };
      setLook(next);
      store(JSON.stringify(next));
    },
  ];
}

function readStored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // A browser that blocks site data blocks this too; then the view looks as at first.
    return null;
  }
}

function store(value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch (error) {
    // What was chosen holds until the panel is closed.
    console.warn(error);
  }
}
