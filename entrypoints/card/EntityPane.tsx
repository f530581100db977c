import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { EntityCard } from '../../components/EntityCard.tsx';
import { FailureNotice } from '../../components/Notice.tsx';
import { useText } from '../../components/text.ts';
import { callExtension } from '../../utils/messaging/send.ts';
import type { WikidataEntry } from '../../utils/model/entity.ts';
import type { EntityAbout } from '../../utils/model/entity-about.ts';
import { failureCodeOf, type FailureCode } from '../../utils/model/failure.ts';
import type { ListedEntity } from '../../utils/model/known-entity.ts';
import { useOutcome, type Undoing } from '../../utils/store/use-outcome.ts';
import { createEntityActs } from '../../utils/views/entity-acts.ts';
import { OutcomeToast } from '../../utils/views/OutcomeToast.tsx';

type Contents = {
  readonly about: EntityAbout;
  readonly known: readonly ListedEntity[];
  readonly ownTypes: readonly string[];
};

/** An entity's card in the frame of a mention: read by call, and read again after each act. */
export function EntityPane({
  id,
  onBack,
}: {
  readonly id: string;
  readonly onBack: () => void;
}): JSX.Element {
  const text = useText();
  const { outcome, isBusy, run, undo, clear } = useOutcome();
  const [contents, setContents] = useState<Contents | null>(null);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const [found, setFound] = useState<readonly WikidataEntry[] | null>(null);

  async function load(): Promise<void> {
    const [about, known, ownTypes] = await Promise.all([
      callExtension('readEntity', { id }),
      callExtension('listKnownEntities', null),
      callExtension('listEntityTypes', null),
    ]);
    setContents({ about, known, ownTypes });
  }

  const refresh = async (): Promise<void> =>
    await load().catch((error: unknown) => setFailure(failureCodeOf(error)));
  const runAndLoad = async (work: () => Promise<Undoing | null>, message: string): Promise<void> => {
    await run(work, message);
    await refresh();
  };
  useEffect(() => void refresh(), [id]);

  if (failure !== null) return <FailureNotice code={failure} />;
  if (contents === null) return <p class="loading">{text.t('popupLoading')}</p>;
  const { entity } = contents.about;
  const acts = createEntityActs({
    entity,
    run: runAndLoad,
    text,
    onFound: setFound,
    onGone: onBack,
    // The frame does not know what the page around it shows: the link is followed.
    goTo: () => false,
  });
  return (
    <>
      {outcome?.state === 'failed' && <FailureNotice code={outcome.code} />}
      <OutcomeToast outcome={outcome} undo={undo} clear={clear} onUndone={() => void refresh()} />
      <EntityCard key={entity.id} {...contents} found={found} isBusy={isBusy} acts={acts} onBack={onBack} />
    </>
  );
}
