import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { EntityList } from '../../components/EntityList.tsx';
import { Icon } from '../../components/Icon.tsx';
import * as icons from '../../components/icons.ts';
import { FailureNotice } from '../../components/Notice.tsx';
import { useText } from '../../components/text.ts';
import type { Library } from '../db/database.ts';
import { readEntityChoices } from '../store/entities.ts';
import { useLive } from '../store/use-live.ts';

export type EntitiesViewProps = {
  readonly library: Library;
  readonly onOpen: (id: string) => void;
  readonly onBack: () => void;
};

/** The registry: every name that is kept. */
export function EntitiesView({ library, onOpen, onBack }: EntitiesViewProps): JSX.Element {
  const { t } = useText();
  const choices = useLive(async () => await readEntityChoices(library), []);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  return (
    <section class="entity" aria-labelledby="entities-title">
      <header class="entity-head">
        <button type="button" class="button button-quiet entity-back" onClick={onBack}>
          <Icon path={icons.back} />
          {t('entityBack')}
        </button>
        <h1 id="entities-title" ref={title} tabIndex={-1}>
          {t('entitiesTitle')}
        </h1>
      </header>
      {choices.state === 'loading' && <p class="loading">{t('popupLoading')}</p>}
      {choices.state === 'failed' && <FailureNotice code={choices.code} />}
      {choices.state === 'ready' && <EntityList known={choices.value.known} onOpen={onOpen} />}
    </section>
  );
}
