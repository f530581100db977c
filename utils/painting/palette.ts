import type { AnnotationKind, Colour } from '../model/annotation.ts';

/** Whether the text under a mark is dark on light or light on dark. */
export type Ground = 'light' | 'dark';

/** Colours of one mark as CSS hex: the fill, the text on it, and the line under it. */
export type Paint = { readonly fill: string; readonly text: string; readonly line: string };

/**
 * Fills that keep 7:1 for the text on them and 3:1 for the line against the fill, on light and on dark
 * pages. Text colour is always set with the fill: a page may have dark and light stretches.
 */
export const palette: Readonly<Record<Ground, Readonly<Record<Colour, Paint>>>> = {
  light: {
    yellow: { fill: '#fdeb8a', text: '#1b1a17', line: '#7d6200' },
    green: { fill: '#bfe8c1', text: '#131c14', line: '#2c7136' },
    blue: { fill: '#bfdff7', text: '#10191f', line: '#1c639c' },
    pink: { fill: '#fbcddb', text: '#211318', line: '#a8336a' },
    purple: { fill: '#dfd2f7', text: '#191422', line: '#6a43ad' },
  },
  dark: {
    yellow: { fill: '#574703', text: '#fff8dc', line: '#e9c73f' },
    green: { fill: '#1c4a26', text: '#e9f8ea', line: '#7fd08b' },
    blue: { fill: '#173f60', text: '#e6f3fd', line: '#7cbcf0' },
    pink: { fill: '#5e1f3e', text: '#fdeaf1', line: '#f29bbb' },
    purple: { fill: '#40286f', text: '#f1eafc', line: '#bfa3f1' },
  },
};

/** The line under each kind: kinds are told apart without colour. */
const lines: Readonly<Record<AnnotationKind, string>> = {
  highlight: 'none',
  quote: 'underline solid 2px',
  entity: 'underline dotted 2px',
};

/** The declarations of a `::highlight()` rule for a kind and colour. */
export function declarationsFor(kind: AnnotationKind, paint: Paint): string {
  const line = lines[kind];
  const decoration = line === 'none' ? '' : `text-decoration:${line} ${paint.line};`;
  return `background-color:${paint.fill};color:${paint.text};${decoration}`;
}

/**
 * The same in forced colours, where the system owns the palette: a mark keeps the system's own highlight
 * pair, and kinds keep their lines.
 */
export function forcedDeclarationsFor(kind: AnnotationKind): string {
  const line = lines[kind];
  const decoration = line === 'none' ? '' : `text-decoration:${line} currentColor;`;
  return `background-color:Mark;color:MarkText;${decoration}`;
}

/**
 * The same on paper, which is light whatever the page is: Chromium prints the fill even without background graphics,
 * and then dark fills of dark pages too. Where a fill is left out each kind has a line of its own.
 */
export function printDeclarationsFor(kind: AnnotationKind, colour: Colour): string {
  const { fill, text, line } = palette.light[colour];
  const style = kind === 'highlight' ? 'underline dashed 1px' : lines[kind];
  return `background-color:${fill};color:${text};text-decoration:${style} ${line};`;
}

/** WCAG 2.2 relative luminance of an sRGB colour given as channels from 0 to 255. */
export function luminanceOf([red, green, blue]: readonly [number, number, number]): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** WCAG 2.2 contrast ratio of two luminances, from 1 to 21. */
export function contrastOf(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
