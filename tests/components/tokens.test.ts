import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrastOf, luminanceOf } from '../../utils/painting/palette.ts';

const css = readFileSync('components/styles/tokens.css', 'utf8');
const schemes = ['light', 'dark'] as const;

/** The two colours of a token; one that is the same in both schemes counts twice. */
function readToken(name: string): Record<(typeof schemes)[number], string> {
  const value = new RegExp(`--${name}:\\s*([^;]+);`, 'u').exec(css)?.[1] ?? '';
  const [light = '', dark = light] = value.match(/#[\da-f]{6}/gu) ?? [];
  if (light === '') throw new Error(`expected a colour for --${name}`);
  return { light, dark };
}

function contrast(one: string, other: string): number {
  const channels = (hex: string): [number, number, number] => [
    Number.parseInt(hex.slice(1, 3), 16),
    Number.parseInt(hex.slice(3, 5), 16),
    Number.parseInt(hex.slice(5, 7), 16),
  ];
  return contrastOf(luminanceOf(channels(one)), luminanceOf(channels(other)));
}

const grounds = ['paper', 'raised', 'sunken', 'accent-soft'];
// WCAG 2.2: 4.5:1 for text (1.4.3), 3:1 for what shows where a control is (1.4.11).
const texts = grounds.flatMap((ground) =>
  ['ink', 'muted', 'accent'].map((ink) => [ink, ground, 4.5] as const),
);
const edges = ['paper', 'raised'].map((ground) => ['line-strong', ground, 3] as const);

describe.each(schemes)('the %s theme', (scheme) => {
  it.each([...texts, ...edges, ['accent-ink', 'accent', 4.5] as const])(
    'shows %s on %s with a contrast of at least %d',
    (ink, ground, least) => {
      expect(contrast(readToken(ink)[scheme], readToken(ground)[scheme])).toBeGreaterThanOrEqual(least);
    },
  );
});
