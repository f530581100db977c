import type { JSX } from 'preact';
import { ChangedSince } from '../../components/ChangedSince.tsx';
import { useText } from '../../components/text.ts';
import type { Placement } from '../messaging/protocol.ts';
import { callExtension, callPage } from '../messaging/send.ts';
import { Failure } from '../model/failure.ts';
import type { AnnotationView } from '../model/view.ts';
import type { News } from '../store/since-last-time.ts';
import type { Outcomes, Undoing } from '../store/use-outcome.ts';
import { countTouched, type KeptPassage } from '../versions/touched.ts';

export type ArticleNewsProps = {
  readonly tabId: number;
  readonly news: News;
  readonly kept: readonly AnnotationView[];
  readonly placements: readonly Placement[];
  readonly lang: string | undefined;
  readonly isBusy: boolean;
  readonly run: Outcomes['run'];
  /** The news are about to go, and with them the button that has the focus. */
  readonly onSeen: () => void;
};

/** What has changed in the article in the tab since the reader knew it. */
export function ArticleNews({ tabId, news, ...props }: ArticleNewsProps): JSX.Element {
  const { t } = useText();
  const { versionId, before, changes, since } = news;

  async function note(): Promise<Undoing> {
    await callExtension('noteVersion', { versionId, isNoted: true });
    return { goBack: async () => await callExtension('noteVersion', { versionId, isNoted: false }) };
  }

  async function show(words: string): Promise<null> {
    if (!(await callPage(tabId, 'showPassage', { words }))) throw new Failure('passageGone');
    return null;
  }

  return (
    <ChangedSince
      changes={changes}
      since={since}
      now={new Date()}
      touched={countTouched(before, passagesOf(props.kept, props.placements))}
      lang={props.lang}
      isBusy={props.isBusy}
      onSeen={() =>
        void props.run(async () => {
          const undoing = await note();
          props.onSeen();
          return undoing;
        }, t('changedNoted'))
      }
      onShow={(words) => void props.run(async () => await show(words), '')}
    />
  );
}

/** What is kept, with how it was found on the page. */
function passagesOf(kept: readonly AnnotationView[], placements: readonly Placement[]): KeptPassage[] {
  const statusOf = new Map(placements.map(({ id, status }) => [id, status]));
  return kept.flatMap(({ id, quote }) => {
    const status = statusOf.get(id);
    return status === undefined ? [] : [{ quote, status }];
  });
}
