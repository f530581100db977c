/** Text typed in the popup for the selected words before they are kept. */
export type SelectionDraft = {
  readonly panel: 'quote' | 'entity' | null;
  readonly speaker: string;
  readonly name: string;
  readonly type: string;
};

/**
 * The key under which text for a selection waits: the same words on the same page find it again. It is a hash,
 * since nothing shall be stored of a page that nothing is kept from: 64 bits of FNV-1a.
 */
export function selectionDraftKeyOf(url: string, selection: string): string {
  return `selection:${hashOf(`${url}\n${selection}`)}`;
}

/** The same for the details of the article at an address. */
export function articleDraftKeyOf(url: string): string {
  return `article:${hashOf(url)}`;
}

function hashOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(36);
}

/** Reads a stored draft; `null` when it is none or of an unknown shape. */
export function parseSelectionDraft(value: string | null): SelectionDraft | null {
  if (value === null) return null;
  try {
    const draft: unknown = JSON.parse(value);
    if (typeof draft !== 'object' || draft === null) return null;
    const { panel, speaker, name, type } = draft as Record<string, unknown>;
    const hasTexts = [speaker, name, type].every((field) => typeof field === 'string');
    const hasPanel = panel === null || panel === 'quote' || panel === 'entity';
    return hasTexts && hasPanel ? (draft as SelectionDraft) : null;
  } catch {
    // Written by an older version, or damaged: the reader types it again.
    return null;
  }
}
