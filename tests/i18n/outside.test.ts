// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';

type Node = { readonly type: string } & Readonly<Record<string, unknown>>;

/** Attributes that a reader sees or hears. */
const spoken = new Set([
  'title',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'placeholder',
  'alt',
  'label',
]);
/** Names that are the same in every language. */
const names = new Set(['Pressmark', 'English', 'Tiếng Việt', 'Aa', 'Wikidata']);

/** Words written into the code of a view, where a translator never finds them. */
function findWords(fileName: string, source: string): string[] {
  const { program, errors } = parseSync(fileName, source);
  if (errors.length > 0) throw new Error(`${fileName}: ${errors[0]?.message}`);
  const found: string[] = [];
  const see = (text: unknown): void => {
    const words = typeof text === 'string' ? text.trim() : '';
    if (/\p{L}{2}/u.test(words) && !names.has(words)) found.push(words);
  };
  walk(program, (node) => {
    if (node.type === 'JSXText') see(node['value']);
    if (node.type === 'JSXAttribute') {
      const { name } = node['name'] as Node;
      if (spoken.has(String(name))) for (const text of textsOf(node['value'])) see(text);
    }
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      for (const child of node['children'] as Node[]) {
        if (child.type === 'JSXExpressionContainer') for (const text of textsOf(child)) see(text);
      }
    }
  });
  return found;
}

/** The strings that an expression can come to, without those it hands to a function. */
function textsOf(value: unknown): unknown[] {
  if (!isNode(value)) return [];
  switch (value.type) {
    case 'Literal':
      return [value['value']];
    case 'TemplateLiteral':
      return (value['quasis'] as Node[]).map(({ value }) => (value as { cooked: string }).cooked);
    case 'JSXExpressionContainer':
      return textsOf(value['expression']);
    case 'ConditionalExpression':
      return [...textsOf(value['consequent']), ...textsOf(value['alternate'])];
    case 'LogicalExpression':
      return [...textsOf(value['left']), ...textsOf(value['right'])];
    default:
      return [];
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const one of value) walk(one, visit);
  else if (isNode(value)) {
    visit(value);
    for (const part of Object.values(value)) walk(part, visit);
  }
}

function listFiles(ending: string): string[] {
  return ['components', 'entrypoints', 'utils'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith(ending))
      .map((file) => join(folder, file)),
  );
}

describe('words outside the catalogues', () => {
  it('are found where they are', () => {
    const source =
      'const a = <p title="Save it">Saved <b>{x ? "here" : t("key")}</b>{`on ${y}`}<i class="quiet">3</i></p>;';
    expect(findWords('a.tsx', source).toSorted()).toEqual(['Save it', 'Saved', 'here', 'on']);
  });

  it.each(listFiles('.tsx'))('are not in %s', (file) => {
    expect(findWords(file, readFileSync(file, 'utf8'))).toEqual([]);
  });

  it.each(listFiles('.html'))('are not in %s', (file) => {
    const document = new DOMParser().parseFromString(readFileSync(file, 'utf8'), 'text/html');
    const words = [document.title, document.body.textContent].map((text) => text.trim());
    expect(words.filter((text) => text !== '' && !names.has(text))).toEqual([]);
  });
});
