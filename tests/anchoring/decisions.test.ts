// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { anchorAll, describeSpan, readSpan } from '../../utils/anchoring/index.ts';
import type { Selector } from '../../utils/model/selector.ts';
import { buildPageText } from '../../utils/text/index.ts';
import type { PageText } from '../../utils/text/types.ts';

afterEach(() => {
  document.body.replaceChildren();
});

function show(html: string): PageText {
  document.body.innerHTML = html;
  return buildPageText(document);
}

function keep(pageText: PageText, words: string, occurrence = 0): Selector[] {
  let start = -1;
  for (let at = 0; at <= occurrence; at++) start = pageText.raw.indexOf(words, start + 1);
  if (start === -1) throw new Error(`expected "${words}" in the page`);
  return describeSpan(pageText, { start, end: start + words.length });
}

/** Status and words of the answer; of an orphan the reason. */
function find(html: string, selectors: readonly Selector[]): string[] {
  const pageText = show(html);
  const [anchoring] = anchorAll(pageText, [selectors]);
  if (anchoring === undefined) throw new Error('expected one answer for one target');
  return anchoring.status === 'orphan'
    ? ['orphan', anchoring.reason]
    : [anchoring.status, readSpan(pageText, anchoring)];
}

const lead =
  'The harbour council met on Monday evening to settle who will pay for the sea wall that the storm of February broke in three places.';
const vote =
  'Councillors voted by twenty-three to seventeen to charge every vessel over fifty tonnes a levy that rises with its weight.';
const ferry =
  'The ferry company called the decision a tax on islanders, because its two boats cross the bay eleven times on each working day.';
const end =
  'Work on the wall begins in spring, said the engineer, and it will be finished before the autumn tides reach the lower town.';
const page = (...paragraphs: string[]): string => paragraphs.map((text) => `<p>${text}</p>`).join('');
const article = page(lead, vote, ferry, end);

const tin =
  'Hội đồng thành phố họp tối thứ Hai để quyết định ai sẽ trả tiền sửa con đê bị bão đánh vỡ hồi tháng Hai.';
const bo =
  'Các đại biểu bỏ phiếu thu thêm một khoản phí với mọi tàu trên năm mươi tấn, tàu càng nặng phí càng cao.';
const pha =
  'Công ty phà nói quyết định này là đánh thuế vào dân đảo, vì mỗi ngày hai chiếc phà của họ qua vịnh mười một chuyến.';

describe('anchorAll on an edited passage', () => {
  const edits: Record<string, { before: string; kept: string; after: string; found: string }> = {
    'finds it when one word in five is another': {
      before: article,
      kept: vote,
      after: article.replace(
        vote,
        'Members voted by twenty-three to eighteen to bill each vessel over sixty tonnes a levy that grows with its weight.',
      ),
      found:
        'Members voted by twenty-three to eighteen to bill each vessel over sixty tonnes a levy that grows with its weight.',
    },
    'finds it when a clause was put in': {
      before: article,
      kept: vote,
      after: article.replace('over fifty tonnes', 'over fifty tonnes, fishing boats of the bay excepted,'),
      found: vote.replace('over fifty tonnes', 'over fifty tonnes, fishing boats of the bay excepted,'),
    },
    'finds a Vietnamese one whose tones are written the other way': {
      before: page(tin, bo, pha),
      kept: 'mọi tàu trên năm mươi tấn',
      after: page(tin, bo, pha).replace('mọi tàu trên', 'tất cả tàu trên').replace('hòa', 'hoà'),
      found: 'tất cả tàu trên năm mươi tấn',
    },
    'finds one of a script without spaces': {
      before: page(
        '市議會星期一晚上開會,討論誰來支付海堤的費用。',
        '議員們以二十三票對十七票通過徵收新的港口費。',
      ),
      kept: '議員們以二十三票對十七票通過徵收新的港口費。',
      after: page(
        '市議會星期一晚上開會,討論誰來支付海堤的費用。',
        '議員們以二十三票對十八票決定徵收新的港口費。',
      ),
      found: '議員們以二十三票對十八票決定徵收新的港口費。',
    },
  };
  it.each(Object.entries(edits))('%s', (_, { before, kept, after, found }) => {
    expect(find(after, keep(show(before), kept))).toEqual(['altered', found]);
  });
});

