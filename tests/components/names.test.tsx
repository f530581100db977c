// @vitest-environment jsdom
import type { JSX } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { AnnotationEditor } from '../../components/AnnotationEditor.tsx';
import { AnnotationItem } from '../../components/AnnotationItem.tsx';
import { ArticleAddresses } from '../../components/ArticleAddresses.tsx';
import { ArticleEditor } from '../../components/ArticleEditor.tsx';
import { ArticleHeader } from '../../components/ArticleHeader.tsx';
import { ColourDots } from '../../components/ColourDots.tsx';
import { EntityFields } from '../../components/EntityFields.tsx';
import { PassageDiff } from '../../components/PassageDiff.tsx';
import { SelectionActs } from '../../components/SelectionActs.tsx';
import { Toast } from '../../components/Toast.tsx';
import { annotationKinds } from '../../utils/model/annotation.ts';
import type { AnnotationView } from '../../utils/model/view.ts';
import { createArticle } from '../support/articles.ts';
import { sharedScreens } from './screens.tsx';
import { clear, nameOf, show, type Lang } from './stage.tsx';

afterEach(clear);

const nothing = (): void => {};

function viewOf(kind: AnnotationView['kind']): AnnotationView {
  return {
    id: 'a',
    kind,
    colour: 'green',
    quote: 'Cảng Đông',
    note: 'Hỏi lại.',
    tags: ['phí'],
    speaker: 'Hoàng Lan',
    subject: { name: 'Cảng Đông', type: 'place' },
    draft: { note: 'Hỏi', tags: '', speaker: '', subject: 'Cảng' },
  };
}

function editorOf(kind: AnnotationView['kind']): JSX.Element {
  return (
    <AnnotationEditor
      annotation={viewOf(kind)}
      ownTypes={['Tàu']}
      knownEntities={[]}
      onRestyle={nothing}
      onSave={nothing}
      onDraft={nothing}
      onDelete={nothing}
      onAddType={nothing}
    />
  );
}

function selectionWith(panel: 'quote' | 'entity' | null): JSX.Element {
  return (
    <SelectionActs
      selection="Cảng Đông"
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
  title: '',
  publisher: 'The Linden Courier',
  authors: ['Ann Okafor'],
  published: '2026-11-18',
  modified: null,
  lang: 'en',
  wordCount: 640,
  readingMinutes: 3,
});

const components: Record<string, JSX.Element> = {
  ...Object.fromEntries(annotationKinds.map((kind) => [`the editor of a ${kind}`, editorOf(kind)])),
  ...Object.fromEntries(
    annotationKinds.map((kind) => [
      `a list with a ${kind}`,
      <ul key={kind}>
        <AnnotationItem
          annotation={viewOf(kind)}
          isOpen={false}
          onToggle={nothing}
          onShow={nothing}
          onCopyLink={nothing}
          onDelete={nothing}
        />
      </ul>,
    ]),
  ),
  'a passage that was changed': <PassageDiff before="two winters" after="two or three winters" lang="en" />,
  'the selection': selectionWith(null),
  'the selection with the speaker asked for': selectionWith('quote'),
  'the selection with the entity asked for': selectionWith('entity'),
  'the head of an article': <ArticleHeader article={article} onEdit={nothing} />,
  'the details of an article': (
    <ArticleEditor
      article={{ ...article, sources: { title: 'json-ld', authors: 'reader', published: 'text' } }}
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
      others={[{ id: 'b', title: 'A cat crosses twice a day', facts: '' }]}
      onSplit={nothing}
      onMerge={nothing}
    />
  ),
  'the colours': <ColourDots chosen="pink" onChoose={nothing} />,
  'the fields of an entity': (
    <EntityFields
      value={{ name: 'x', type: 'Tàu' }}
      ownTypes={[]}
      knownNames={['y']}
      onChange={nothing}
      onAddType={nothing}
    />
  ),
  'a toast': <Toast message="Saved." onUndo={nothing} onNote={nothing} onClose={nothing} />,
  ...sharedScreens,
};
const langs: Lang[] = ['en', 'vi'];
const cases = Object.entries(components).flatMap(([name, component]) =>
  langs.map((lang) => [name, lang, component] as const),
);

