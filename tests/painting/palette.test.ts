import { describe, expect, it } from 'vitest';
import { annotationKinds, colours } from '../../utils/model/annotation.ts';
import {
  contrastOf,
  declarationsFor,
  forcedDeclarationsFor,
  luminanceOf,
  palette,
  printDeclarationsFor,
  type Ground,
} from '../../utils/painting/palette.ts';

function luminanceOfHex(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return luminanceOf([red, green, blue]);
}

const grounds: Ground[] = ['light', 'dark'];
const paints = grounds.flatMap((ground) =>
  colours.map((colour) => [ground, colour, palette[ground][colour]] as const),
);

describe('palette', () => {
  it.each(paints)('keeps text readable on the %s %s', (_ground, _colour, { fill, text }) => {
    expect(contrastOf(luminanceOfHex(text), luminanceOfHex(fill))).toBeGreaterThanOrEqual(7);
  });

  it.each(paints)('keeps the line visible on the %s %s', (_ground, _colour, { fill, line }) => {
    expect(contrastOf(luminanceOfHex(line), luminanceOfHex(fill))).toBeGreaterThanOrEqual(3);
  });

  it.each(paints)('sets text on the %s %s as the ground has it', (ground, _, { fill, text }) => {
    const isTextLighter = luminanceOfHex(text) > luminanceOfHex(fill);
    expect(isTextLighter).toBe(ground === 'dark');
  });

  it.each(grounds)('gives every colour a fill of its own on %s ground', (ground) => {
    expect(new Set(colours.map((colour) => palette[ground][colour].fill)).size).toBe(colours.length);
  });
});

describe('luminanceOf', () => {
  it.each([
    ['black', [0, 0, 0], 0],
    ['white', [255, 255, 255], 1],
    ['red', [255, 0, 0], 0.2126],
    ['green', [0, 255, 0], 0.7152],
    ['blue', [0, 0, 255], 0.0722],
    ['middle grey', [119, 119, 119], 0.1845],
  ] as const)('knows %s', (_, channels, luminance) => {
    expect(luminanceOf(channels)).toBeCloseTo(luminance, 4);
  });
});

describe('contrastOf', () => {
  it('is 21 for black and white, 1 for equals, and the same both ways', () => {
    expect(contrastOf(0, 1)).toBeCloseTo(21, 10);
    expect(contrastOf(0.4, 0.4)).toBe(1);
    expect(contrastOf(0.2, 0.7)).toBe(contrastOf(0.7, 0.2));
  });

  it('finds #777777 on white just too weak for text, and #767676 strong enough', () => {
    expect(contrastOf(luminanceOfHex('#777777'), 1)).toBeLessThan(4.5);
    expect(contrastOf(luminanceOfHex('#767676'), 1)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('declarationsFor', () => {
  const paint = palette.light.blue;

  it('sets the text colour together with the fill', () => {
    for (const kind of annotationKinds) {
      expect(declarationsFor(kind, paint)).toContain(`background-color:${paint.fill};color:${paint.text};`);
    }
  });

  it('tells the kinds apart without colour, in forced colours too', () => {
    const lineOf = (declarations: string): string =>
      /text-decoration:([^;#]*)/u.exec(declarations)?.[1] ?? '';
    expect(new Set(annotationKinds.map((kind) => lineOf(declarationsFor(kind, paint)))).size).toBe(3);
    expect(new Set(annotationKinds.map((kind) => lineOf(forcedDeclarationsFor(kind)))).size).toBe(3);
  });

  it('prints every kind with a line of its own, in colours for light paper', () => {
    const printed = annotationKinds.map((kind) => printDeclarationsFor(kind, 'blue'));
    const linesOf = printed.map((declarations) => /underline (\w+)/u.exec(declarations)?.[1]);
    expect(new Set(linesOf).size).toBe(annotationKinds.length);
    for (const colour of colours) {
      const { fill, text, line } = palette.light[colour];
      expect(printDeclarationsFor('quote', colour)).toContain(`background-color:${fill};color:${text}`);
      expect(contrastOf(luminanceOfHex(line), 1)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('leaves the colours to the system in forced colours', () => {
    for (const kind of annotationKinds) expect(forcedDeclarationsFor(kind)).not.toMatch(/#|rgb/u);
  });
});
