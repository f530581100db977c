import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { ReadArticle } from '../../utils/model/read-article.ts';
import { serveWork, type WorkAnswer } from '../../utils/proposals/serve.ts';
import { createWork } from '../../utils/proposals/work.ts';

const text = 'Marta Lindqvist told the Haverness Harbour Board that the crane would go.';
const article: ReadArticle = {
  state: 'article',
  lang: 'en-GB',
  dir: 'ltr',
  blocks: [{ kind: 'paragraph', start: 0, end: text.length, text, rank: 0, isApart: false }],
  marks: [],
  isCut: false,
};
const nothing = { known: [], memory: { surfaces: [] }, rejected: { names: [], spots: [] }, weights: null };
const { signal } = new AbortController();

const asked: string[] = [];
const work = createWork(async (file) => {
  asked.push(file);
  return new Uint8Array(await readFile(`public/models/${file}.bin`));
});

describe('createWork', () => {
  it('loads the model of the article’s language, once, and no other', async () => {
    const found = await work.entities({ article, ...nothing }, signal);
    await work.entities({ article, ...nothing }, signal);
    expect(found.map(({ name }) => name)).toContain('Marta Lindqvist');
    expect(asked.toSorted()).toEqual(['en', 'names']);
  });

  it('loads nothing for a language without a model, and proposes by rules', async () => {
    asked.length = 0;
    await work.entities({ article: { ...article, lang: 'cy' }, ...nothing }, signal);
    expect(asked).toEqual([]);
  });

  it('learns weights beside the model, and leaves those of another model alone', async () => {
    const at = text.indexOf('Haverness');
    const decision = { type: 'place', action: 'accepted', line: { text, start: at, end: at + 23 } } as const;
    const lessons = Array.from({ length: 4 }, () => ({ decisions: [decision], isDone: false }));
    const weights = await work.train({ lang: 'en', weights: null, lessons }, signal);
    expect(weights.data.slots.length).toBeGreaterThan(0);
    const other = await work.train(
      { lang: 'en', weights: { ...weights, model: 'old' }, lessons: [] },
      signal,
    );
    expect(other.data.slots).toHaveLength(0);
    expect(other.model).toBe(weights.model);
  });

  it('stops where it is called off', async () => {
    const abort = new AbortController();
    abort.abort(new Error('gone'));
    await expect(work.entities({ article, ...nothing }, abort.signal)).rejects.toThrow('gone');
  });
});

describe('serveWork', () => {
  it('answers calls in turn, none that was cancelled, and says what failed', async () => {
    const answers: WorkAnswer[] = [];
    const failing = { ...work, train: async () => await Promise.reject(new Error('broken')) };
    const done = Promise.withResolvers<void>();
    const serve = serveWork(
      failing,
      (answer) => {
        answers.push(answer);
        if (answer.id === 3) done.resolve();
      },
      () => {},
    );
    serve({ id: 1, call: 'quotes', input: { article, people: [] } });
    serve({ id: 2, call: 'quotes', input: { article, people: [] } });
    serve({ id: 3, call: 'train', input: { lang: 'en', weights: null, lessons: [] } });
    serve({ id: 2, call: 'cancel' });
    await done.promise;
    expect(answers.map(({ id, isOk }) => [id, isOk])).toEqual([
      [1, true],
      [3, false],
    ]);
  });
});
