import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VersionBlock, VersionRole } from '../../utils/model/version.ts';
import { compareVersions, hasChanged, type BlockChange } from '../../utils/versions/compare.ts';

const block = (text: string, role: VersionRole = 'paragraph'): VersionBlock => ({ role, text });
const article = (...texts: string[]): VersionBlock[] => texts.map((text) => block(text));

/** Changes in short: what became of which block. */
function tell(changes: readonly BlockChange[]): string[] {
  return changes.map((change) => {
    const words = 'after' in change ? change.after : change.before;
    return `${change.kind} ${change.role}: ${words.split(' ').slice(0, 3).join(' ')}`;
  });
}

const headline = 'Harbour board votes for a new sea wall';
const lead = 'The wall will cost £40m and take six years, and smaller boats will pay for it too.';
const levy = 'Every boat longer than eight metres will pay a levy of ninety pence for each ton it lands.';
const owner = 'Greta Holm, who owns three boats, said that nobody on the quay had been asked about the levy.';
const board = 'The board meets again in March, when it will hear the ferry company and the fishmongers.';
const history =
  'A storm broke the old wall in 1953 and again in 1978; both times it was patched with rubble.';
const base = [
  block(headline, 'headline'),
  block(lead, 'standfirst'),
  ...article(levy, owner, board, history),
];

