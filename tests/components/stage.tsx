import { render, type ComponentChildren } from 'preact';
import { act } from 'preact/test-utils';
import en from '../../public/_locales/en/messages.json';
import vi from '../../public/_locales/vi/messages.json';
import { TextContext } from '../../components/text.ts';
import { createTranslator, type Translator } from '../../utils/i18n/translator.ts';

export type Lang = 'en' | 'vi';

const catalogues: Readonly<Record<Lang, Readonly<Record<string, { readonly message: string }>>>> = { en, vi };

/** The translator over a real catalogue, as the browser would read it. */
export function createCatalogueTranslator(lang: Lang): Translator {
  return createTranslator((key, substitutions) => {
    const message = catalogues[lang][key]?.message ?? '';
    return message.replace(/\$(\d)/gu, (_, digit: string) => substitutions[Number(digit) - 1] ?? '');
  }, lang);
}

let root: HTMLElement | null = null;

/** Shows a component in the document, in place of what was shown before; effects have run when this returns. */
export function show(children: ComponentChildren, lang: Lang = 'en'): HTMLElement {
  if (root === null) {
    root = document.createElement('div');
    document.body.append(root);
  }
  const stage = root;
  void act(() => {
    render(
      <TextContext.Provider value={createCatalogueTranslator(lang)}>{children}</TextContext.Provider>,
      stage,
    );
  });
  return stage;
}

/** Takes everything away again. */
export function clear(): void {
  if (root !== null) render(null, root);
  root?.remove();
  root = null;
}

/** The name by which a screen reader calls a button, field or group. */
export function nameOf(element: Element): string {
  const labelledBy = element.getAttribute('aria-labelledby');
  if (labelledBy !== null) return document.getElementById(labelledBy)?.textContent.trim() ?? '';
  const label = element.getAttribute('aria-label');
  if (label !== null) return label.trim();
  const own = element.closest('label')?.querySelector('.field-label')?.textContent;
  const labels = 'labels' in element ? (element as HTMLInputElement).labels : null;
  return (own ?? labels?.[0]?.textContent ?? element.textContent).trim();
}

/** The one element of that selector with that name. @throws when there is none, or more. */
export function find(selector: string, name: string): HTMLElement {
  const found = [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])].filter(
    (one) => nameOf(one) === name,
  );
  const [only] = found;
  if (only === undefined || found.length > 1) {
    throw new Error(`expected one ${selector} named "${name}", found ${found.length}`);
  }
  return only;
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The field with that label. */
export function field(label: string): Field {
  return find('input, textarea, select', label) as Field;
}

export function press(name: string): void {
  void act(() => find('button', name).click());
}

/** Types a whole value into a field, as one input. */
export function type(label: string, value: string): void {
  fill(field(label), value, 'input');
}

/** Chooses a value of a select. */
export function choose(label: string, value: string): void {
  fill(field(label), value, 'change');
}

function fill(target: Field, value: string, event: string): void {
  void act(() => {
    target.value = value;
    target.dispatchEvent(new Event(event, { bubbles: true }));
  });
}

/** Presses a key where the focus is; answers whether somebody made use of it. */
export function key(name: string, modifiers: KeyboardEventInit = {}): boolean {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...modifiers });
  void act(() => {
    (document.activeElement ?? document.body).dispatchEvent(event);
  });
  return event.defaultPrevented;
}
