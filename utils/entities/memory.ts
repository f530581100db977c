import { isSilenced, silencingStreak, type LearnedName } from '../model/learned.ts';
import { foldText } from '../text/fold.ts';
import { findMentions } from './mentions.ts';
import { buildNameIndex, type NameIndex } from './name-index.ts';
import type { KnownName, Suggestion } from './types.ts';

/** What the reader did with a stretch of a text: took it for a name of a type, or said that it is none. */
export type Decision = {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly action: 'accepted' | 'rejected';
};

/** What is remembered of a spelling as a name of a type. */
export type Surface = LearnedName;

/** What the reader's decisions taught, as plain data for a database: one surface a spelling and type. */
export type MemoryData = { readonly surfaces: readonly Surface[] };

/** A name passed over weighs less than one rejected: the reader may just not have cared. */
const passedWeight = 0.34;

/**
 * A growing list of names with counts. It does not change a text's proposals by itself: `suggest` tells which of
 * its names stand in a text. Forgetting is dropping it.
 */
export class Memory {
  private readonly surfaces: Map<string, Surface>;
  private index: NameIndex | null = null;

  constructor(data: MemoryData = { surfaces: [] }) {
    this.surfaces = new Map(data.surfaces.map((surface) => [keyOf(surface.name, surface.type), surface]));
  }

  /** All that is remembered, in the order in which it was first met. */
  toData(): MemoryData {
    return { surfaces: [...this.surfaces.values()] };
  }

  /** Whether the reader rejected a spelling as a name of this type often enough for it to be proposed no more. */
  isSilenced(name: string, type: string): boolean {
    return (this.surfaces.get(keyOf(name, type))?.streak ?? 0) >= silencingStreak;
  }

  /** The names of the memory that stand in a text, as proposals. */
  suggest(text: string): Suggestion[] {
    this.index ??= buildNameIndex(new Set(Array.from(this.surfaces.values(), ({ name }) => name)));
    return findMentions(text, this.index).flatMap(({ start, end, name, isNested }) => {
      const best = this.bestOf(name);
      if (best === null || (isNested && best.confidence < 0.8)) return [];
      return [{ start, end, name, type: best.type, confidence: best.confidence, by: 'reader' as const }];
    });
  }

  /**
   * Counts what the reader decided. `isDone` says that the reader left nothing undecided that mattered, so that
   * names of the memory which stand there untouched were passed over.
   */
  learn(text: string, decisions: readonly Decision[], isDone: boolean): void {
    if (isDone) this.countPassed(text, decisions);
    for (const { start, end, type, action } of decisions) {
      const name = nameOf(text.slice(start, end));
      if (name === '') continue;
      const known = this.surfaceOf(name, type);
      if (action === 'accepted') this.put({ ...known, accepted: known.accepted + 1, streak: 0 });
      else this.put({ ...known, rejected: known.rejected + 1, streak: known.streak + 1 });
    }
    this.index = null;
  }

  /** Drops all that is remembered of a spelling. */
  forget(name: string): void {
    for (const [key, surface] of this.surfaces) if (surface.name === nameOf(name)) this.surfaces.delete(key);
    this.index = null;
  }

  private countPassed(text: string, decisions: readonly Decision[]): void {
    for (const { start, end, name, type } of this.suggest(text)) {
      const isTouched = decisions.some((decision) => decision.start < end && start < decision.end);
      const known = this.surfaceOf(name, type);
      if (!isTouched) this.put({ ...known, passed: known.passed + 1 });
    }
  }

  private bestOf(name: string): { type: string; confidence: number } | null {
    let best: Surface | null = null;
    for (const surface of this.typesOf(name)) {
      if (!isSilenced(surface) && surface.accepted > (best?.accepted ?? 0)) best = surface;
    }
    if (best === null) return null;
    const against = best.rejected + best.passed * passedWeight;
    const share = best.accepted / (best.accepted + against);
    // Laplace's rule: one acceptance is no certainty.
    return share < 0.5
      ? null
      : { type: best.type, confidence: (best.accepted + 1) / (best.accepted + against + 1.25) };
  }

  private typesOf(name: string): Surface[] {
    return [...(this.byName.get(name) ?? [])].flatMap((key) => this.surfaces.get(key) ?? []);
  }

  private get byName(): Map<string, Set<string>> {
    if (this.names === null) {
      this.names = new Map();
      for (const [key, { name }] of this.surfaces)
        this.names.set(name, (this.names.get(name) ?? new Set()).add(key));
    }
    return this.names;
  }

  private names: Map<string, Set<string>> | null = null;

  private surfaceOf(name: string, type: string): Surface {
    return (
      this.surfaces.get(keyOf(name, type)) ?? { name, type, accepted: 0, rejected: 0, passed: 0, streak: 0 }
    );
  }

  private put(surface: Surface): void {
    const key = keyOf(surface.name, surface.type);
    this.surfaces.set(key, surface);
    this.names?.set(surface.name, (this.names.get(surface.name) ?? new Set()).add(key));
  }
}

function keyOf(name: string, type: string): string {
  return `${type}\n${nameOf(name)}`;
}

/** A spelling as it is remembered: folded, so that the ways to write it count as one. */
export function nameOf(words: string): string {
  return foldText(words).text.trim();
}

type KnownIndex = { readonly types: ReadonlyMap<string, string>; readonly index: NameIndex };

/** A registry is the same list for many texts, and indexing a large one takes longer than searching. */
const indices = new WeakMap<readonly KnownName[], KnownIndex>();

function readKnown(known: readonly KnownName[]): KnownIndex {
  let made = indices.get(known);
  if (made === undefined) {
    const types = new Map(known.map(({ name, type }) => [name, type]));
    indices.set(known, (made = { types, index: buildNameIndex(types.keys()) }));
  }
  return made;
}

/**
 * Names that the reader keeps, as proposals where they stand in a text; nested ones count. The list is indexed once,
 * so a changed registry has to come as another array.
 */
export function suggestKnown(text: string, known: readonly KnownName[]): Suggestion[] {
  const { types, index } = readKnown(known);
  return findMentions(text, index).map(({ start, end, name, isNested }) => ({
    start,
    end,
    name: nameOf(text.slice(start, end)),
    type: types.get(name) ?? 'other',
    confidence: isNested ? 0.8 : 0.95,
    by: 'reader' as const,
  }));
}
