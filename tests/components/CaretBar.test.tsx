// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CaretBar, type CaretBarProps } from '../../components/CaretBar.tsx';
import type { CaretView } from '../../utils/messaging/protocol.ts';
import { defaultPageKeys } from '../../utils/model/page-keys.ts';
import { clear, find, press, show } from './stage.tsx';

const onType = vi.fn<CaretBarProps['onType']>();
const onFinish = vi.fn<CaretBarProps['onFinish']>();
const onClose = vi.fn<CaretBarProps['onClose']>();

afterEach(() => {
  clear();
  vi.clearAllMocks();
});

const view: CaretView = {
  mode: 'walk',
  said: 'Nước lên nhanh.',
  lang: 'vi',
  paragraph: { position: 3, total: 20 },
  selection: null,
  annotation: null,
};
const annotation = { id: 'a', kind: 'quote', colour: 'blue', position: 2, total: 5 } as const;

function open(part: Partial<CaretView> = {}, props: Partial<CaretBarProps> = {}): HTMLElement {
  return show(
    <CaretBar
      view={{ ...view, ...part }}
      keys={defaultPageKeys}
      isMac={false}
      message=""
      ownTypes={null}
      onType={onType}
      onFinish={onFinish}
      onClose={onClose}
      {...props}
    />,
  );
}

const place = (stage: HTMLElement): string => stage.querySelector('.caret-place')?.textContent ?? '';
const keysOf = (stage: HTMLElement): string[] =>
  [...stage.querySelectorAll('kbd')].map((key) => key.textContent);

describe('CaretBar', () => {
  it('says where one is: what is selected, else the annotation, else the paragraph', () => {
    expect(place(open())).toBe('Paragraph 3 of 20');
    expect(place(open({ annotation }))).toBe('Quote, 2 of 5');
    expect(place(open({ annotation, selection: 'the old bridge' }))).toBe('3 words selected');
    expect(place(open({ selection: 'bridge' }))).toBe('1 word selected');
    expect(place(open({}, { message: 'The words are copied.' }))).toBe('The words are copied.');
  });

  it('tells screen readers the words in their language, and the rest in the reader’s', () => {
    const [ours, theirs] = open().querySelectorAll<HTMLElement>('[role=status]');
    expect([ours?.textContent, ours?.lang]).toEqual(['Paragraph 3 of 20', '']);
    expect([theirs?.textContent, theirs?.lang]).toEqual(['Nước lên nhanh.', 'vi']);
  });

  it('shows the first keys, and all when asked', () => {
    const stage = open();
    const first = keysOf(stage);
    expect(first).toContain('1 – 5');
    expect(first).not.toContain('Delete');
    press('All keys');
    expect(keysOf(stage)).toEqual(expect.arrayContaining([...first, 'Delete', 'Home']));
    expect(find('button', 'All keys').getAttribute('aria-expanded')).toBe('true');
  });

  it('shows the keys that the reader chose, and none that are switched off', () => {
    const keys = { ...defaultPageKeys, keepYellow: 'y', keepQuote: '', editNote: ' ' };
    const stage = open({}, { keys });
    expect(keysOf(stage)).toEqual(expect.arrayContaining(['y', '2', 'Space']));
    expect(keysOf(stage)).not.toContain('q');
    expect(stage.textContent).not.toContain('Quote');
  });

  it('names the keys as a Mac has them', () => {
    const stage = open({}, { isMac: true });
    press('All keys');
    expect(keysOf(stage)).toContain('⌥');
    expect(keysOf(stage)).not.toContain('Ctrl');
  });

  it('shows the passage as it would be while it is changed, and saves or gives it up', () => {
    const long = `${'word '.repeat(40)}end`;
    const stage = open({ mode: 'range', selection: long, annotation });
    expect(place(stage)).toMatch(/^New passage: “word .+ … .+ end”$/u);
    press('Save');
    press('Cancel');
    expect(onFinish.mock.calls).toEqual([[true], [false]]);
  });

  it('offers the types of an entity, the reader’s own too, and gives the first the focus', () => {
    open({ selection: 'Cảng Đông' }, { ownTypes: ['Tàu'] });
    expect(document.activeElement?.textContent).toBe('Person');
    press('Tàu');
    expect(onType).toHaveBeenCalledExactlyOnceWith('Tàu');
  });

  it('closes', () => {
    open();
    press('Close');
    expect(onClose).toHaveBeenCalledOnce();
  });
});