describe('anchorAll on a passage that changed at its end', () => {
  it('takes a word that replaced its last block', () => {
    const before = show(page(lead, vote, 'Reuters', ferry, end));
    const start = before.raw.indexOf(vote);
    const selectors = describeSpan(before, { start, end: before.raw.indexOf('Reuters') + 'Reuters'.length });
    expect(find(page(lead, vote, 'Agencies', ferry, end), selectors)).toEqual([
      'altered',
      `${vote}\nAgencies`,
    ]);
  });

  it('does not take the beginning of the next block for its last word', () => {
    const selectors = keep(show(page(lead, vote, ferry, end)), vote);
    const after = page(lead, vote.replace(' weight.', ''), ferry.replace('The ferry', 'This ferry'), end);
    expect(find(after, selectors)).toEqual(['altered', vote.replace(' weight.', '')]);
  });

  it('stays in its place when its words stand once more in the same paragraph', () => {
    const trip =
      'The pilot boat left Port Albany at dawn with nine people aboard, took soundings off the broken wall until the wind rose, lay for an hour behind the old lighthouse, and came back to Port Albany in the evening.';
    const selectors = keep(show(page(lead, trip, ferry, end)), 'Port Albany');
    const after = page(lead, trip.replace('left Port Albany', 'left Port Western'), ferry, end);
    expect(find(after, selectors)).toEqual(['altered', 'Port Western']);
  });
});

describe('anchorAll on a deleted passage', () => {
  const related = (title: string): string =>
    `<aside><h4>Related</h4><ul><li>${title}</li><li>Tide tables for the coming week</li></ul></aside>`;
  const lookalike =
    'Councillors voted by thirty to nine to charge every household over the river a fee that rises with its roof.';

  it('makes an orphan of it', () => {
    expect(find(page(lead, ferry, end), keep(show(article), vote))).toEqual(['orphan', 'deleted']);
    expect(find(page(tin, pha), keep(show(page(tin, bo, pha)), bo))).toEqual(['orphan', 'deleted']);
  });

  it('does not find it among related links', () => {
    const selectors = keep(show(article), vote);
    expect(find(page(lead, ferry, end) + related(vote), selectors)[0]).toBe('orphan');
  });

  it('does not find it in another copy that was there before', () => {
    const selectors = keep(show(article + related(vote)), vote);
    expect(find(page(lead, ferry, end) + related(vote), selectors)[0]).toBe('orphan');
  });

  it('does not find it in a lookalike', () => {
    const selectors = keep(show(page(lead, vote, ferry, lookalike, end)), vote);
    expect(find(page(lead, ferry, lookalike, end), selectors)).toEqual(['orphan', 'deleted']);
  });

  it('does not find it in a twin with the same words around it, in a list farther down', () => {
    const list = `<ul>${[
      'Levy doubles in March',
      'Pier stays closed',
      'Fog signal sold',
      'Night bus returns',
      'Library opens late',
    ]
      .map((title) => `<li>${title}</li>`)
      .join('')}</ul>`;
    const selectors = keep(show(list + article + list), 'Fog signal sold');
    const after = list.replace('<li>Fog signal sold</li>', '') + article + list;
    expect(find(after, selectors)[0]).toBe('orphan');
  });
});

describe('anchorAll on an entry of a list that stands there twice', () => {
  const titles = ['Levy doubles in March', 'Pier stays closed', 'Fog signal sold', 'Night bus returns'];
  const listOf = (entries: readonly string[]): string =>
    `<ul>${entries.map((title) => `<li>${title}</li>`).join('')}</ul>`;
  const list = listOf(titles);

  it('finds the entry in which a letter changed, and not the one below that kept it', () => {
    const selectors = keep(show(list + list + article), 'Fog signal sold');
    const after = list.replace('Fog signal sold', 'Fog signal gold') + list + article;
    expect(find(after, selectors)).toEqual(['altered', 'Fog signal gold']);
  });

  it('makes an orphan of the entry that was taken out between two others', () => {
    const selectors = keep(show(list + list + list + article), 'Fog signal sold', 1);
    const shorter = listOf(titles.filter((title) => title !== 'Fog signal sold'));
    expect(find(list + shorter + list + article, selectors)[0]).toBe('orphan');
  });

  it('knows the list by its place among the others when words were put before it and into it', () => {
    const before = show(list + list + list + article);
    const selectors = [0, 1, 2].map((occurrence) => keep(before, 'Fog signal sold', occurrence));
    const after = show(
      `<p>Advertisement</p>${list}${list.replace('Pier stays closed', 'Pier may stay closed')}${list}${article}`,
    );
    let start = -1;
    for (const [place] of selectors.map((one) => anchorAll(after, [one]))) {
      start = after.raw.indexOf('Fog', start + 1);
      expect(place).toMatchObject({ status: 'moved', start });
    }
  });
});

