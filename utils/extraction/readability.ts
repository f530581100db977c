import { Readability } from '@mozilla/readability';
import type { PairedClone } from './clone.ts';

/**
 * The live text nodes that Readability takes for the article, in reading order; empty when it finds none.
 * The clone is used up. Its text nodes keep their identity through Readability, which moves nodes but never edits
 * them, so each leads back to the page.
 */
export function readWithReadability({ clone, liveOf }: PairedClone, title: string): Text[] {
  clone.title = title;
  keepIdentityOnRestart(clone, liveOf);
  const parsed = new Readability<Node>(clone, {
    serializer: (node) => node,
    disableJSONLD: true,
  }).parse();
  const content = parsed?.content;
  if (content === null || content === undefined) return [];

  const found: Text[] = [];
  for (const node of listNodes(clone, content)) {
    const live = liveOf.get(node);
    if (live !== undefined && node.nodeType === Node.TEXT_NODE) found.push(live as Text);
  }
  return found;
}

/**
 * Readability starts over, when what it found is short, by setting `body.innerHTML` to what it was: that would
 * make new nodes without live ones. So the body hands out a copy of itself instead of a string, and takes it back.
 */
function keepIdentityOnRestart(clone: Document, liveOf: Map<Node, Node>): void {
  const { body } = clone;
  let kept: { readonly body: Node; readonly order: readonly Node[] } | null = null;
  Object.defineProperty(body, 'innerHTML', {
    get() {
      kept = { body: body.cloneNode(true), order: listNodes(clone, body) };
      return '';
    },
    set() {
      if (kept === null) return;
      const fresh = kept.body.cloneNode(true);
      listNodes(clone, fresh).forEach((node, index) => {
        const old = kept?.order[index];
        const live = old === undefined ? undefined : liveOf.get(old);
        if (live !== undefined) liveOf.set(node, live);
      });
      body.replaceChildren(...fresh.childNodes);
    },
  });
}

function listNodes(document: Document, root: Node): Node[] {
  const nodes: Node[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
  for (let node: Node | null = root; node !== null; node = walker.nextNode()) nodes.push(node);
  return nodes;
}
