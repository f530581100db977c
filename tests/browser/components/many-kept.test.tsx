import { render } from 'preact';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { KeptLists, type AnnotationActs } from '../../../components/KeptLists.tsx';
import page from '../../../components/styles/page.css?inline';
import views from '../../../components/styles/views.css?inline';
import { TextContext } from '../../../components/text.ts';
import type { Placement } from '../../../utils/messaging/protocol.ts';
import { matchesQuery } from '../../../utils/model/filter.ts';
import type { AnnotationView } from '../../../utils/model/view.ts';
import { createCatalogueTranslator } from '../../components/stage.tsx';

const many = 500;
const kinds = ['highlight', 'quote', 'entity'] as const;
const kept: readonly AnnotationView[] = Array.from({ length: many }, (_, index) => ({
  id: `0193a6f0-1c2d-7a3b-8c4d-${String(index).padStart(12, '0')}`,
  kind: kinds[index % kinds.length] ?? 'highlight',
  colour: 'yellow',
  quote: `Chuyến ${index} rời Cảng Đông lúc rạng sáng. `.repeat(1 + (index % 4)).trim(),
  note: index % 2 === 0 ? '' : 'Hỏi lại giờ tàu rời bến.',
  tags: ['phí'],
  speaker: 'Hoàng Lan',
  subject: { name: 'Cảng Đông', type: 'place' },
  draft: null,
}));
const placements: readonly Placement[] = kept.map(({ id }) => ({ id, status: 'exact' }));
const none: never[] = [];
const nothing = (): void => {};
const acts: AnnotationActs = {
  show: nothing,
  remove: nothing,
  copyLink: nothing,
  restyle: nothing,
  save: nothing,
  draft: nothing,
  addType: nothing,
  attach: nothing,
  removePiece: nothing,
};
const translator = createCatalogueTranslator('en');
const main = document.createElement('main');

function show(list: readonly AnnotationView[], visibleIds: ReadonlySet<string> = new Set()): void {
  render(
    <TextContext.Provider value={translator}>
      <KeptLists
        kept={list}
        placements={placements}
        visibleIds={visibleIds}
        lang="vi"
        ownTypes={none}
        knownEntities={none}
        selection={null}
        emptyText=""
        acts={acts}
      />
    </TextContext.Provider>,
    main,
  );
}

const items = (): HTMLElement[] => [...main.querySelectorAll<HTMLElement>('.items > .item')];

async function showAll(): Promise<void> {
  show(kept);
  await vi.waitFor(() => expect(items()).toHaveLength(many), { timeout: 15_000 });
}

beforeAll(() => {
  const style = document.createElement('style');
  style.textContent = page + views;
  document.head.append(style);
  document.body.append(main);
});

afterEach(() => render(null, main));

describe('KeptLists, with 500 annotations', () => {
  it('mounts what fits into a window first, and never many at a time after that', async () => {
    const counts: number[] = [];
    const observer = new MutationObserver(() => counts.push(items().length));
    observer.observe(main, { childList: true, subtree: true });
    show(kept);
    const first = items().length;
    await vi.waitFor(() => expect(items()).toHaveLength(many), { timeout: 15_000 });
    observer.disconnect();
    expect(first).toBeLessThanOrEqual(30);
    const steps = counts.map((count, index) => count - (counts[index - 1] ?? 0));
    expect(Math.max(...steps)).toBeLessThanOrEqual(30);
  });

  it('lays out only what is near, and holds all of it for find-in-page and screen readers', async () => {
    await showAll();
    expect(items().map((item) => item.querySelector('.item-words')?.textContent)).toEqual(
      kept.map(({ quote }) => quote),
    );
    const last = items().at(-1)?.querySelector('.item-words');
    await vi.waitFor(() => expect(last?.checkVisibility({ contentVisibilityAuto: true })).toBe(false));
    expect(last?.checkVisibility()).toBe(true);
    last?.scrollIntoView();
    await vi.waitFor(() => expect(last?.checkVisibility({ contentVisibilityAuto: true })).toBe(true));
  });

  it('lets the keyboard reach the last one', async () => {
    await showAll();
    const edit = items().at(-1)?.querySelector<HTMLElement>('button[aria-label=Edit]');
    edit?.focus();
    expect(document.activeElement).toBe(edit);
    const { top, bottom } = edit?.getBoundingClientRect() ?? new DOMRect(0, -1, 0, 0);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(innerHeight);
  });

  it('does not move what stands below while it fills', async () => {
    show(kept);
    const before = main.getBoundingClientRect().height;
    await vi.waitFor(() => expect(items()).toHaveLength(many), { timeout: 15_000 });
    const after = main.getBoundingClientRect().height;
    expect(Math.abs(after - before) / before).toBeLessThan(0.25);
  });

  it('touches only the items whose state changes when the page scrolls', async () => {
    await showAll();
    const changed = new Set<Node>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records) changed.add(target);
    });
    observer.observe(main, { attributes: true, childList: true, characterData: true, subtree: true });
    show(kept, new Set([kept[3]?.id ?? '']));
    const records = observer.takeRecords();
    observer.disconnect();
    expect(records.map(({ target }) => target)).toEqual([items()[3]]);
  });

  it('keeps the nodes of what a filter leaves, and fills up around them when it goes', async () => {
    await showAll();
    const found = kept.filter((one) => matchesQuery(one, 'chuyen 499'));
    const item = items().at(-1);
    show(found);
    expect(items()).toEqual([item]);
    await showAll();
    expect(items().at(-1)).toBe(item);
  });
});
