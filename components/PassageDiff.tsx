import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { diffPassage } from '../utils/versions/word-diff.ts';
import { useText } from './text.ts';

export type PassageDiffProps = {
  /** The words as they were. */
  readonly before: string;
  /** The words that stand there now. */
  readonly after: string;
  readonly lang?: string | undefined;
  /** What stands above it, where that is not said of a kept passage. */
  readonly title?: string;
};

/** What a publisher changed in a passage; said in words too, since a line through a word is only seen. */
export function PassageDiff({ before, after, lang, title }: PassageDiffProps): JSX.Element {
  const { t, locale } = useText();
  const changes = useMemo(() => diffPassage(before, after, lang ?? null), [before, after, lang]);
  return (
    <div class="diff">
      <p class="diff-title">{title ?? t('alteredTitle')}</p>
      <p lang={lang}>
        {changes.map(({ text, change }, index) => {
          if (change === 'kept') return text;
          const Part = change === 'added' ? 'ins' : 'del';
          return (
            <Part key={index}>
              <span class="unseen" lang={locale}>
                {t(change === 'added' ? 'alteredAdded' : 'alteredRemoved')}{' '}
              </span>
              {text}
            </Part>
          );
        })}
      </p>
    </div>
  );
}
