// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { anchorAll, describeSpan, type Anchoring } from '../../utils/anchoring/index.ts';
import { buildPageText } from '../../utils/text/index.ts';

afterEach(() => {
  document.body.replaceChildren();
});

const caption = 'The broken sea wall at Port Albany. Photo: Harbour Gazette';
const paragraphs = [
  'The harbour council met on Monday evening to settle who will pay for the sea wall that the storm broke.',
  'Councillors voted by twenty-three to seventeen to charge every vessel over fifty tonnes a levy.',
  'The ferry company called the decision a tax on islanders, because its boats cross the bay all day.',
  'Work on the wall begins in spring, said the engineer, and ends before the tides reach the lower town.',
  'Fishermen fear that the works will drive the herring out of the bay in the very weeks of its run.',
  'The mayor promised a second reading in June, once the insurers have put their figures on the table.',
  'Two residents left the gallery in protest when the chair refused to hear them on the cost of sand.',
];

/** The paragraphs with the caption behind some of them; 0 is before the first. */
function pageWith(...places: number[]): string {
  return [null, ...paragraphs]
    .map((text, at) => [text ?? '', ...places.filter((place) => place === at).map(() => caption)].join('\n'))
    .join('\n')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `<p>${line}</p>`)
    .join('');
}

/** Where the caption that was number `which` on one page is on the other: its number there. */
function follow(which: number, before: string, after: string): number | string {
  document.body.innerHTML = before;
  const old = buildPageText(document);
  const start = placesIn(old.raw)[which] ?? -1;
  const selectors = describeSpan(old, { start, end: start + caption.length });
  document.body.innerHTML = after;
  const now = buildPageText(document);
  const [anchoring] = anchorAll(now, [selectors]) as [Anchoring];
  return anchoring.status === 'orphan' ? 'orphan' : placesIn(now.raw).indexOf(anchoring.start);
}

function placesIn(text: string): number[] {
  return [...text.matchAll(new RegExp(caption, 'gu'))].map(({ index }) => index);
}

describe('decideAll on one of three equal captions', () => {
  const before = pageWith(1, 3, 5);

  it('finds the one that was moved to the end', () => {
    expect(follow(1, before, pageWith(1, 5, 7))).toBe(2);
  });

  it('finds the one that was moved to the beginning', () => {
    expect(follow(2, pageWith(3, 5, 7), pageWith(0, 3, 5))).toBe(0);
  });

  it('makes an orphan of the one that was taken away', () => {
    expect(follow(1, before, pageWith(1, 5))).toBe('orphan');
  });

  it('stays with the others when one was moved', () => {
    expect(follow(0, before, pageWith(1, 5, 7))).toBe(0);
    expect(follow(2, before, pageWith(1, 5, 7))).toBe(1);
  });
});
