import type { JSX } from 'preact';
import { useEntityDoor } from './entity-door.ts';
import { useText } from './text.ts';

/** The name of an entity, which leads to everything that is kept of it where there is room for that. */
export function EntityName({
  name,
  id,
}: {
  readonly name: string;
  /** Absent for somebody who is only written down. */
  readonly id: string | undefined;
}): JSX.Element {
  const { t } = useText();
  const open = useEntityDoor();
  if (open === null || id === undefined) return <strong>{name}</strong>;
  return (
    <button type="button" class="entity-name" title={t('entityOpen')} onClick={() => open(id)}>
      {name}
    </button>
  );
}
