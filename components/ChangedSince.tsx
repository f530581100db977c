import type { JSX } from 'preact';
import type { Translator } from '../utils/i18n/translator.ts';
import type { BlockChange, VersionChanges } from '../utils/versions/compare.ts';
import type { Touched } from '../utils/versions/touched.ts';
import { PassageDiff } from './PassageDiff.tsx';
import { useText } from './text.ts';

export type ChangedSinceProps = {
  readonly changes: VersionChanges;
  /** When the reader knew the text; ISO 8601 UTC. */
  readonly since: string;
  readonly now: Date;
  /** Kept passages that the change has touched. */
  readonly touched: Touched;
  readonly lang: string | undefined;
  readonly isBusy: boolean;
  readonly onSeen: () => void;
  /** Shows a block that is on the page. */
  readonly onShow: (text: string) => void;
};

/** As many changes as one can read here. */
const mostShown = 100;

/** What the publisher has changed since the reader was here, and a button that says: I know. */
export function ChangedSince(props: ChangedSinceProps): JSX.Element {
  const { changes, lang, onShow } = props;
  const text = useText();
  const { t, plural } = text;
  const shown = changes.changes.slice(0, mostShown);
  const rest = changes.changes.length - shown.length;
  return (
    <section class="notice changed" aria-labelledby="changed-title">
      <div>
        <p id="changed-title">{sentenceOf(props, text)}</p>
        {/* Above what unfolds, so that it stays where it is. */}
        <div class="notice-acts">
          <button type="button" class="button" disabled={props.isBusy} onClick={props.onSeen}>
            {t('changedSeen')}
          </button>
        </div>
        <details>
          <summary>{t('changedDetails')}</summary>
          <ol class="changes">
            {shown.map((change, index) => (
              <Change key={index} change={change} lang={lang} onShow={onShow} />
            ))}
          </ol>
          {rest > 0 && <p class="hint">{plural('changedRest', rest)}</p>}
        </details>
      </div>
    </section>
  );
}

type ChangeProps = {
  readonly change: BlockChange;
  readonly lang: string | undefined;
  readonly onShow: (text: string) => void;
};

function Change({ change, lang, onShow }: ChangeProps): JSX.Element {
  const { t } = useText();
  const title = titleOf(change, t);
  const before = 'before' in change ? change.before : '';
  const after = 'after' in change ? change.after : '';
  return (
    <li>
      {change.kind === 'moved' ? (
        <div class="diff">
          <p class="diff-title">{title}</p>
          <p lang={lang}>{after}</p>
        </div>
      ) : (
        <PassageDiff title={title} before={before} after={after} lang={lang} />
      )}
      {change.kind !== 'removed' && (
        <button type="button" class="button button-quiet" onClick={() => onShow(after)}>
          {t('actShow')}
        </button>
      )}
    </li>
  );
}

function titleOf({ kind, role }: BlockChange, t: Translator['t']): string {
  const what = t(`changedKind_${kind}`);
  if (role === 'headline') return `${t('articleTitle')}: ${what}`;
  return role === 'standfirst' ? `${t('articleStandfirst')}: ${what}` : what;
}

function sentenceOf({ changes, since, now, touched }: ChangedSinceProps, text: Translator): string {
  const { t, plural } = text;
  const when = whenOf(since, now, text);
  if (changes.extent === 'part') return t('changedPart', when);
  const { counts } = changes;
  const parts = [
    changes.isHeadlineChanged && t('changedHeadline'),
    changes.isStandfirstChanged && t('changedStandfirst'),
    counts.changed > 0 && plural('changedParagraphs', counts.changed),
    counts.added > 0 && plural('addedParagraphs', counts.added),
    counts.removed > 0 && plural('removedParagraphs', counts.removed),
    counts.moved > 0 && plural('movedParagraphs', counts.moved),
    touched.altered > 0 && plural('changedAltered', touched.altered),
    touched.lost > 0 && plural('changedLost', touched.lost),
  ].filter((part) => part !== false);
  const list = new Intl.ListFormat(text.locale).format(parts);
  return t(changes.extent === 'more' ? 'changedMore' : 'changedSince', when, list);
}

/** The day, on the reader's calendar; the time, when that is today. */
function whenOf(since: string, now: Date, { t, day, locale }: Translator): string {
  const then = new Date(since);
  if (then.toDateString() === now.toDateString()) {
    return t('changedToday', new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(then));
  }
  const local = new Date(then.getTime() - then.getTimezoneOffset() * 60_000);
  return day(local.toISOString());
}
