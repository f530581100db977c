const blockTags =
  /^(?:address|article|aside|blockquote|body|br|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|ol|p|pre|section|table|td|th|tr|ul)$/u;

/** The text of an extractor's HTML with a line break between blocks, which `textContent` would glue together. */
export function textOfBlocks(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_ALL);
  let text = '';
  let block: Node | null = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (blockTags.test(node.localName)) text += '\n';
      continue;
    }
    if (!(node instanceof Text)) continue;
    const around =
      node.parentElement?.closest(
        'address,article,aside,blockquote,dd,div,dt,figcaption,h1,h2,h3,h4,h5,h6,li,p,pre,section,td,th',
      ) ?? null;
    if (around !== block) text += '\n';
    block = around;
    text += node.data;
  }
  return text;
}
