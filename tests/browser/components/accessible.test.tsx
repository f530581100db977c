import axe from 'axe-core';
import { render, type JSX } from 'preact';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { AnnotationEditor } from '../../../components/AnnotationEditor.tsx';
import { AnnotationItem } from '../../../components/AnnotationItem.tsx';
import { ArticleAddresses } from '../../../components/ArticleAddresses.tsx';
import { ArticleEditor } from '../../../components/ArticleEditor.tsx';
import { ArticleHeader } from '../../../components/ArticleHeader.tsx';
import { CaretBar } from '../../../components/CaretBar.tsx';
import { Notice } from '../../../components/Notice.tsx';
import { PassageDiff } from '../../../components/PassageDiff.tsx';
import { SelectionActs } from '../../../components/SelectionActs.tsx';
import entityCss from '../../../components/styles/entity.css?inline';
import css from '../../../components/styles/page.css?inline';
import { TextContext } from '../../../components/text.ts';
import { Toast } from '../../../components/Toast.tsx';
import type { AnnotationKind } from '../../../utils/model/annotation.ts';
import { defaultPageKeys } from '../../../utils/model/page-keys.ts';
import type { AnnotationView } from '../../../utils/model/view.ts';
import { createArticle } from '../../support/articles.ts';
import { sharedScreens } from '../../components/screens.tsx';
import { createCatalogueTranslator } from '../../components/stage.tsx';

const nothing = (): void => {};

function viewOf(kind: AnnotationKind): AnnotationView {
  return {
    id: kind,
    kind,
    colour: 'yellow',
    quote: 'Tàu rời Cảng Đông lúc rạng sáng.',
    note: 'Hỏi lại giờ tàu rời bến.',
    tags: ['phí', 'ngư dân'],
    speaker: 'Hoàng Lan',
    subject: { name: 'Cảng Đông', type: 'place' },
    draft: { note: 'Hỏi', tags: '', speaker: '', subject: 'Cảng' },
  };
}

function editorOf(kind: AnnotationKind): JSX.Element {
  return (
    <AnnotationEditor
      annotation={viewOf(kind)}
      ownTypes={['Tàu']}
      knownEntities={[{ name: 'Hoàng Lan', type: 'person' }]}
      onRestyle={nothing}
      onSave={nothing}
      onDraft={nothing}
      onDelete={nothing}
      onAddType={nothing}
    />
  );
}

function itemOf(kind: AnnotationKind, isOpen: boolean): JSX.Element {
  return (
    <ul class="items">
      <AnnotationItem
        annotation={viewOf(kind)}
        lang="vi"
        isOpen={isOpen}
        onToggle={nothing}
        onShow={nothing}
        onCopyLink={nothing}
        onDelete={nothing}
      >
        {editorOf(kind)}
      </AnnotationItem>
    </ul>
  );
}

function selectionWith(panel: 'quote' | 'entity'): JSX.Element {
  return (
    <SelectionActs
      selection="Cảng Đông"
      lang="vi"
      draft={{ panel, speaker: '', name: 'Cảng Đông', type: 'place' }}
      ownTypes={['Tàu']}
      knownEntities={[]}
      isBusy={false}
      onKeep={nothing}
      onDraft={nothing}
      onAddType={nothing}
    />
  );
}

const article = createArticle({
  title: 'Phí cảng tăng gấp đôi',
  standfirst: 'Chủ tàu nhỏ nói họ không được hỏi.',
  publisher: 'Tin Cảng',
  authors: ['Lê Thu Hà'],
  published: '2026-11-19',
  lang: 'vi',
  isPaywalled: true,
  wordCount: 640,
  readingMinutes: 3,
  sources: { title: 'json-ld', authors: 'reader' },
});

function caretBar(mode: 'walk' | 'range', ownTypes: readonly string[] | null = null): JSX.Element {
  return (
    <CaretBar
      view={{
        mode,
        said: 'Cảng Đông',
        lang: 'vi',
        paragraph: { position: 3, total: 20 },
        selection: 'Cảng Đông',
        annotation: null,
      }}
      keys={defaultPageKeys}
      isMac={false}
      message=""
      ownTypes={ownTypes}
      onType={nothing}
      onFinish={nothing}
      onClose={nothing}
    />
  );
}

const screens: Record<string, JSX.Element> = {
  'the keys of the caret': caretBar('walk'),
  'the types to choose with the caret': caretBar('walk', ['Tàu']),
  'the keys that change a passage': caretBar('range'),
  'a highlight, folded': itemOf('highlight', false),
  'a quote, open': itemOf('quote', true),
  'an entity, open': itemOf('entity', true),
  'a passage that was changed': <PassageDiff before="two winters" after="three winters" lang="en" />,
  'the selection as a quote': selectionWith('quote'),
  'the selection as an entity': selectionWith('entity'),
  'an article': <ArticleHeader article={article} onEdit={nothing} />,
  'the details of an article': (
    <ArticleEditor
      article={article}
      draft={null}
      isBusy={false}
      onForget={nothing}
      onSave={nothing}
      onDraft={nothing}
      onClose={nothing}
    />
  ),
  'the addresses of an article': (
    <ArticleAddresses
      urls={['https://harbour.example/levy', 'https://harbour.example/amp/levy']}
      others={[{ id: 'b', title: 'A cat crosses twice a day', facts: 'The Ferry, 19 November 2026' }]}
      onSplit={nothing}
      onMerge={nothing}
    />
  ),
  'a notice': <Notice>Nothing kept from this article yet.</Notice>,
  'a toast': <Toast message="Deleted." onUndo={nothing} onNote={nothing} onClose={nothing} />,
  ...sharedScreens,
};
const schemes = ['light', 'dark'] as const;
const cases = Object.entries(screens).flatMap(([name, screen]) =>
  schemes.map((scheme) => [name, scheme, screen] as const),
);

const main = document.createElement('main');

beforeAll(() => {
  const style = document.createElement('style');
  style.textContent = `${css}${entityCss}`;
  document.head.append(style);
  document.documentElement.lang = 'en';
  document.title = 'Pressmark';
  document.body.append(main);
});

afterEach(() => {
  render(null, main);
});

async function setScheme(value: 'light' | 'dark'): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
}

describe('every component', () => {
  it.each(cases)('breaks no rule of WCAG 2.2 AA in %s, %s', async (_, scheme, screen) => {
    await setScheme(scheme);
    render(
      <TextContext.Provider value={createCatalogueTranslator('en')}>{screen}</TextContext.Provider>,
      main,
    );
    expect(matchMedia('(prefers-color-scheme: dark)').matches).toBe(scheme === 'dark');
    const { violations, passes } = await axe.run(main, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
    );
    expect(found).toEqual([]);
    expect(passes.length).toBeGreaterThan(0);
  });
});
