import type { JSX, TargetedInputEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { ArticleSummary } from '../utils/messaging/protocol.ts';
import {
  articleFieldNames,
  fieldsOfArticle,
  parseAuthors,
  type ArticleDraft,
  type ArticleFields,
} from '../utils/model/article-draft.ts';
import type { MetadataSource } from '../utils/model/article.ts';
import type { CorrectableField, CorrectionPatch } from '../utils/model/page.ts';
import { nameOfLanguage } from '../utils/i18n/names.ts';
import { Notice } from './Notice.tsx';
import { useText } from './text.ts';

export type ArticleEditorProps = {
  /** With the corrections made so far. */
  readonly article: ArticleSummary;
  /** What was typed and not saved yet; `null` when everything is. */
  readonly draft: ArticleDraft | null;
  readonly isBusy: boolean;
  readonly onSave: (patch: CorrectionPatch) => void;
  /** Called with every change, `null` when the fields are as saved again. */
  readonly onDraft: (draft: ArticleDraft | null) => void;
  /** Takes a correction back; what else was typed stays. */
  readonly onForget: (field: CorrectableField) => void;
  readonly onClose: () => void;
};

const fieldMessages = {
  title: 'articleTitle',
  standfirst: 'articleStandfirst',
  publisher: 'articlePublisher',
  authors: 'articleAuthors',
  published: 'articlePublished',
  lang: 'articleLang',
} as const;

const sourceMessages = {
  'json-ld': 'sourceData',
  microdata: 'sourceData',
  'open-graph': 'sourceData',
  'dublin-core': 'sourceData',
  citation: 'sourceData',
  parsely: 'sourceData',
  meta: 'sourceData',
  link: 'sourceData',
  markup: 'sourceText',
  text: 'sourceText',
  url: 'sourceAddress',
  reader: 'sourceReader',
} as const satisfies Record<MetadataSource, string>;

/**
 * Sets right what was read of an article. Saved is what differs from what was read; a corrected field can go back to
 * what the page says.
 */
export function ArticleEditor(props: ArticleEditorProps): JSX.Element {
  const { article } = props;
  const { t } = useText();
  const saved = fieldsOfArticle(article);
  /** What the reader typed; a field that was left alone follows what is known. */
  const [typed, setTyped] = useState<ArticleDraft>(props.draft ?? {});
  /** Only what was there at first is back; what is being typed was never away, and nothing may move while it is. */
  const [wasRestored] = useState(props.draft !== null);
  const fields = { ...saved, ...typed };
  const changed = articleFieldNames.filter((name) => fields[name] !== saved[name]);

  function change(name: CorrectableField, value: string): void {
    const entries = Object.entries({ ...typed, [name]: value }).filter(
      ([one, text]) => text !== saved[one as keyof ArticleFields],
    );
    setTyped(Object.fromEntries(entries));
    props.onDraft(entries.length === 0 ? null : Object.fromEntries(entries));
  }

  function save(): void {
    if (changed.length === 0) return;
    const entries = changed.map((name) => [
      name,
      name === 'authors' ? parseAuthors(fields.authors) : fields[name].trim(),
    ]);
    props.onSave(Object.fromEntries(entries) as CorrectionPatch);
  }

  return (
    <form
      class="editor article-editor"
      aria-label={t('articleEdit')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          props.onClose();
        }
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        save();
      }}
    >
      {wasRestored && changed.length > 0 && <Notice>{t('draftRestored')}</Notice>}
      {articleFieldNames.map((name) => (
        <Field
          key={name}
          name={name}
          value={fields[name]}
          lang={name === 'lang' || name === 'published' ? undefined : (article.lang ?? undefined)}
          source={article.sources[name]}
          onInput={(value) => change(name, value)}
          onForget={() => props.onForget(name)}
        />
      ))}
      <div class="editor-acts">
        <button type="submit" class="button button-main" disabled={changed.length === 0 || props.isBusy}>
          {t('actSave')}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => {
            props.onDraft(null);
            props.onClose();
          }}
        >
          {changed.length > 0 ? t('actDiscard') : t('actClose')}
        </button>
      </div>
    </form>
  );
}

type FieldProps = {
  readonly name: CorrectableField;
  readonly value: string;
  readonly lang: string | undefined;
  readonly source: MetadataSource | undefined;
  readonly onInput: (value: string) => void;
  readonly onForget: () => void;
};

function Field({ name, value, lang, source, onInput, onForget }: FieldProps): JSX.Element {
  const { t } = useText();
  return (
    <div class="field">
      <label class="field">
        <span class="field-label">{t(fieldMessages[name])}</span>
        <FieldInput name={name} value={value} lang={lang} onInput={onInput} />
      </label>
      {source !== undefined && (
        <p class="field-source">
          {t(sourceMessages[source])}
          {source === 'reader' && (
            <button type="button" class="link-button" onClick={onForget}>
              {t('articleForget')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

function FieldInput({ name, value, lang, onInput }: Omit<FieldProps, 'source' | 'onForget'>): JSX.Element {
  if (name === 'lang') return <LanguageChoice value={value} onInput={onInput} />;
  if (name === 'authors' || name === 'title' || name === 'standfirst') {
    return (
      <textarea
        name={name}
        rows={name === 'authors' ? Math.min(4, value.split('\n').length) : 2}
        lang={lang}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    );
  }
  const common = {
    name,
    value,
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => onInput(event.currentTarget.value),
  };
  return name === 'published' ? (
    <input type="date" {...common} />
  ) : (
    <input lang={lang} autoComplete="off" {...common} />
  );
}

/** The languages with most news readers, and whichever the page is in. */
const languages =
  'ar bg bn cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl pl pt ro ru sk sl sr sv sw ta th tl tr uk ur vi zh'.split(
    ' ',
  );

function LanguageChoice({
  value,
  onInput,
}: {
  value: string;
  onInput: (value: string) => void;
}): JSX.Element {
  const { t, locale } = useText();
  const codes = languages.includes(value) || value === '' ? languages : [...languages, value];
  const named = codes
    .map((code) => ({ code, name: nameOfLanguage(code, locale) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale));
  return (
    <select name="lang" value={value} onChange={(event) => onInput(event.currentTarget.value)}>
      <option value="">{t('articleLangUnknown')}</option>
      {named.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
