import createPurifier from 'dompurify';
import { micromark } from 'micromark';
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export type MarkdownNoteProps = {
  readonly markdown: string;
  /** Whether only its beginning is shown, as in a list. */
  readonly isClamped?: boolean;
};

/** Longer notes are shown as they were typed: parsing takes time that nobody waits for. */
const longestParsed = 20_000;
/** More of a note is not seen in a list. */
const longestClamped = 1_200;

/**
 * A reader's note as what its Markdown means. Notes come from files and other people too, so nothing of them runs or
 * is loaded: raw HTML stays text, pictures become links, and only web and mail addresses can be followed.
 */
export function MarkdownNote({ markdown, isClamped = false }: MarkdownNoteProps): JSX.Element {
  const box = useRef<HTMLDivElement>(null);
  const shown = isClamped ? markdown.slice(0, longestClamped) : markdown;
  useLayoutEffect(() => {
    // Given over as nodes: what is clean is not read as text once more.
    if (shown.length <= longestParsed) box.current?.replaceChildren(renderMarkdown(shown, document));
    else if (box.current !== null) box.current.textContent = shown;
  }, [shown]);
  return <div ref={box} dir="auto" class={isClamped ? 'note note-clamped' : 'note'} />;
}

const allowedTags = 'a blockquote br code em h1 h2 h3 h4 h5 h6 hr li ol p pre strong ul'.split(' ');

/** Signs that mean something in CommonMark, or might. Most notes have none, and a list may hold a thousand. */
const meaningful = /[*_`#[\]<>\\&=+~-]|^\s*\d+[.)]|^ {4}/mu;

let purifier: ReturnType<typeof createPurifier> | null = null;

/** Clean nodes for a text in CommonMark. */
export function renderMarkdown(markdown: string, document: Document): DocumentFragment {
  if (!meaningful.test(markdown)) return renderPlain(markdown, document);
  const html = micromark(markdown, {
    extensions: [{ disable: { null: ['htmlFlow', 'htmlText', 'labelStartImage'] } }],
  });
  const { defaultView } = document;
  if (defaultView === null) throw new Error('expected a document that is shown');
  purifier ??= createPurifier(defaultView);
  const fragment = purifier.sanitize(html, {
    ALLOWED_TAGS: allowedTags,
    ALLOWED_ATTR: ['href', 'start'],
    ALLOWED_URI_REGEXP: /^(?:https?:\/\/|mailto:)/iu,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
  for (const link of fragment.querySelectorAll('a')) {
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    // What leads nowhere would lead to our own page.
    if (link.getAttribute('href') === null || link.getAttribute('href') === '')
      link.replaceWith(...link.childNodes);
  }
  // A note's headings are none of the view that shows it.
  for (const heading of fragment.querySelectorAll('h1,h2,h3,h4,h5,h6')) {
    const strong = document.createElement('strong');
    strong.append(...heading.childNodes);
    const line = document.createElement('p');
    line.append(strong);
    heading.replaceWith(line);
  }
  return fragment;
}

function renderPlain(text: string, document: Document): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const block of text.split(/\n\s*\n/u)) {
    const paragraph = document.createElement('p');
    paragraph.textContent = block.trim();
    fragment.append(paragraph);
  }
  return fragment;
}
