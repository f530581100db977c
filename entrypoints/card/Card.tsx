import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { AnnotationEditor } from '../../components/AnnotationEditor.tsx';
import { AnnotationMeta } from '../../components/AnnotationMeta.tsx';
import { CardPager } from '../../components/CardPager.tsx';
import { EntityDoorContext } from '../../components/entity-door.ts';
import { MarkMentions } from '../../components/MarkMentions.tsx';
import { FailureNotice } from '../../components/Notice.tsx';
import { PassageDiff } from '../../components/PassageDiff.tsx';
import { useText } from '../../components/text.ts';
import type { CardPlace, Receipt } from '../../utils/messaging/protocol.ts';
import { callExtension } from '../../utils/messaging/send.ts';
import { failureCodeOf, type FailureCode } from '../../utils/model/failure.ts';
import type { AnnotationView, NamedEntity } from '../../utils/model/view.ts';
import { keepDraft } from '../../utils/store/drafts.ts';
import { EntityPane } from './EntityPane.tsx';
import { CardHead, useFrame } from './frame.tsx';

type Contents = {
  readonly annotation: AnnotationView & { readonly lang: string | null };
  readonly place: CardPlace | null;
  readonly entities: readonly NamedEntity[];
  readonly ownTypes: readonly string[];
};

export type CardProps = {
  readonly id: string;
  /** What has the focus first: a field, or the button that was pressed to get here. */
  readonly start: string;
};

/**
 * One annotation in a frame inside the page. The frame is of our origin, so the page hears nothing of what is
 * typed. Browsers part such a frame's storage from the extension's, so everything goes through the background.
 */
export function Card({ id, start }: CardProps): JSX.Element {
  const { t } = useText();
  const [contents, setContents] = useState<Contents | null>(null);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  /** A new kind or colour takes effect at once; the page offers to take it back when the card closes. */
  const restyled = useRef<Receipt | null>(null);
  const [entityId, setEntityId] = useState<string | null>(null);
  const frame = useFrame(id, () => void leave());

  async function load(): Promise<void> {
    const [annotation, place, entities, ownTypes] = await Promise.all([
      callExtension('readAnnotation', { id }),
      // The annotation can be edited all the same when the page does not say where it is.
      callExtension('readPlacement', { id }).catch(() => null),
      callExtension('listEntityNames', null),
      callExtension('listEntityTypes', null),
    ]);
    setContents({ annotation, place, entities, ownTypes });
  }

  async function attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      setFailure(null);
    } catch (error) {
      setFailure(failureCodeOf(error));
    }
  }

  useEffect(() => void attempt(load), [id]);

  async function leave(): Promise<void> {
    const receipt = restyled.current;
    await callExtension(
      'closeCard',
      receipt === null ? { id, done: 'nothing' } : { id, done: 'changed', receipt },
    );
  }

  async function step(to: 'previous' | 'next'): Promise<void> {
    const receipt = restyled.current;
    await callExtension('stepCard', { id, to, ...(receipt === null ? {} : { receipt }) });
  }

  const act = (done: 'changed' | 'deleted', work: () => Promise<Receipt>): void =>
    void attempt(async () => {
      const receipt = await work();
      keepDraft(id, null);
      await callExtension('closeCard', { id, done, receipt });
    });

  const lang = contents?.annotation.lang ?? undefined;
  const place = contents?.place ?? null;
  if (entityId !== null) {
    return (
      <main class="card" ref={frame} aria-label={t('cardLabel')}>
        <EntityPane
          id={entityId}
          onBack={() => {
            setEntityId(null);
            void attempt(load);
          }}
        />
      </main>
    );
  }
  return (
    <main class="card" ref={frame} aria-label={t('cardLabel')}>
      {place !== null && place.total > 1 && (
        <CardPager
          {...place}
          startAt={start === 'previous' || start === 'next' ? start : undefined}
          onStep={(to) => void attempt(() => step(to))}
        />
      )}
      <CardHead words={contents?.annotation.quote ?? ''} lang={lang} onClose={() => void leave()} />
      {failure !== null && <FailureNotice code={failure} />}
      {contents !== null && (
        <>
          {saysMore(contents.annotation) && (
            <EntityDoorContext.Provider value={setEntityId}>
              <AnnotationMeta annotation={contents.annotation} />
            </EntityDoorContext.Provider>
          )}
          {contents.annotation.kind === 'entity' && (
            <MarkMentions
              annotation={contents.annotation}
              count={countMentions}
              onMark={() =>
                act('changed', async () => await callExtension('markMentions', { id, tabId: null }))
              }
            />
          )}
          {place?.placement?.status === 'altered' && (
            <PassageDiff before={contents.annotation.quote} after={place.placement.words} lang={lang} />
          )}
          <AnnotationEditor
            key={id}
            annotation={contents.annotation}
            lang={lang}
            ownTypes={contents.ownTypes}
            knownEntities={contents.entities}
            startAt={start === 'note' || start === 'tags' ? start : undefined}
            onRestyle={(style) =>
              void attempt(async () => {
                restyled.current = await callExtension('editAnnotation', { id, ...style });
                await load();
              })
            }
            onSave={(edited) =>
              act('changed', async () => await callExtension('editAnnotation', { id, ...edited }))
            }
            onDraft={(draft) => keepDraft(id, draft)}
            onChangePassage={() =>
              void attempt(async () => void (await callExtension('changePassage', { id })))
            }
            onRemovePiece={(piece) =>
              void attempt(async () => {
                restyled.current = await callExtension('removePiece', { id, piece });
                await load();
              })
            }
            onDelete={() => act('deleted', async () => await callExtension('deleteAnnotation', { id }))}
            onAddType={(name) =>
              void attempt(async () => {
                await callExtension('addEntityType', { name });
                await load();
              })
            }
          />
        </>
      )}
    </main>
  );
}

async function countMentions(id: string): Promise<number> {
  return (await callExtension('countMentions', { id, tabId: null })).count;
}

/** Whether there is more to see at a glance than the kind, which is pressed below anyway. */
function saysMore({ kind, speaker, subject, tags }: AnnotationView): boolean {
  return tags.length > 0 || (kind === 'quote' ? speaker !== '' : kind === 'entity' && subject !== null);
}
