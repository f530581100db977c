import { describe, expect, it } from 'vitest';
import { Memory, type Decision } from '../../utils/entities/memory.ts';
import { suggestEntities } from '../../utils/entities/suggest.ts';

const text = 'The Quillmore board met in Tarn.';

function decide(words: string, type: string, action: Decision['action']): Decision[] {
  const start = text.indexOf(words);
  return [{ start, end: start + words.length, type, action }];
}

function namesOf(memory: Memory, words: string): string[] {
  return memory.suggest(words).map(({ name, type }) => `${name}: ${type}`);
}

describe('Memory', () => {
  it('proposes what was accepted in the next text, however it is spaced', () => {
    const memory = new Memory();
    memory.learn(text, decide('Quillmore board', 'organisation', 'accepted'), false);
    expect(namesOf(memory, 'A Quillmore\u00a0board.')).toEqual(['Quillmore board: organisation']);
  });

  it('is silent about a name after two rejections, and speaks again after it is accepted', () => {
    const memory = new Memory();
    memory.learn(text, decide('Tarn', 'place', 'accepted'), false);
    memory.learn(text, decide('Tarn', 'place', 'rejected'), false);
    expect(memory.isSilenced('Tarn', 'place')).toBe(false);
    memory.learn(text, decide('Tarn', 'place', 'rejected'), false);
    expect(memory.isSilenced('Tarn', 'place')).toBe(true);
    expect(namesOf(memory, text)).toEqual([]);
    memory.learn(text, decide('Tarn', 'place', 'accepted'), false);
    memory.learn(text, decide('Tarn', 'place', 'accepted'), false);
    expect(namesOf(memory, text)).toEqual(['Tarn: place']);
  });

  it('silences the proposals of the others too', () => {
    const sentence = 'Yesterday Mr. Ada Quill spoke.';
    const memory = new Memory();
    const [found] = suggestEntities(sentence, { lang: 'en', memory });
    expect(found?.name).toBe('Ada Quill');
    const decision = {
      start: found?.start ?? 0,
      end: found?.end ?? 0,
      type: 'person',
      action: 'rejected',
    } as const;
    memory.learn(sentence, [decision], false);
    memory.learn(sentence, [decision], false);
    expect(suggestEntities(sentence, { lang: 'en', memory })).toEqual([]);
  });

  it('prefers the type that was accepted more often', () => {
    const memory = new Memory();
    memory.learn(text, decide('Tarn', 'person', 'accepted'), false);
    memory.learn(text, decide('Tarn', 'place', 'accepted'), false);
    memory.learn(text, decide('Tarn', 'place', 'accepted'), false);
    expect(namesOf(memory, 'Tarn')).toEqual(['Tarn: place']);
  });

  it('stops proposing a name that the reader leaves untouched in text after text', () => {
    const memory = new Memory();
    memory.learn(text, decide('Tarn', 'place', 'accepted'), true);
    for (let i = 0; i < 4; i++) memory.learn('Nothing of Tarn today.', [], true);
    expect(namesOf(memory, 'Tarn')).toEqual([]);
  });

  it('comes back the same from plain data', () => {
    const memory = new Memory();
    memory.learn(text, decide('Tarn', 'place', 'accepted'), false);
    const stored = JSON.parse(JSON.stringify(memory.toData())) as ReturnType<Memory['toData']>;
    expect(namesOf(new Memory(stored), text)).toEqual(['Tarn: place']);
  });

  it('forgets a single name', () => {
    const memory = new Memory();
    memory.learn(text, decide('Tarn', 'place', 'accepted'), false);
    memory.forget('Tarn');
    expect(memory.toData().surfaces).toEqual([]);
    expect(namesOf(memory, text)).toEqual([]);
  });
});
