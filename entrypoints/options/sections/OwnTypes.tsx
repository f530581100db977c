import type { JSX } from 'preact';
import { FailureNotice } from '../../../components/Notice.tsx';
import { Told, useActs } from '../../../components/options/told.tsx';
import { TypeList } from '../../../components/options/TypeList.tsx';
import { useText } from '../../../components/text.ts';
import type { Library } from '../../../utils/db/database.ts';
import { listOwnEntityTypes } from '../../../utils/db/settings.ts';
import { allTypes, nameOfType } from '../../../utils/i18n/names.ts';
import { callExtension } from '../../../utils/messaging/send.ts';
import { useLive } from '../../../utils/store/use-live.ts';
import { sayUndone } from '../settings-acts.ts';

/** The entity types that the reader added. */
export function OwnTypes({ library }: { readonly library: Library }): JSX.Element {
  const text = useText();
  const acts = useActs();
  const types = useLive(async () => await listOwnEntityTypes(library), []);
  const own = types.state === 'ready' ? types.value : [];
  const add = (name: string) => async (): Promise<unknown> => await callExtension('addEntityType', { name });
  const remove = (name: string) => async (): Promise<unknown> =>
    await callExtension('removeEntityType', { name });

  function addType(name: string): void {
    const wanted = name.toLocaleLowerCase();
    const known = allTypes(own).find((type) =>
      [type, nameOfType(type, text)].some((word) => word.toLocaleLowerCase() === wanted),
    );
    if (known !== undefined) return acts.tell((text) => text.t('optionsTypeKnown', nameOfType(known, text)));
    void acts.run(add(name), ({ t }) => t('optionsTypeAdded', name), { work: remove(name), say: sayUndone });
  }

  return (
    <>
      {types.state === 'failed' && <FailureNotice code={types.code} />}
      {types.state === 'ready' && (
        <TypeList
          types={own}
          onAdd={addType}
          onRemove={(name) =>
            void acts.run(remove(name), ({ t }) => t('optionsTypeRemoved', name), {
              work: add(name),
              say: sayUndone,
            })
          }
        />
      )}
      <Told acts={acts} />
    </>
  );
}