describe('every component', () => {
  it.each(cases)('names all that can be pressed and filled in %s, in %s', (_, lang, component) => {
    const stage = show(component, lang);
    const parts = [
      ...stage.querySelectorAll('button, input, textarea, select, summary, [role=group], [role=toolbar]'),
    ];
    expect(parts.filter((part) => nameOf(part) === '').map((part) => part.outerHTML)).toEqual([]);
  });

  it.each(cases)('shows no key and no placeholder in %s, in %s', (_, lang, component) => {
    const { innerHTML } = show(component, lang);
    expect(innerHTML).not.toMatch(/\$\d|undefined|\[object/u);
    expect(innerHTML).not.toMatch(
      />(?:act|field|kind_|type_|colour_|failure_|export|selection|article|source|address)[A-Z_]\w*</u,
    );
  });

  it.each(cases)('hides drawings and says what a button of them does in %s, in %s', (_, lang, component) => {
    const stage = show(component, lang);
    const drawings = [...stage.querySelectorAll('svg')];
    expect(drawings.filter((drawing) => drawing.getAttribute('aria-hidden') !== 'true')).toEqual([]);
  });

  it.each(cases)(
    'gives every button a type, so that none submits by chance, in %s, in %s',
    (_, lang, component) => {
      const stage = show(component, lang);
      expect([...stage.querySelectorAll('button:not([type])')].map((button) => button.outerHTML)).toEqual([]);
    },
  );
});

describe('ArticleHeader', () => {
  it('says what is known, in the reader’s words', () => {
    const facts = [
      ...show(<ArticleHeader article={article} />, 'vi').querySelectorAll('.article-facts span'),
    ];
    expect(facts.map((fact) => fact.textContent)).toEqual([
      'The Linden Courier',
      'Ann Okafor',
      expect.stringMatching(/^18 tháng 11/u),
      'đọc 3 phút',
    ]);
  });

  it('leaves out what is not known', () => {
    const bare = { ...article, publisher: null, authors: [], published: null, wordCount: 0 };
    const stage = show(<ArticleHeader article={bare} />);
    expect([stage.querySelector('h1')?.textContent, stage.querySelector('.article-facts')]).toEqual([
      'Untitled page',
      null,
    ]);
  });
});

describe('AnnotationItem', () => {
  const texts = (annotation: AnnotationView): string =>
    show(
      <ul>
        <AnnotationItem
          annotation={annotation}
          isOpen={false}
          onToggle={nothing}
          onCopyLink={nothing}
          onDelete={nothing}
        />
      </ul>,
    ).textContent;

  it('shows the speaker of a quote and the name of an entity, each for its kind only', () => {
    const view = { ...viewOf('quote'), subject: { name: 'Bến Tư', type: 'place' } };
    expect(texts(view)).toContain('Hoàng Lan');
    expect(texts(view)).not.toContain('Bến Tư');
    expect(texts({ ...view, kind: 'entity' })).toContain('Bến Tư');
    expect(texts({ ...view, kind: 'entity' })).not.toContain('Hoàng Lan');
    expect(texts({ ...view, kind: 'highlight' })).not.toMatch(/Hoàng Lan|Bến Tư/u);
  });

  it('offers to show on the page only what was found there', () => {
    const names = (stage: HTMLElement): string[] => [...stage.querySelectorAll('button')].map(nameOf);
    const item = (onShow: (() => void) | undefined): HTMLElement =>
      show(
        <ul>
          <AnnotationItem
            annotation={viewOf('quote')}
            isOpen={false}
            onToggle={nothing}
            onShow={onShow}
            onCopyLink={nothing}
            onDelete={nothing}
          />
        </ul>,
      );
    expect(names(item(nothing))).toEqual([
      'Show on the page',
      'Edit',
      'Copy a link to the passage',
      'Delete',
    ]);
    expect(names(item(undefined))).toEqual(['Edit', 'Copy a link to the passage', 'Delete']);
  });
});
