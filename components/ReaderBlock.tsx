import type { ComponentChildren, JSX } from 'preact';
import type { ReadMark } from '../utils/model/read-article.ts';
import { segmentBlock, type Segment, type ShownBlock } from '../utils/reader/index.ts';
import { Icon } from './Icon.tsx';
import * as icons from './icons.ts';
import { memo } from './memo.tsx';
import { useText } from './text.ts';

export type ReaderBlockProps = {
  readonly shown: ShownBlock;
  /** Of a heading; ranks that the page leaves out are closed up. */
  readonly level: number;
  /** The one that Tab reaches, and that can be shown on the page. */
  readonly isCurrent: boolean;
  /** The annotation that is being edited, where it stands here. */
  readonly openId: string | null;
  readonly onShow: (start: number) => void;
};

/** One block of the article: its text, cut into what is kept and what is not. */
export const ReaderBlock = memo(function ReaderBlock(props: ReaderBlockProps): JSX.Element {
  const { shown, isCurrent } = props;
  const { t } = useText();
  const { block } = shown;
  const children: ComponentChildren = (
    <>
      <TextOf {...props}>
        {segmentBlock(shown).map((segment) => (
          <Stretch key={segment.start} segment={segment} openId={props.openId} />
        ))}
      </TextOf>
      {isCurrent && (
        <button
          type="button"
          class="icon-button read-show"
          title={t('readShowBlock')}
          aria-label={t('readShowBlock')}
          onClick={() => props.onShow(block.start)}
        >
          <Icon path={icons.goTo} />
        </button>
      )}
    </>
  );
  const look = { class: `read-block read-${block.kind}`, 'data-block': shown.id };
  if (block.kind === 'list') {
    return (
      <li {...look} data-number={block.rank === 0 ? undefined : block.rank}>
        {children}
      </li>
    );
  }
  if (block.kind === 'quote') return <blockquote {...look}>{children}</blockquote>;
  if (block.kind === 'caption') return <figure {...look}>{children}</figure>;
  return <div {...look}>{children}</div>;
});

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

/** The element that holds the text and nothing else, by which selections are measured. */
function TextOf({
  shown: { block },
  level,
  isCurrent,
  children,
}: ReaderBlockProps & { readonly children: ComponentChildren }): JSX.Element {
  const Heading = headings[level - 1] ?? 'h6';
  const place = { 'data-start': block.start, tabIndex: isCurrent ? 0 : -1 };
  if (block.kind === 'headline' || block.kind === 'subheading')
    return <Heading {...place}>{children}</Heading>;
  if (block.kind === 'caption') return <figcaption {...place}>{children}</figcaption>;
  return <p {...place}>{children}</p>;
}

function Stretch({
  segment,
  openId,
}: {
  readonly segment: Segment;
  readonly openId: string | null;
}): JSX.Element {
  const { t } = useText();
  const { marks, begins, text } = segment;
  const [top, ...below] = marks;
  if (top === undefined) return <>{text}</>;
  const ids = marks.map(({ id }) => id);
  const isOpen = openId !== null && ids.includes(openId);
  const kinds = begins.map(({ kind }) => t(`kind_${kind}`)).join(', ');
  return (
    // What it is comes as generated content, so that it is heard and neither selected nor copied.
    <mark
      class={`${classOf(top, below)}${isOpen ? ' is-open' : ''}`}
      data-marks={ids.join(' ')}
      data-label={kinds === '' ? undefined : `${kinds}: `}
    >
      {begins.length === 0 ? (
        text
      ) : (
        <span role="button" tabIndex={0} aria-expanded={isOpen}>
          {text}
        </span>
      )}
    </mark>
  );
}

/** The paint of the uppermost, and a line in the colour of what lies below. */
function classOf({ kind, colour }: ReadMark, [below]: readonly ReadMark[]): string {
  const own = `read-mark read-mark-${kind}-${colour}`;
  return below === undefined ? own : `${own} read-over-${below.colour}`;
}
