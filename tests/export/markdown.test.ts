import { describe, expect, it } from 'vitest';
import { escapeMarkdown, formatMarkdown, type MarkdownLabels } from '../../utils/export/markdown.ts';
import { gatherNotes } from '../../utils/export/notes.ts';
import type { Annotation } from '../../utils/model/annotation.ts';
import type { Entity } from '../../utils/model/entity.ts';
import type { Page } from '../../utils/model/page.ts';
import { createAnnotation, createEntity, createPage } from './notes.ts';

const labels: MarkdownLabels = {
  quotes: 'Quotes',
  highlights: 'Highlights',
  entities: 'Entities',
  published: 'published',
  read: 'read',
  untitled: 'Untitled page',
  entityType: (type) => type,
  mentions: (count) => `${count} ${count === 1 ? 'mention' : 'mentions'}`,
  alsoCalled: (names) => `also called ${names}`,
};

const hanh = createEntity('e-hanh', 'Nguyễn Thị Hạnh', 'person');
const port = createEntity('e-port', 'Port of Linden', 'organisation');
const linden = createEntity('e-linden', 'Linden', 'place');

const levy = createPage('levy', {
  publisher: 'The Linden Courier',
  authors: ['Ann Okafor', 'Lê Thu Hà'],
  published: '2026-11-18T21:30:00+07:00',
  text: [
    'The Port of Linden will double its harbour levy in March, the council decided.',
    'Nguyễn Thị Hạnh, who runs two ferries, told the meeting that Linden could not afford it.',
    'The Port of Linden answered that the old rate had stood since 1998.',
  ].join('\n'),
});
const kept = [
  createAnnotation(levy, 'will double its harbour levy in March', {
    id: 'a1',
    note: 'Check *the minutes*.',
    tags: ['levy', 'city budget'],
  }),
  createAnnotation(levy, 'Linden could not afford it', {
    id: 'a2',
    kind: 'quote',
    speaker: { type: 'entity', entityId: 'e-hanh' },
    tags: ['ferries'],
  }),
  createAnnotation(levy, 'the old rate had stood since 1998', { id: 'a3', kind: 'quote' }),
  createAnnotation(levy, 'Port of Linden', {
    id: 'a4',
    kind: 'entity',
    entityId: 'e-port',
    note: 'Owned by the city.',
  }),
  createAnnotation(levy, 'Linden', { id: 'a5', kind: 'entity', entityId: 'e-linden' }),
  createAnnotation(levy, 'Nguyễn Thị Hạnh', {
    id: 'a6',
    kind: 'entity',
    entityId: 'e-hanh',
    tags: ['owner'],
  }),
];

function format(
  pages: readonly Page[],
  annotations: readonly Annotation[],
  entities: readonly Entity[] = [],
): string {
  return formatMarkdown(gatherNotes(pages, annotations, entities), labels);
}

