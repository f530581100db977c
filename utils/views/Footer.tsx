import { browser } from '#imports';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ExportPanel } from '../../components/ExportPanel.tsx';
import { Icon } from '../../components/Icon.tsx';
import * as icons from '../../components/icons.ts';
import { FailureNotice } from '../../components/Notice.tsx';
import { useText } from '../../components/text.ts';
import type { Library } from '../db/database.ts';
import type { Outcomes } from '../store/use-outcome.ts';
import { openPanel } from '../session/panel.ts';
import { allowSite, forgetSite, isSiteAllowed, sitePatternOf } from '../session/sites.ts';
import { useExport } from '../store/use-export.ts';
import { HistorySteps } from './HistorySteps.tsx';

export type FooterProps = {
  readonly library: Library;
  readonly pageId: string | null;
  readonly url: string | null;
  /** The window to open the side panel in; `null` in the panel itself. */
  readonly panelWindow?: number | null;
  /** Lets the reader walk the page's text by keyboard; absent where there is none, and where the focus would not follow. */
  readonly onWalk?: () => void;
  /** Absent where nothing is kept that could be hidden. */
  readonly hiding?: { readonly isHidden: boolean; readonly onToggle: () => void };
  /** Takes steps back and forth; absent where what was done is not shown. */
  readonly run?: Outcomes['run'];
};

/** What concerns the whole page: its site's permission, export, settings. */
export function Footer({
  library,
  pageId,
  url,
  panelWindow = null,
  onWalk,
  hiding,
  run,
}: FooterProps): JSX.Element {
  const text = useText();
  const { t } = text;
  const { message, failure, save, copy } = useExport(library, pageId, text);
  return (
    <footer>
      <SiteChoice url={url} />
      <details class="export-details">
        <summary>
          <Icon path={icons.take} />
          {t('exportTitle')}
        </summary>
        <ExportPanel
          hasArticle={pageId !== null}
          onSave={(choice) => void save(choice)}
          onCopy={(choice) => void copy(choice)}
        />
        {failure !== null && <FailureNotice code={failure} />}
        <p class="hint" role="status">
          {message}
        </p>
      </details>
      <div class="doors">
        {run !== undefined && <HistorySteps library={library} run={run} />}
        {hiding !== undefined && (
          <button type="button" class="button button-quiet" onClick={hiding.onToggle}>
            <Icon path={hiding.isHidden ? icons.reveal : icons.hide} />
            {t(hiding.isHidden ? 'revealAll' : 'hideAll')}
          </button>
        )}
        {onWalk !== undefined && (
          <button type="button" class="button button-quiet" onClick={onWalk}>
            <Icon path={icons.caret} />
            {t('caretLabel')}
          </button>
        )}
        <a class="button button-quiet" href="#names">
          <Icon path={icons.entity} />
          {t('entitiesTitle')}
        </a>
        {panelWindow !== null && (
          <button
            type="button"
            class="button button-quiet"
            onClick={() =>
              void openPanel(panelWindow).then(
                (isOpen) => isOpen && window.close(),
                (error: unknown) => console.warn(error),
              )
            }
          >
            <Icon path={icons.panel} />
            {t('panelOpen')}
          </button>
        )}
        <button
          type="button"
          class="button button-quiet"
          onClick={() => void browser.runtime.openOptionsPage()}
        >
          <Icon path={icons.settings} />
          {t('settings')}
        </button>
      </div>
    </footer>
  );
}

/** "Always show": asks the browser for this one site, or gives it back. */
function SiteChoice({ url }: { readonly url: string | null }): JSX.Element | null {
  const { t } = useText();
  const pattern = sitePatternOf(url);
  const [isAllowed, setAllowed] = useState<boolean | null>(null);
  useEffect(() => {
    let isCurrent = true;
    setAllowed(null);
    if (pattern !== null) void isSiteAllowed(pattern).then((allowed) => isCurrent && setAllowed(allowed));
    return () => {
      isCurrent = false;
    };
  }, [pattern]);
  if (pattern === null || url === null) return null;

  async function change(wanted: boolean, pattern: string): Promise<void> {
    const isDone = wanted ? await allowSite(pattern) : await forgetSite(pattern);
    setAllowed(isDone ? wanted : !wanted);
  }

  return (
    <label class="site">
      <input
        type="checkbox"
        checked={isAllowed === true}
        disabled={isAllowed === null}
        onChange={(event) => void change(event.currentTarget.checked, pattern)}
      />
      <span>
        {t('siteAlways', new URL(url).hostname)}
        {isAllowed !== true && <small>{t('siteHint')}</small>}
      </span>
    </label>
  );
}
