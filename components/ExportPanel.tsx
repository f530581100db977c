import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ExportChoice, ExportFormat, ExportScope } from '../utils/export/choice.ts';
import { Icon } from './Icon.tsx';
import * as icons from './icons.ts';
import { useText } from './text.ts';

export type ExportPanelProps = {
  /** Without an article only everything can be exported. */
  readonly hasArticle: boolean;
  readonly onSave: (choice: ExportChoice) => void;
  readonly onCopy: (choice: ExportChoice) => void;
};

/** What to export, as what, and where to. */
export function ExportPanel({ hasArticle, onSave, onCopy }: ExportPanelProps): JSX.Element {
  const { t } = useText();
  const [scope, setScope] = useState<ExportScope>('article');
  const [format, setFormat] = useState<ExportFormat>('markdown');
  const choice: ExportChoice = { scope: hasArticle ? scope : 'all', format };
  return (
    <div class="export">
      {hasArticle && (
        <label class="field">
          <span class="field-label">{t('exportScope')}</span>
          <select
            name="scope"
            value={scope}
            onChange={(event) => setScope(event.currentTarget.value === 'all' ? 'all' : 'article')}
          >
            <option value="article">{t('exportArticle')}</option>
            <option value="all">{t('exportAll')}</option>
          </select>
        </label>
      )}
      <label class="field">
        <span class="field-label">{t('exportFormat')}</span>
        <select
          name="format"
          value={format}
          onChange={(event) => setFormat(event.currentTarget.value === 'jsonld' ? 'jsonld' : 'markdown')}
        >
          <option value="markdown">{t('formatMarkdown')}</option>
          <option value="jsonld">{t('formatJsonLd')}</option>
        </select>
      </label>
      <div class="export-acts">
        <button type="button" class="button" onClick={() => onSave(choice)}>
          <Icon path={icons.take} />
          {t('exportFile')}
        </button>
        <button type="button" class="button" onClick={() => onCopy(choice)}>
          {t('exportCopy')}
        </button>
      </div>
    </div>
  );
}
