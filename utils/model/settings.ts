import { colours, type Colour } from './annotation.ts';
import { defaultPageKeys, pageActs, type PageKeys } from './page-keys.ts';

export const languages = ['browser', 'en', 'vi'] as const;
export const themes = ['browser', 'light', 'dark'] as const;
export type Language = (typeof languages)[number];
export type Theme = (typeof themes)[number];

/** What the reader decides for all pages. */
export type Settings = {
  readonly language: Language;
  readonly theme: Theme;
  /** The reader's own words for colours, such as "to check"; a colour without one has the usual name. */
  readonly colourNames: Readonly<Partial<Record<Colour, string>>>;
  readonly keys: PageKeys;
  /** A selection that begins or ends inside a word takes the whole word in. */
  readonly snapsToWords: boolean;
  /** The strip at the edge of a page that shows where its annotations are. */
  readonly showsStrip: boolean;
  /** The number of a page's annotations on the toolbar icon. */
  readonly showsBadge: boolean;
  /** What could be kept of an article is drawn on its page, faintly. */
  readonly showsProposals: boolean;
  /** What the reader keeps and rejects changes what is proposed next. */
  readonly learns: boolean;
  /** The browser's own language model proposes names too. */
  readonly asksModel: boolean;
};

/** What is to change; whatever it does not name stays as it is. An empty colour name goes back to the usual one. */
export type SettingsPatch = Partial<Omit<Settings, 'keys' | 'colourNames'>> & {
  readonly keys?: Readonly<Partial<PageKeys>>;
  readonly colourNames?: Settings['colourNames'];
};

export const defaultSettings: Settings = {
  language: 'browser',
  theme: 'browser',
  colourNames: {},
  keys: defaultPageKeys,
  snapsToWords: true,
  showsStrip: true,
  showsBadge: true,
  showsProposals: false,
  learns: true,
  asksModel: false,
};

/** The settings that a stored value holds. What is missing, or of no known shape, is as if it had never been set. */
export function parseSettings(value: unknown): Settings {
  const stored = isRecord(value) ? value : {};
  return {
    language: languages.find((language) => language === stored['language']) ?? defaultSettings.language,
    theme: themes.find((theme) => theme === stored['theme']) ?? defaultSettings.theme,
    colourNames: pickTexts(stored['colourNames'], colours),
    keys: { ...defaultPageKeys, ...pickTexts(stored['keys'], pageActs, true) },
    snapsToWords: pickFlag(stored['snapsToWords'], defaultSettings.snapsToWords),
    showsStrip: pickFlag(stored['showsStrip'], defaultSettings.showsStrip),
    showsBadge: pickFlag(stored['showsBadge'], defaultSettings.showsBadge),
    showsProposals: pickFlag(stored['showsProposals'], defaultSettings.showsProposals),
    learns: pickFlag(stored['learns'], defaultSettings.learns),
    asksModel: pickFlag(stored['asksModel'], defaultSettings.asksModel),
  };
}

/** The settings after a change. Two windows that change different keys or names each keep what they changed. */
export function applySettings(settings: Settings, patch: SettingsPatch): Settings {
  return parseSettings({
    ...settings,
    ...patch,
    keys: { ...settings.keys, ...patch.keys },
    colourNames: { ...settings.colourNames, ...patch.colourNames },
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function pickFlag(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise;
}

function pickTexts<Key extends string>(
  value: unknown,
  keys: readonly Key[],
  isEmptyAllowed = false,
): Partial<Record<Key, string>> {
  const texts: Partial<Record<Key, string>> = {};
  if (!isRecord(value)) return texts;
  for (const key of keys) {
    const text = value[key];
    if (typeof text === 'string' && (isEmptyAllowed || text.trim() !== '')) texts[key] = text;
  }
  return texts;
}
