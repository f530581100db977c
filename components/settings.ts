import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Translator } from '../utils/i18n/translator.ts';
import type { Colour } from '../utils/model/annotation.ts';
import { defaultSettings, type Settings } from '../utils/model/settings.ts';
import { useText } from './text.ts';

/** What the reader decided, for everything below. */
export const SettingsContext = createContext<Settings>(defaultSettings);

/** The settings of the tree this runs in. */
export function useSettings(): Settings {
  return useContext(SettingsContext);
}

/** The word for a colour: the reader's own, else the usual one. */
export function nameOfColour(
  colour: Colour,
  { colourNames }: Pick<Settings, 'colourNames'>,
  { t }: Pick<Translator, 't'>,
): string {
  return colourNames[colour] ?? t(`colour_${colour}`);
}

/** `nameOfColour` in the tree this runs in. */
export function useColourName(): (colour: Colour) => string {
  const settings = useSettings();
  const text = useText();
  return (colour) => nameOfColour(colour, settings, text);
}
