// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ChangedSince, type ChangedSinceProps } from '../../components/ChangedSince.tsx';
import type { VersionBlock, VersionRole } from '../../utils/model/version.ts';
import { compareVersions } from '../../utils/versions/compare.ts';
import { clear, press, show, type Lang } from './stage.tsx';

afterEach(clear);

const block = (text: string, role: VersionRole = 'paragraph'): VersionBlock => ({ role, text });
const levy = block('Every boat longer than eight metres will pay a levy of ninety pence a ton.');
const edited = block('Every boat longer than nine metres will pay a levy of ninety pence a ton.');
const owner = block('Greta Holm, who owns three boats, said that nobody on the quay had been asked.');
const board = block('The board meets again in March, when it will hear the ferry company.');
const storm = block('A storm broke the old wall in 1953; it was patched with rubble from the quarry.');
const [old, anew] = [
  block('Board votes for a wall', 'headline'),
  block('Board votes against a wall', 'headline'),
];

function props(before: readonly VersionBlock[], after: readonly VersionBlock[]): ChangedSinceProps {
  return {
    changes: compareVersions(before, after),
    since: '2026-05-12T10:00:00.000Z',
    now: new Date('2026-05-20T10:00:00.000Z'),
    touched: { altered: 0, lost: 0 },
    lang: 'en',
    isBusy: false,
    onSeen: vi.fn<() => void>(),
    onShow: vi.fn<(text: string) => void>(),
  };
}

const edit = props([old, levy, owner, board], [anew, edited, owner, board, storm]);

function tell(of: ChangedSinceProps, lang: Lang = 'en'): string {
  return show(<ChangedSince {...of} />, lang).querySelector('#changed-title')?.textContent ?? '';
}

describe('ChangedSince', () => {
  it('says what changed since which day, in the forms of the numbers', () => {
    expect(tell(edit)).toBe(
      'Since May 12, 2026: headline changed, 1 paragraph changed, and 1 paragraph added.',
    );
    expect(tell({ ...edit, touched: { altered: 1, lost: 2 } })).toContain(
      '1 of your annotations altered, and 2 of your annotations no longer found.',
    );
    expect(tell(props([levy, owner, storm, board], [board, levy, owner, storm]))).toBe(
      'Since May 12, 2026: 1 paragraph moved.',
    );
  });

  it('says it in Vietnamese', () => {
    expect(tell(edit, 'vi')).toBe('Từ 12 tháng 5, 2026: tiêu đề đã sửa, 1 đoạn đã sửa và 1 đoạn thêm mới.');
  });

  it('tells the time of what was read today', () => {
    expect(tell({ ...edit, now: new Date('2026-05-12T10:30:00.000Z') })).toMatch(
      /^Since \d+:00\s[AP]M today: /u,
    );
  });

  it('does not call a stub a change', () => {
    const long = Array.from({ length: 9 }, (_, index) =>
      block(`${owner.text} It was the ${index}th time this year.`),
    );
    expect(tell(props(long, long.slice(0, 2)))).toBe(
      'This page shows only a part of the article now. Before (May 12, 2026) it showed more.',
    );
    expect(tell(props(long.slice(0, 2), long))).toBe(
      'This page shows more of the article now than before (May 12, 2026): 7 paragraphs added.',
    );
  });

  it('lists the changes with their words, and leads to those that are on the page', () => {
    const all = props([old, levy, owner, board], [anew, edited, board, storm]);
    const stage = show(<ChangedSince {...all} />);
    const items = [...stage.querySelectorAll('.changes li')];
    expect(items.map((item) => item.querySelector('.diff-title')?.textContent)).toEqual([
      'Headline: Changed',
      'Changed',
      'Removed',
      'Added',
    ]);
    expect(items[1]?.querySelector('del')?.textContent).toBe('removed: eight');
    expect(items[1]?.querySelector('ins')?.textContent).toBe('added: nine');
    expect(items.map((item) => item.querySelector('button') !== null)).toEqual([true, true, false, true]);
    items[1]?.querySelector('button')?.click();
    expect(all.onShow).toHaveBeenCalledExactlyOnceWith(edited.text);
  });

  it('says how many changes are not listed', () => {
    const lines = Array.from({ length: 130 }, (_, index) =>
      block(`Entry ${index} was filed at ${index} past noon.`),
    );
    const stage = show(<ChangedSince {...props([levy], [levy, ...lines])} />);
    expect(stage.querySelectorAll('.changes li')).toHaveLength(100);
    expect(stage.textContent).toContain('30 more changes are not listed here.');
  });

  it('tells when the reader has seen it', () => {
    const seen = props([levy], [edited]);
    show(<ChangedSince {...seen} />);
    press('Seen');
    expect(seen.onSeen).toHaveBeenCalledOnce();
  });
});
