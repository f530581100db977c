import { annotationKinds, colours } from '../model/annotation.ts';
import { declarationsFor, forcedDeclarationsFor, palette, type Paint } from '../painting/palette.ts';

/** The paint of both grounds in one; the browser takes the one that fits the colours around it. */
function paintOf(colour: keyof typeof palette.light): Paint {
  const [light, dark] = [palette.light[colour], palette.dark[colour]];
  const pair = (part: keyof Paint): string => `light-dark(${light[part]},${dark[part]})`;
  return { fill: pair('fill'), text: pair('text'), line: pair('line') };
}

/** Rules that paint marks in the reader view as the painter paints them on the page. */
export function createMarkRules(): string {
  const rules: string[] = [];
  const forced: string[] = [];
  for (const kind of annotationKinds) {
    for (const colour of colours) {
      const selector = `.read-mark-${kind}-${colour}`;
      rules.push(`${selector}{${declarationsFor(kind, paintOf(colour))}}`);
      forced.push(`${selector}{${forcedDeclarationsFor(kind)}}`);
    }
  }
  // What lies below another mark is told by a line in its own colour, under the other's.
  for (const colour of colours)
    rules.push(`.read-over-${colour}{box-shadow:0 3px 0 ${paintOf(colour).line}}`);
  return `${rules.join('')}@media (forced-colors:active){${forced.join('')}}`;
}

let sheet: CSSStyleSheet | null = null;

/** Brings the rules into our own document, once. */
export function adoptMarkStyles(document: Document): void {
  if (sheet !== null) return;
  sheet = new CSSStyleSheet();
  sheet.replaceSync(createMarkRules());
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
