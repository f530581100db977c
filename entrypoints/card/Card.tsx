import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { AnnotationEditor } from '../../components/AnnotationEditor.tsx';
import { Icon } from '../../components/Icon.tsx';
import * as icons from '../../components/icons.ts';
import { FailureNotice } from '../../components/Notice.tsx';
import { useText } from '../../components/text.ts';
import type { Receipt } from '../../utils/messaging/protocol.ts';
import { callExtension } from '../../utils/messaging/send.ts';
import { failureCodeOf, type FailureCode } from '../../utils/model/failure.ts';
import type { AnnotationView, NamedEntity } from '../../utils/model/view.ts';
import { keepDraft } from '../../utils/store/drafts.ts';

type Contents = {
  readonly annotation: AnnotationView & { readonly lang: string | null };
  readonly entities: readonly NamedEntity[];
  readonly ownTypes: readonly string[];
};

/**
 * One annotation in a frame inside the page. The frame is of our origin, so the page hears nothing of what is
 * typed. Browsers part such a frame's storage from the extension's, so everything goes through the background.
 */
export function Card({ id }: { readonly id: string }): JSX.Element {
  const { t } = useText();
  const [contents, setContents] = useState<Contents | null>(null);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  /** A new kind or colour takes effect at once; the page offers to take it back when the card closes. */
  const restyled = useRef<Receipt | null>(null);

  async function load(): Promise<void> {
    const [annotation, entities, ownTypes] = await Promise.all([
      callExtension('readAnnotation', { id }),
      callExtension('listEntityNames', null),
      callExtension('listEntityTypes', null),
    ]);
    setContents({ annotation, entities, ownTypes });
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
  useEffect(() => reportHeight(id, frame.current), [id]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') void leave();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  async function leave(): Promise<void> {
    const receipt = restyled.current;
    await callExtension(
      'closeCard',
      receipt === null ? { id, done: 'nothing' } : { id, done: 'changed', receipt },
    );
  }

  const act = (done: 'changed' | 'deleted', work: () => Promise<Receipt>): void =>
    void attempt(async () => {
      const receipt = await work();
      keepDraft(id, null);
      await callExtension('closeCard', { id, done, receipt });
    });

  return (
    <main class="card" ref={frame} aria-label={t('cardLabel')}>
      <div class="card-head">
        <blockquote class="item-words" lang={contents?.annotation.lang ?? undefined}>
          {contents?.annotation.quote ?? ''}
        </blockquote>
        <button
          type="button"
          class="icon-button"
          aria-label={t('actClose')}
          title={t('actClose')}
          onClick={() => void leave()}
        >
          <Icon path={icons.close} />
        </button>
      </div>
      {failure !== null && <FailureNotice code={failure} />}
      {contents !== null && (
        <AnnotationEditor
          key={id}
          annotation={contents.annotation}
          ownTypes={contents.ownTypes}
          knownEntities={contents.entities}
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
          onDelete={() => act('deleted', async () => await callExtension('deleteAnnotation', { id }))}
          onAddType={(name) =>
            void attempt(async () => {
              await callExtension('addEntityType', { name });
              await load();
            })
          }
        />
      )}
    </main>
  );
}

/** Tells the page side how tall the frame must be, each time it changes. */
function reportHeight(id: string, element: HTMLElement | null): () => void {
  if (element === null) return () => {};
  const observer = new ResizeObserver(() => {
    const height = document.documentElement.offsetHeight;
    callExtension('resizeCard', { id, height }).catch((error: unknown) => console.warn(error));
  });
  observer.observe(element);
  return () => observer.disconnect();
}
