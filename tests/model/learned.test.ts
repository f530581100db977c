import { describe, expect, it } from 'vitest';
import { lineOf } from '../../utils/model/line.ts';
import {
  heldDecisions,
  isSilenced,
  keyOfName,
  recount,
  type LearnedDecision,
  type LearnedName,
  type Lesson,
} from '../../utils/model/learned.ts';

function decide(part: Partial<LearnedDecision> = {}): LearnedDecision {
  return {
    name: 'Tô Lâm',
    type: 'person',
    action: 'accepted',
    actId: 1,
    annotationId: null,
    isUndone: false,
    spot: null,
    line: null,
    ...part,
  };
}

const rejected = { action: 'rejected', actId: null } as const;

function lesson(decisions: readonly LearnedDecision[], part: Partial<Lesson> = {}): Lesson {
  return { lang: 'vi', decisions, offered: [], ...part };
}

/** Goes through lessons of one article after the other, each from nothing. */
function learnAll(lessons: readonly Lesson[]): Map<string, LearnedName> {
  const known = new Map<string, LearnedName>();
  for (const one of lessons) for (const name of recount(null, one, known)) known.set(keyOfName(name), name);
  return known;
}

describe('recount', () => {
  it('counts a name once an article, however often it was kept there', () => {
    const [name] = learnAll([lesson([decide(), decide({ actId: 2 }), decide({ actId: 3 })])]).values();
    expect(name).toMatchObject({ accepted: 1, rejected: 0, streak: 0 });
  });

  it('silences a name that was rejected in two articles, and no earlier', () => {
    const once = [...learnAll([lesson([decide(rejected), decide(rejected)])]).values()];
    expect(once.map(isSilenced)).toEqual([false]);
    const twice = [...learnAll([lesson([decide(rejected)]), lesson([decide(rejected)])]).values()];
    expect(twice.map(isSilenced)).toEqual([true]);
  });

  it('lets a name speak again that is accepted', () => {
    const names = learnAll([lesson([decide(rejected)]), lesson([decide(rejected)]), lesson([decide()])]);
    expect([...names.values()].map(isSilenced)).toEqual([false]);
  });

  it('takes back what a lesson said before it changed', () => {
    const before = lesson([decide({ annotationId: 'a' })]);
    const known = learnAll([before]);
    const after = lesson([decide({ annotationId: 'a', isUndone: true })]);
    expect(recount(before, after, known)).toMatchObject([{ accepted: 0 }]);
  });

  it('counts what was offered and left alone as passed over, once something was decided', () => {
    const offered = [{ name: 'Bắc Ninh', type: 'place' }, decide()];
    expect(learnAll([lesson([], { offered })]).size).toBe(0);
    const names = learnAll([lesson([decide()], { offered })]);
    expect(names.get('place\nBắc Ninh')).toMatchObject({ passed: 1, accepted: 0 });
    expect(names.get('person\nTô Lâm')).toMatchObject({ passed: 0, accepted: 1 });
  });

  it('learns no days from being kept, but is told to leave one out', () => {
    const day = { name: 'hôm nay', type: 'date' };
    expect(learnAll([lesson([decide(day)])]).size).toBe(0);
    const names = learnAll([
      lesson([decide({ ...day, ...rejected })]),
      lesson([decide({ ...day, ...rejected })]),
    ]);
    expect([...names.values()].map(isSilenced)).toEqual([true]);
  });

  it('takes the rejection of one mention for none of the name', () => {
    expect(learnAll([lesson([decide({ ...rejected, spot: 'a|May|b' })])]).size).toBe(0);
  });
});

describe('heldDecisions', () => {
  const kept = decide({ annotationId: 'a' });
  const changed = decide({ annotationId: 'a', type: 'place', actId: 2 });

  it('holds to the last type that an annotation was given', () => {
    expect(heldDecisions([kept, changed])).toEqual([changed]);
    expect(heldDecisions([kept, { ...changed, isUndone: true }])).toEqual([kept]);
  });

  it('holds nothing of an annotation that was taken back', () => {
    expect(heldDecisions([{ ...kept, isUndone: true }, changed])).toEqual([]);
  });
});

describe('lineOf', () => {
  const text = 'Cảng Đông\nTàu vào Cảng Đông lúc rạng sáng.\nTàu rời Cảng Đông.';
  const quote = (prefix: string, suffix: string): Parameters<typeof lineOf>[1] => [
    { type: 'TextQuoteSelector', exact: 'Cảng Đông', prefix, suffix },
  ];

  it('finds the line by what stands around the words', () => {
    expect(lineOf(text, quote('Tàu vào ', ' lúc'))).toEqual({
      text: 'Tàu vào Cảng Đông lúc rạng sáng.',
      start: 8,
      end: 17,
    });
    expect(lineOf(text, quote('Tàu rời ', '.'))?.text).toBe('Tàu rời Cảng Đông.');
  });

  it('is null where the text has no such words', () => {
    expect(lineOf('Cảng Tây', quote('', ''))).toBeNull();
  });
});
