import { buildPageText, foldText } from '../../../utils/text/index.ts';

const words =
  'The river rose by two metres in the night – “the bridge” at Huế’s old mill was closed before dawn and '.split(
    ' ',
  );

/** Milliseconds to build and to fold the text of a page with about so many characters; the best of three. */
export function run(length: number): {
  readonly length: number;
  readonly buildMs: number;
  readonly foldMs: number;
} {
  const main = document.createElement('main');
  for (let made = 0; made < length;) {
    const paragraph = document.createElement('p');
    for (let part = 0; part < 4; part++) {
      const text = Array.from({ length: 20 }, (_, i) => words[(made + i * 7 + part) % words.length]).join(
        ' ',
      );
      const inline = document.createElement(part % 2 === 0 ? 'span' : 'b');
      inline.textContent = `${text} `;
      paragraph.append(inline);
      made += text.length + 1;
    }
    main.append(paragraph, '\n  ');
  }
  document.body.replaceChildren(main);
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now();
    const { raw } = buildPageText(document);
    const built = performance.now();
    foldText(raw);
    return { length: raw.length, buildMs: built - start, foldMs: performance.now() - built };
  });
  const best = (key: 'buildMs' | 'foldMs') => Math.min(...times.map((time) => time[key]));
  return { length: times[0]?.length ?? 0, buildMs: best('buildMs'), foldMs: best('foldMs') };
}
