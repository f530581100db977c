// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { SettingsContext } from '../../components/settings.ts';
import { ColourDots } from '../../components/ColourDots.tsx';
import { defaultSettings } from '../../utils/model/settings.ts';
import { clear, nameOf, show } from './stage.tsx';

afterEach(clear);

const nothing = (): void => {};

describe('ColourDots', () => {
  it('names a colour as the reader does', () => {
    const settings = { ...defaultSettings, colourNames: { pink: 'To Check' } };
    const stage = show(
      <SettingsContext.Provider value={settings}>
        <ColourDots onChoose={nothing} />
      </SettingsContext.Provider>,
    );
    expect([...stage.querySelectorAll('button')].map(nameOf)).toEqual([
      'Highlight in yellow',
      'Highlight in green',
      'Highlight in blue',
      'Highlight in To Check',
      'Highlight in purple',
    ]);
  });
});