describe('anchorAll on a passage that stands elsewhere', () => {
  it('finds the paragraph that was moved, and not its caption that stayed', () => {
    const caption = `<figure><figcaption>${vote}</figcaption></figure>`;
    const selectors = keep(show(page(lead, vote, ferry, end, tin, bo) + caption), vote);
    const after = show(page(lead, ferry, end, vote, tin, bo) + caption);
    const [anchoring] = anchorAll(after, [selectors]);
    expect(anchoring).toMatchObject({ status: 'moved', start: after.raw.indexOf(vote) });
  });

  it('finds a passage that lost one side of its surroundings and is in another kind of block', () => {
    const note = 'Reprints and redistribution need the consent of the Harbour Gazette.';
    const selectors = keep(show(`${article}<div>${note}</div><h2>Most read</h2>${page(tin, bo, pha)}`), note);
    expect(find(`${article}<p>${note}</p>`, selectors)).toEqual(['exact', note]);
  });

  it('finds a paragraph that was moved', () => {
    const selectors = keep(show(article), vote);
    expect(find(page(lead, ferry, end, vote), selectors)).toEqual(['moved', vote]);
  });

  it('stays with the passage when a copy is put above it', () => {
    const selectors = keep(show(article), ferry);
    const after = show(`<p>${ferry}</p>${article}`);
    const [anchoring] = anchorAll(after, [selectors]);
    expect(anchoring).toMatchObject({ status: 'moved', start: after.raw.lastIndexOf(ferry) });
  });

  it('stays with the passage when a copy is put right before it', () => {
    const selectors = keep(show(article), ferry);
    const after = show(article.replace(`<p>${ferry}`, `<blockquote>${ferry}</blockquote><p>${ferry}`));
    const [anchoring] = anchorAll(after, [selectors]);
    expect(anchoring).toMatchObject({ status: 'moved', start: after.raw.lastIndexOf(ferry) });
  });

  it('stays with its twin in a list when something is put above both', () => {
    const list = `<ul><li>Levy doubles in March</li><li>Pier stays closed</li></ul>`;
    const before = show(list + article + list);
    const selectors = [keep(before, 'Pier stays closed', 0), keep(before, 'Pier stays closed', 1)];
    const after = show(`<p>A correction was added to this story on Tuesday.</p>${list}${article}${list}`);
    const found = anchorAll(after, selectors);
    expect(found).toMatchObject([
      { status: 'moved', start: after.raw.indexOf('Pier') },
      { status: 'moved', start: after.raw.lastIndexOf('Pier') },
    ]);
  });
});

describe('anchorAll with selectors of another make', () => {
  it('tells repeats apart by prefix and suffix alone', () => {
    const after = show(page(lead, 'The levy doubles in March.', ferry, 'The levy doubles in towns.', end));
    const selector: Selector = {
      type: 'TextQuoteSelector',
      exact: 'The levy doubles',
      prefix: 'on each working day. ',
      suffix: ' in towns.',
    };
    const [anchoring] = anchorAll(after, [[selector]]);
    expect(anchoring).toMatchObject({ status: 'moved', start: after.raw.lastIndexOf('The levy') });
  });

  it('ignores a refinement that it does not know, as other tools ignore ours', () => {
    const before = show(article);
    const foreign = { type: 'SomeOtherSelector', value: 'x' } as unknown as Selector;
    const selectors = keep(before, vote).filter(({ type }) => type !== 'PressmarkTextSelector');
    expect(find(article, [foreign, ...selectors])).toEqual(['exact', vote]);
  });
});
