import { browser } from '#imports';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ExportPanel } from '../../components/ExportPanel.tsx';
import { FailureNotice } from '../../components/Notice.tsx';
import { useText } from '../../components/text.ts';
import type { Library } from '../../utils/db/database.ts';
import { listDeleted } from '../../utils/db/annotations.ts';
import { readPage } from '../../utils/db/pages.ts';
import { quoteOf } from '../../utils/model/annotation.ts';
import { articleOf } from '../../utils/model/page.ts';
import { listOwnEntityTypes } from '../../utils/db/settings.ts';
import { callExtension } from '../../utils/messaging/send.ts';
import { forgetSite, listAllowedSites } from '../../utils/session/sites.ts';
import { useExport } from '../../utils/store/use-export.ts';
import { useLive } from '../../utils/store/use-live.ts';
import { useOutcome } from '../../utils/store/use-outcome.ts';

/** Settings: sites, own entity types, shortcuts, export of everything. */
export function Options({ library }: { readonly library: Library }): JSX.Element {
  const text = useText();
  const { t } = text;
  return (
    <main>
      <h1>{t('optionsTitle')}</h1>
      <Sites />
      <OwnTypes library={library} />
      <Shortcuts />
      <Trash library={library} />
      <Notes library={library} />
    </main>
  );
}

function Section({ title, children }: { title: string; children: ComponentChildren }): JSX.Element {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Sites(): JSX.Element {
  const { t } = useText();
  const [sites, setSites] = useState<readonly string[]>([]);
  useEffect(() => {
    const load = (): void => void listAllowedSites().then(setSites);
    load();
    browser.permissions.onAdded.addListener(load);
    browser.permissions.onRemoved.addListener(load);
    return () => {
      browser.permissions.onAdded.removeListener(load);
      browser.permissions.onRemoved.removeListener(load);
    };
  }, []);
  return (
    <Section title={t('optionsSites')}>
      {sites.length === 0 && <p class="hint">{t('optionsSitesNone')}</p>}
      <ul class="rows">
        {sites.map((site) => (
          <li key={site}>
            {nameOfSite(site)}
            <button type="button" class="button" onClick={() => void forgetSite(site)}>
              {t('optionsSiteForget', nameOfSite(site))}
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function nameOfSite(pattern: string): string {
  return pattern.replace(/^\*?[a-z]*:\/\//u, '').replace(/\/\*$/u, '');
}

function OwnTypes({ library }: { readonly library: Library }): JSX.Element {
  const { t } = useText();
  const { outcome, run } = useOutcome();
  const types = useLive(async () => await listOwnEntityTypes(library), []);
  return (
    <Section title={t('optionsTypes')}>
      {outcome?.state === 'failed' && <FailureNotice code={outcome.code} />}
      {types.state === 'failed' && <FailureNotice code={types.code} />}
      {types.state === 'ready' && types.value.length === 0 && <p class="hint">{t('optionsTypesNone')}</p>}
      <ul class="rows">
        {types.state === 'ready' &&
          types.value.map((type) => (
            <li key={type}>
              {type}
              <button
                type="button"
                class="button"
                onClick={() =>
                  void run(async () => await callExtension('removeEntityType', { name: type }), '')
                }
              >
                {t('optionsTypeRemove', type)}
              </button>
            </li>
          ))}
      </ul>
    </Section>
  );
}

function Shortcuts(): JSX.Element {
  const { t } = useText();
  const [commands, setCommands] = useState<readonly { name: string; keys: string }[]>([]);
  useEffect(() => {
    void browser.commands.getAll().then((all) =>
      setCommands(
        all.map(({ name = '', description = '', shortcut = '' }) => ({
          name: name === '_execute_action' ? t('actionTitle') : description,
          keys: shortcut,
        })),
      ),
    );
  }, []);
  return (
    <Section title={t('optionsShortcuts')}>
      <ul class="rows">
        {commands.map(({ name, keys }) => (
          <li key={name}>
            {name}
            <kbd>{keys === '' ? t('optionsShortcutNone') : keys}</kbd>
          </li>
        ))}
      </ul>
      <p class="hint">{t('optionsShortcutsHint')}</p>
    </Section>
  );
}

/** As many as one can look through; older ones come up as these go. */
const trashShown = 200;

/** What was deleted and can still be had back. */
function Trash({ library }: { readonly library: Library }): JSX.Element {
  const { t, day } = useText();
  const { outcome, run } = useOutcome();
  const deleted = useLive(async () => {
    const annotations = await listDeleted(library, trashShown);
    return await Promise.all(
      annotations.map(async (annotation) => ({
        annotation,
        page: await readPage(library, annotation.pageId),
      })),
    );
  }, []);
  return (
    <Section title={t('optionsTrash')}>
      {outcome?.state === 'failed' && <FailureNotice code={outcome.code} />}
      {deleted.state === 'failed' && <FailureNotice code={deleted.code} />}
      {deleted.state === 'ready' && deleted.value.length === 0 && <p class="hint">{t('optionsTrashNone')}</p>}
      <ul class="rows">
        {deleted.state === 'ready' &&
          deleted.value.map(({ annotation, page }) => (
            <li key={annotation.id}>
              <div class="trash-words">
                <blockquote lang={page === null ? undefined : (articleOf(page).lang ?? undefined)}>
                  {quoteOf(annotation)}
                </blockquote>
                <p class="hint">
                  {page === null ? '' : `${articleOf(page).title}, `}
                  {t('optionsTrashDate', day(annotation.deleted ?? ''))}
                </p>
              </div>
              <button
                type="button"
                class="button"
                aria-label={t('actRestoreName', quoteOf(annotation))}
                onClick={() =>
                  void run(
                    async () => await callExtension('restoreAnnotation', { id: annotation.id }),
                    t('restored'),
                  )
                }
              >
                {t('actRestore')}
              </button>
            </li>
          ))}
      </ul>
      <p class="hint" role="status">
        {outcome?.state === 'done' ? outcome.message : ''}
      </p>
    </Section>
  );
}

function Notes({ library }: { readonly library: Library }): JSX.Element {
  const text = useText();
  const { t } = text;
  const { message, failure, save, copy } = useExport(library, null, text);
  return (
    <Section title={t('optionsExport')}>
      <p class="hint">{t('optionsExportHint')}</p>
      <ExportPanel
        hasArticle={false}
        onSave={(choice) => void save(choice)}
        onCopy={(choice) => void copy(choice)}
      />
      {failure !== null && <FailureNotice code={failure} />}
      <p class="hint" role="status">
        {message}
      </p>
    </Section>
  );
}
