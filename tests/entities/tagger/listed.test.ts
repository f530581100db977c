import { describe, expect, it } from 'vitest';
import { preferListed } from '../../../utils/entities/tagger/listed.ts';
import type { TaggedType } from '../../../utils/entities/tagger/labels.ts';
import { decodeNameSets, encodeNameSets } from '../../../utils/entities/tagger/name-sets.ts';
import { tokenise } from '../../../utils/entities/tokens.ts';

const names = decodeNameSets(encodeNameSets({ organisation: ['quill park', 'tarn'], place: ['port tarn'] }));

function prefer(text: string, tagged: readonly (readonly [number, number, TaggedType])[]): string[] {
  const tokens = tokenise(text);
  const spans = tagged.map(([from, to, type]) => ({ from, to, type, confidence: 0.7 }));
  return preferListed(tokens, names, spans).map(
    ({ from, to, type }) => `${type}: ${tokens.words.slice(from, to).join(' ')}`,
  );
}

describe('preferListed', () => {
  it('takes an organisation of several words for what the list says', () => {
    expect(prefer('They saw Quill Park play.', [[2, 4, 'place']])).toEqual(['organisation: Quill Park']);
  });
  it('adds one that was not seen', () => {
    expect(prefer('They saw Quill Park play.', [])).toEqual(['organisation: Quill Park']);
  });
  it('leaves people, longer names, single words and places as they are', () => {
    expect(prefer('They saw Quill Park play.', [[2, 4, 'person']])).toEqual(['person: Quill Park']);
    expect(prefer('At Quill Park School.', [[1, 4, 'organisation']])).toEqual([
      'organisation: Quill Park School',
    ]);
    expect(prefer('At Tarn it rained.', [[1, 2, 'place']])).toEqual(['place: Tarn']);
    expect(prefer('At Port Tarn it rained.', [])).toEqual([]);
  });
});