describe('formatMarkdown', () => {
  it('writes source, quotes, highlights and entities of an article', () => {
    expect(format([levy], kept, [hanh, port, linden])).toBe(`# Harbour levy to double in March

The Linden Courier · Ann Okafor, Lê Thu Hà · published 2026-11-18 21:30 · read 2026-11-19
<https://harbour.example/levy>

## Quotes

> Linden could not afford it
>
> — Nguyễn Thị Hạnh

#ferries

> the old rate had stood since 1998

## Highlights

> will double its harbour levy in March

Check *the minutes*.

#levy #city-budget

## Entities

- **Port of Linden** (organisation), 2 mentions
  - The **Port of Linden** will double its harbour levy in March,…
  - The **Port of Linden** answered that the old rate had stood…

  Owned by the city.
- **Linden** (place), 1 mention
  - …runs two ferries, told the meeting that **Linden** could not afford it.
- **Nguyễn Thị Hạnh** (person), 1 mention
  - **Nguyễn Thị Hạnh**, who runs two ferries, told the meeting…

  #owner
`);
  });

  it('keeps the paragraphs of a quote inside one block quote', () => {
    const page = createPage('speech', { title: 'Bài phát biểu', lang: 'vi' });
    const quote = createAnnotation(page, 'Chúng tôi đã chờ mười năm.\nChúng tôi sẽ không chờ nữa.', {
      id: 'b1',
      kind: 'quote',
      speaker: { type: 'text', name: 'một ngư dân' },
    });
    expect(format([page], [quote])).toBe(`# Bài phát biểu

read 2026-11-19
<https://harbour.example/speech>

## Quotes

> Chúng tôi đã chờ mười năm.
>
> Chúng tôi sẽ không chờ nữa.
>
> — một ngư dân
`);
  });

  it('shows what a page says as text, never as markup', () => {
    const passages = [
      '<img src=x onerror=alert(1)>',
      '# not a heading\n- not a list\n+ nor this\n1. nor a number\n2) nor this\n> nor a quote\n=== nor\n---\n~~~\n```',
      'a *b* _c_ `d` [e](f) ![g](h) \\i &copy; &#x41;',
    ];
    const page = createPage('odd', {
      title: '# 1 <script>alert(1)</script> *and* [more](x)',
      publisher: '_Courier_ & Co &amp; sons',
      text: passages.join('\n'),
    });
    const annotations = passages.map((words, index) => createAnnotation(page, words, { id: `c${index}` }));
    expect(format([page], annotations)).toBe(
      [
        String.raw`# \# 1 \<script\>alert(1)\</script\> \*and\* \[more\](x)`,
        '',
        String.raw`\_Courier\_ & Co \&amp; sons · read 2026-11-19`,
        '<https://harbour.example/odd>',
        '',
        '## Highlights',
        '',
        String.raw`> \<img src=x onerror=alert(1)\>`,
        '',
        String.raw`> \# not a heading`,
        '>',
        String.raw`> \- not a list`,
        '>',
        String.raw`> \+ nor this`,
        '>',
        String.raw`> 1\. nor a number`,
        '>',
        String.raw`> 2\) nor this`,
        '>',
        String.raw`> \> nor a quote`,
        '>',
        '> === nor',
        '>',
        String.raw`> \---`,
        '>',
        String.raw`> \~~~`,
        '>',
        '> \\`\\`\\`',
        '',
        '> a \\*b\\* \\_c\\_ \\`d\\` \\[e\\](f) !\\[g\\](h) \\\\i \\&copy; \\&#x41;',
        '',
      ].join('\n'),
    );
  });

  it('leaves the Markdown of the reader as it is', () => {
    const note = '**Bold** claim:\n\n- ask the [port](https://port.example)\n- `check`';
    const page = createPage('note', {});
    expect(format([page], [createAnnotation(page, 'a claim', { id: 'd1', note })])).toContain(
      `\n\n${note}\n`,
    );
  });

  it('names a page without a title, and gives a day where no time is known', () => {
    const page = createPage('bare', { title: '  ', published: '2020-09-25' });
    expect(format([page], [createAnnotation(page, 'words', { id: 'e1' })])).toBe(`# Untitled page

published 2020-09-25 · read 2026-11-19
<https://harbour.example/bare>

## Highlights

> words
`);
  });

  it.each([
    [
      'a time with an offset, on the publisher’s clock',
      '2026-11-18T23:30:00-08:00',
      'published 2026-11-18 23:30',
    ],
    ['a time without a zone', '2026-11-18T06:05:59', 'published 2026-11-18 06:05'],
    ['a day', '2026-11-18', 'published 2026-11-18 '],
    ['what is no date at all', 'last *week*', 'published last \\*week\\* '],
  ])('writes %s', (_, published, line) => {
    const page = createPage('time', { published });
    expect(format([page], [createAnnotation(page, 'words', { id: 'f1' })])).toContain(line);
  });

  it('keeps the address one link, whatever is in it', () => {
    const url = 'https://harbour.example/a b?q=<x>&tags[]=1#mục-2';
    const page = createPage('url', {}, { url });
    expect(format([page], [createAnnotation(page, 'words', { id: 'g1' })])).toContain(
      '\n<https://harbour.example/a%20b?q=%3Cx%3E&tags[]=1#mục-2>\n',
    );
  });

  it('finds no mention of a name inside a longer one', () => {
    const text = format([levy], kept, [hanh, port, linden]);
    expect(text).toContain('**Port of Linden** (organisation), 2 mentions');
    expect(text).toContain('**Linden** (place), 1 mention\n');
  });

  it('counts the words under which an entity was kept among its mentions', () => {
    const page = createPage('alias', { text: 'Ms Hạnh smiled. Later Ms Hạnh left.' });
    const annotation = createAnnotation(page, 'Ms Hạnh', { id: 'h1', kind: 'entity', entityId: 'e-hanh' });
    expect(format([page], [annotation], [hanh])).toContain('**Nguyễn Thị Hạnh** (person), 2 mentions');
  });

  it('keeps an entity annotation whose name is not known', () => {
    const page = createPage('nameless', { text: 'The ferry Sao Mai was late.' });
    const annotation = createAnnotation(page, 'Sao Mai', {
      id: 'i1',
      kind: 'entity',
      note: 'Which pier?',
      tags: ['ferry'],
    });
    const text = format([page], [annotation]);
    expect(text).toContain('Sao Mai');
    expect(text).toContain('Which pier?');
    expect(text).toContain('#ferry');
  });

  it('leaves out deleted annotations and pages without any', () => {
    const empty = createPage('empty', { title: 'Nothing kept' });
    const gone = { ...createAnnotation(levy, 'in March', { id: 'j1' }), deleted: '2026-11-20T00:00:00.000Z' };
    expect(format([levy, empty], [gone])).toBe('\n');
  });

  it('writes the same bytes in whatever order the library gives its rows', () => {
    const other = createPage('other', { title: 'Thủy triều' }, { created: '2026-11-18T07:00:00.000Z' });
    const annotations = [...kept, createAnnotation(other, 'triều cường', { id: 'k1' })];
    const pages = [levy, other];
    const entities = [hanh, port, linden];
    const expected = format(pages, annotations, entities);
    expect(format(pages.toReversed(), annotations.toReversed(), entities.toReversed())).toBe(expected);
    expect(expected.indexOf('Thủy triều')).toBeLessThan(expected.indexOf('Harbour levy'));
  });
});

describe('escapeMarkdown', () => {
  it('leaves ordinary sentences alone', () => {
    const plain = 'Phí tăng 3,5% - từ 1.000 lên 1.035 đồng (theo bà Hạnh); AT&T & Co. said "no"!';
    expect(escapeMarkdown(plain)).toBe(plain);
  });
});

describe('formatMarkdown, of an entity that the reader knows more of', () => {
  it('tells its other names, its entry at Wikidata and the note, and finds it by all names', () => {
    const known = createEntity('e-port', 'Port of Linden', 'organisation', {
      aliases: ['the harbour', 'P*L'],
      note: 'Founded *1871*.',
      wikidata: { id: 'Q42', label: 'Port of Linden', description: '' },
    });
    const tagged = createAnnotation(levy, 'Port of Linden', {
      id: 'a9',
      kind: 'entity',
      entityId: 'e-port',
    });
    const text = formatMarkdown(gatherNotes([levy], [tagged], [known]), labels);
    expect(text).toContain(
      '- **Port of Linden** (organisation; also called the harbour, P\\*L; [Wikidata Q42](https://www.wikidata.org/wiki/Q42)), 2 mentions',
    );
    expect(text).toContain('\n  Founded *1871*.');
  });
});
