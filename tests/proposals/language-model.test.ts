import { describe, expect, it } from 'vitest';
import {
  availabilityOf,
  createModelAssist,
  type LanguageModelApi,
} from '../../utils/proposals/language-model.ts';

const text = 'Marta Lindqvist spoke in Haverness.\nThe Harbour Board heard Marta Lindqvist.';
const { signal } = new AbortController();

type StandIn = LanguageModelApi & { readonly asked: string[]; readonly did: string[] };

/** A model that answers the same to everything. */
function createStandIn(answer: string, state = 'available'): StandIn {
  const asked: string[] = [];
  const did: string[] = [];
  return {
    asked,
    did,
    availability: async () => state,
    async create() {
      did.push('create');
      return {
        async prompt(part) {
          asked.push(part);
          return answer;
        },
        destroy: () => void did.push('destroy'),
      };
    },
  };
}

describe('createModelAssist', () => {
  it('proposes every place of the names that the model gives', async () => {
    const answer = JSON.stringify([
      { name: 'Marta Lindqvist', type: 'person' },
      { name: 'Haverness', type: 'place' },
    ]);
    const found = await createModelAssist(createStandIn(answer)).suggest({ text, lang: 'en' }, signal);
    expect(found.map(({ start, end, type }) => [text.slice(start, end), type])).toEqual([
      ['Marta Lindqvist', 'person'],
      ['Haverness', 'place'],
      ['Marta Lindqvist', 'person'],
    ]);
  });

  it('believes no name that does not stand in the text, and no type that there is not', async () => {
    const answer = JSON.stringify([
      { name: 'Napoleon', type: 'person' },
      { name: 'Haverness', type: 'villain' },
      { name: '', type: 'person' },
      { name: 4, type: 'person' },
      'Marta Lindqvist',
      null,
    ]);
    expect(await createModelAssist(createStandIn(answer)).suggest({ text, lang: 'en' }, signal)).toEqual([]);
  });

  it.each(['', 'I am a model.', '{"name": "Haverness"}', '[{"name":'])(
    'survives the answer %j',
    async (answer) => {
      expect(await createModelAssist(createStandIn(answer)).suggest({ text, lang: 'en' }, signal)).toEqual(
        [],
      );
    },
  );

  it('asks about a long text in parts, and lets the model go', async () => {
    const api = createStandIn('[]');
    const long = Array.from({ length: 200 }, () => text).join('\n');
    await createModelAssist(api).suggest({ text: long, lang: 'en' }, signal);
    expect(api.asked.length).toBeGreaterThan(1);
    expect(api.asked.every((part) => part.length <= 3_100)).toBe(true);
    expect(api.did).toEqual(['create', 'destroy']);
  });

  it.each(['downloadable', 'downloading', 'unavailable'])('does not begin while it is %s', async (state) => {
    const api = createStandIn('[]', state);
    expect(await createModelAssist(api).suggest({ text, lang: 'en' }, signal)).toEqual([]);
    expect(api.did).toEqual([]);
  });

  it('ends when it is called off, and lets the model go', async () => {
    const abort = new AbortController();
    const api = createStandIn('[]');
    const suggesting = createModelAssist({
      ...api,
      async create() {
        const session = await api.create();
        abort.abort(new Error('gone'));
        return session;
      },
    }).suggest({ text, lang: 'en' }, abort.signal);
    await expect(suggesting).rejects.toThrow('gone');
    expect(api.did).toEqual(['create', 'destroy']);
  });
});

describe('availabilityOf', () => {
  it('is unavailable where the browser has no model, or fails to say', async () => {
    expect(await availabilityOf(null, 'en')).toBe('unavailable');
    const failing = { ...createStandIn(''), availability: async () => await Promise.reject(new Error('no')) };
    expect(await availabilityOf(failing, 'en')).toBe('unavailable');
    expect(await availabilityOf(createStandIn('', 'downloadable'), 'en')).toBe('loadable');
  });
});
