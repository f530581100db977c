/** Labels of a tagger in BIO: 0 is outside, then beginning and inside of each type in turn. */
export const taggedTypes = ['person', 'place', 'organisation', 'other'] as const;
export type TaggedType = (typeof taggedTypes)[number];

export const labelCount = 1 + taggedTypes.length * 2;
export const outside = 0;

/** The label of a type at the beginning or inside of a name. */
export function labelOf(type: TaggedType, isInside: boolean): number {
  return 1 + taggedTypes.indexOf(type) * 2 + (isInside ? 1 : 0);
}

/** The type of a label, `null` outside. */
export function typeOfLabel(label: number): TaggedType | null {
  return label === outside ? null : (taggedTypes[(label - 1) >> 1] ?? null);
}

/** Whether a label goes on with the name before it. */
export function isInside(label: number): boolean {
  return label !== outside && label % 2 === 0;
}

/** Whether a label may stand after another (`outside` at the start of a sentence). */
export function mayFollow(before: number, label: number): boolean {
  return !isInside(label) || before === label || before === label - 1;
}

/** A stretch of tokens `[from, to)` with a type. */
export type LabelledSpan = { readonly from: number; readonly to: number; readonly type: TaggedType };

/** The names that a row of labels holds. */
export function spansOf(labels: ArrayLike<number>): LabelledSpan[] {
  const spans: LabelledSpan[] = [];
  for (let i = 0; i < labels.length; i++) {
    const type = typeOfLabel(labels[i] ?? outside);
    if (type === null) continue;
    let to = i + 1;
    const inner = labelOf(type, true);
    while (to < labels.length && labels[to] === inner) to++;
    spans.push({ from: i, to, type });
    i = to - 1;
  }
  return spans;
}
