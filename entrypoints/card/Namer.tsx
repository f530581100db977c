import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { EntityNamer } from '../../components/EntityNamer.tsx';
import { FailureNotice } from '../../components/Notice.tsx';
import { useText } from '../../components/text.ts';
import { callExtension } from '../../utils/messaging/send.ts';
import { failureCodeOf, type FailureCode } from '../../utils/model/failure.ts';
import type { KnownEntity } from '../../utils/model/known-entity.ts';
import type { NamedEntity } from '../../utils/model/view.ts';
import { CardHead, useFrame } from './frame.tsx';

type Contents = {
  readonly words: string;
  readonly known: readonly KnownEntity[];
  readonly ownTypes: readonly string[];
};

/** Names the words selected in the page around this frame as an entity; nothing is kept before one is chosen. */
export function Namer({ id }: { readonly id: string }): JSX.Element {
  const { t } = useText();
  const [contents, setContents] = useState<Contents | null>(null);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const [isBusy, setBusy] = useState(false);
  const leave = (): void => void attempt(() => callExtension('closeCard', { id, done: 'nothing' }));
  const frame = useFrame(id, leave);

  async function attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
      setFailure(null);
    } catch (error) {
      setFailure(failureCodeOf(error));
    }
  }

  async function load(): Promise<void> {
    const [{ words }, known, ownTypes] = await Promise.all([
      callExtension('readPassage', null),
      callExtension('listKnownEntities', null),
      callExtension('listEntityTypes', null),
    ]);
    setContents({ words: words.replace(/\s+/gu, ' '), known, ownTypes });
  }

  async function choose(subject: NamedEntity): Promise<void> {
    setBusy(true);
    // The page side takes the frame away when the entity is kept.
    await attempt(() => callExtension('keepNamed', { subject }));
    setBusy(false);
  }

  useEffect(() => void attempt(load), [id]);
  useEffect(() => {
    const field = frame.current?.querySelector<HTMLInputElement>('[role=combobox]');
    field?.focus();
    field?.select();
  }, [contents]);

  return (
    <main class="card" ref={frame} aria-label={t('namerLabel')}>
      <CardHead words={contents?.words ?? ''} lang={undefined} onClose={leave} />
      {failure !== null && <FailureNotice code={failure} />}
      {contents !== null && (
        <EntityNamer {...contents} isBusy={isBusy} onChoose={(one) => void choose(one)} />
      )}
    </main>
  );
}
