import { Readability } from '@mozilla/readability';
import type { PairedClone } from './clone.ts';

/**
 * The live text nodes that Readability takes for the article, in reading order; empty when it finds none.
 * The clone is used up. Its text nodes keep their identity through Readability, which moves nodes but never edits
 * them, so each leads back to the page.
 */
export function readWithReadability(paired: PairedClone, title: string): Text[] {
  const { clone, liveOf } = paired;
  clone.title = title;
  const reader = new Readability<Node>(clone, {
    serializer: (node) => node,
    disableJSONLD: true,
  });
  keepIdentityOnRestart(paired, reader);
  const content = reader.parse()?.content;
  if (content === null || content === undefined) return [];

  const found: Text[] = [];
  const walker = clone.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const live = liveOf.get(node);
    if (live !== undefined) found.push(live);
  }
  return found;
}

/**
 * Readability starts over, when what it found is short, by setting `body.innerHTML` to what it was: that would
 * make new nodes without live ones. So the body hands out no string, which also saves writing one, and fills itself
 * anew from the page.
 */
function keepIdentityOnRestart({ clone, fill }: PairedClone, reader: Readability<Node>): void {
  const { body } = clone;
  Object.defineProperty(body, 'innerHTML', {
    get: () => '',
    set() {
      body.replaceChildren();
      fill();
      // What Readability did to the document before it first read the body; not part of its declared type.
      const prepare: unknown = Reflect.get(reader, '_prepDocument');
      if (typeof prepare === 'function') Reflect.apply(prepare, reader, []);
    },
  });
}
