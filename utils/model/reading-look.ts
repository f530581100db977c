/** How the reader view looks: steps rather than numbers, so that each of them was looked at. */
export const textSizes = ['small', 'medium', 'large', 'larger', 'largest'] as const;
export const lineWidths = ['narrow', 'medium', 'wide'] as const;
export const lineSpacings = ['close', 'medium', 'open'] as const;
export const readingThemes = ['own', 'light', 'dark', 'sepia'] as const;
export const typefaces = ['serif', 'sans'] as const;

export type ReadingLook = {
  readonly size: (typeof textSizes)[number];
  readonly width: (typeof lineWidths)[number];
  readonly spacing: (typeof lineSpacings)[number];
  readonly theme: (typeof readingThemes)[number];
  readonly typeface: (typeof typefaces)[number];
};

export const defaultLook: ReadingLook = {
  size: 'medium',
  width: 'medium',
  spacing: 'medium',
  theme: 'own',
  typeface: 'serif',
};

/** Every choice that there is, by what it is about, in the order in which they are offered. */
export const lookChoices = {
  size: textSizes,
  typeface: typefaces,
  theme: readingThemes,
  spacing: lineSpacings,
  width: lineWidths,
} as const satisfies { readonly [Part in keyof ReadingLook]: readonly ReadingLook[Part][] };

/** Reads a stored look; what is missing or unknown in it is as at first. */
export function parseReadingLook(value: string | null): ReadingLook {
  try {
    const stored: unknown = JSON.parse(value ?? '');
    if (typeof stored !== 'object' || stored === null) return defaultLook;
    const known = Object.entries(lookChoices).filter(([part, choices]) =>
      (choices as readonly unknown[]).includes(Reflect.get(stored, part)),
    );
    return {
      ...defaultLook,
      ...Object.fromEntries(known.map(([part]) => [part, Reflect.get(stored, part)])),
    };
  } catch {
    // Nothing was chosen yet, or it is damaged: the reader chooses again.
    return defaultLook;
  }
}