describe('compareVersions', () => {
  it('finds nothing between equal texts', () => {
    const result = compareVersions(base, base);
    expect(hasChanged(result)).toBe(false);
    expect(result).toMatchObject({ isHeadlineChanged: false, isStandfirstChanged: false, extent: 'whole' });
  });

  it('counts an edited paragraph as changed, with both its texts', () => {
    const edited = levy.replace('ninety pence', 'one pound');
    const { changes, counts } = compareVersions(base, [
      ...base.slice(0, 2),
      ...article(edited, owner, board, history),
    ]);
    expect(changes).toEqual([{ kind: 'changed', role: 'paragraph', before: levy, after: edited }]);
    expect(counts).toEqual({ changed: 1, added: 0, removed: 0, moved: 0 });
  });

  it('tells a replaced paragraph from an edited one', () => {
    const other = 'Gulls nest on the roof of the customs house, where a camera has watched them since May.';
    const { changes } = compareVersions(article(levy, owner, board), article(levy, other, board));
    expect(tell(changes)).toEqual(['removed paragraph: Greta Holm, who', 'added paragraph: Gulls nest on']);
  });

  it('tells what was added, removed and moved, in the order of the text as it is now', () => {
    const fresh = 'The council has since promised to pay for a study of the harbour bed, due next summer.';
    const { changes, counts } = compareVersions(
      article(levy, owner, board, history),
      article(fresh, history, levy, board),
    );
    expect(tell(changes)).toEqual([
      'added paragraph: The council has',
      'moved paragraph: A storm broke',
      'removed paragraph: Greta Holm, who',
    ]);
    expect(counts).toEqual({ changed: 0, added: 1, removed: 1, moved: 1 });
  });

  it('names headline and standfirst, and does not count them as paragraphs', () => {
    const now = [
      block('Harbour board rejects a new sea wall', 'headline'),
      block('Nobody will pay anything.', 'standfirst'),
      ...base.slice(2),
    ];
    const result = compareVersions(base, now);
    expect(result).toMatchObject({
      isHeadlineChanged: true,
      isStandfirstChanged: true,
      counts: { changed: 0, added: 0, removed: 0, moved: 0 },
    });
    expect(tell(result.changes)).toEqual([
      'changed headline: Harbour board rejects',
      'changed standfirst: Nobody will pay',
    ]);
  });

  it('makes no change of a headline that was found on one side only', () => {
    expect(hasChanged(compareVersions(base, base.slice(1)))).toBe(false);
    expect(hasChanged(compareVersions(base.slice(1), base))).toBe(false);
  });

  it('makes no change of a standfirst that was taken for a paragraph', () => {
    const now = base.map(({ role, text }) => block(text, role === 'standfirst' ? 'paragraph' : role));
    expect(hasChanged(compareVersions(base, now))).toBe(false);
  });

  const noise: Record<string, [string, string]> = {
    'curly and straight quotes': ['“It’s ours,” she said.', '"It\'s ours," she said.'],
    'dashes and ellipses': ['Wait – they said…', 'Wait - they said...'],
    spaces: ['Ninety pence  a ton ', 'Ninety\u00a0pence a ton'],
    'soft hyphens and zero-width characters': ['har\u00adbour\u200b board', 'harbour board'],
    'decomposed letters': ['Phí cảng tăng gấp đôi'.normalize('NFD'), 'Phí cảng tăng gấp đôi'],
  };
  it.each(Object.entries(noise))('passes over %s', (_, [before, after]) => {
    expect(hasChanged(compareVersions(article(before), article(after)))).toBe(false);
    expect(hasChanged(compareVersions([block(before, 'headline')], [block(after, 'headline')]))).toBe(false);
  });

  it('passes over paragraphs that were parted or joined', () => {
    const parted = article(levy, `${owner} ${board}`, history);
    const whole = article(levy, owner, board, history);
    expect(hasChanged(compareVersions(parted, whole))).toBe(false);
    expect(hasChanged(compareVersions(whole, parted))).toBe(false);
    const edited = article(levy.replace('eight', 'nine'), owner, board, history);
    expect(compareVersions(parted, edited).counts).toEqual({ changed: 1, added: 0, removed: 0, moved: 0 });
  });

  it('compares Vietnamese by its syllables', () => {
    const before = article(
      'Hội đồng cảng họp tối thứ Hai để bàn về phí mới và cây cầu tàu cũ ở cuối phố.',
      'Bà Lan cho biết chưa có ngư dân nào được hỏi ý kiến về khoản phí này.',
      'Mùa đông năm ngoái sóng đã đánh vỡ hai đoạn kè dài gần trăm mét.',
    );
    const after = article(
      'Hội đồng cảng họp tối thứ Ba để bàn về phí mới và cây cầu tàu cũ ở cuối phố.',
      'Chiều nay đoàn kiểm tra của tỉnh rời bến, mang theo biên bản dày bốn mươi trang.',
      'Mùa đông năm ngoái sóng đã đánh vỡ hai đoạn kè dài gần trăm mét.',
    );
    expect(tell(compareVersions(before, after).changes)).toEqual([
      'changed paragraph: Hội đồng cảng',
      'removed paragraph: Bà Lan cho',
      'added paragraph: Chiều nay đoàn',
    ]);
  });

  it('compares scripts without spaces by their characters', () => {
    const { counts } = compareVersions(
      article('港の料金は来年から上がる。'),
      article('港の料金は今年から上がる。'),
    );
    expect(counts.changed).toBe(1);
  });

  it('takes two short lines alone between unchanged ones for one that was changed', () => {
    expect(compareVersions(article(levy, 'Yes.', owner), article(levy, 'No.', owner)).counts.changed).toBe(1);
  });

  it('tells repeated lines one by one', () => {
    const { counts } = compareVersions(
      article('Goal.', levy, 'Goal.', 'Goal.'),
      article('Goal.', levy, 'Goal.'),
    );
    expect(counts).toEqual({ changed: 0, added: 0, removed: 1, moved: 0 });
  });

  it('calls a text that lost most of its paragraphs a part, and the way back more', () => {
    const long = Array.from({ length: 12 }, (_, index) =>
      block(`${levy} Boat ${index} sails at ${index * 2} past four.`),
    );
    const stub = [...long.slice(0, 2), block('Subscribe to go on.')];
    expect(compareVersions(long, stub).extent).toBe('part');
    expect(compareVersions(stub, long).extent).toBe('more');
    const anew = article(history, board, owner);
    expect(compareVersions(long, anew).extent).toBe('whole');
  });

  it('answers in bounded time for 2,000 paragraphs of 50 words, all of them edited or all of them new', () => {
    const paragraph = (seed: number): VersionBlock =>
      block(
        Array.from({ length: 50 }, (_, index) => `word${(seed * 37 + index * index * 11) % 5_000}`).join(' '),
      );
    const before = Array.from({ length: 2_000 }, (_, index) => paragraph(index));
    const edited = before.map(({ text }, index) => block(text.replace(/^\w+ \w+/u, `edit${index} of`)));
    const others = before.map((_, index) =>
      block(Array.from({ length: 50 }, (_, at) => `new${index * 50 + at}`).join(' ')),
    );
    const start = performance.now();
    expect(compareVersions(before, edited).counts.changed).toBe(2_000);
    expect(compareVersions(before, others).counts).toEqual({
      changed: 0,
      added: 2_000,
      removed: 2_000,
      moved: 0,
    });
    // Comparing every pair would take minutes; this takes a second on a slow machine.
    expect(performance.now() - start).toBeLessThan(15_000);
  });

  it('accounts for every block, whatever changes', () => {
    const text = array(constantFrom(levy, owner, board, history, 'Yes.', 'No.', `${levy} ${owner}`), {
      maxLength: 12,
    });
    assert(
      property(text, text, (before, after) => {
        const { changes } = compareVersions(article(...before), article(...after));
        const length = (all: readonly string[]): number => all.join('').replaceAll(' ', '').length;
        const gone = changes.flatMap((change) =>
          'before' in change && change.kind !== 'moved' ? [change.before] : [],
        );
        const come = changes.flatMap((change) =>
          'after' in change && change.kind !== 'moved' ? [change.after] : [],
        );
        expect(length(before) - length(gone)).toBe(length(after) - length(come));
      }),
    );
  });
});
