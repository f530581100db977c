import { describe, expect, it } from 'vitest';
import { joinHyphenated } from '../../../utils/entities/tagger/hyphen.ts';
import type { TaggedType } from '../../../utils/entities/tagger/labels.ts';
import { tokenise } from '../../../utils/entities/tokens.ts';

function join(text: string, name: string, type: TaggedType): string {
  const tokens = tokenise(text);
  const at = (offset: number): number => [...tokens.starts].findLastIndex((start) => start <= offset);
  const start = text.indexOf(name);
  const span = { from: at(start), to: at(start + name.length - 1) + 1, type, confidence: 0.9 };
  const [joined] = joinHyphenated(tokens, [span]);
  return text.slice(tokens.starts[joined?.from ?? 0], tokens.ends[(joined?.to ?? 1) - 1]);
}

describe('joinHyphenated', () => {
  it('joins the second half of a given name', () => {
    expect(join('The actor Kim Ha-neul smiled.', 'Kim Ha', 'person')).toBe('Kim Ha-neul');
  });
  it('leaves words that only lean on a name', () => {
    expect(join('A Quill-era law.', 'Quill', 'person')).toBe('Quill');
    expect(join('The Quill-backed plan.', 'Quill', 'person')).toBe('Quill');
  });
  it('leaves places', () => {
    expect(join('A Tarn-wide alarm.', 'Tarn', 'place')).toBe('Tarn');
  });
});
