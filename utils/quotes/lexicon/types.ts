/** How a language reports speech. Words are in lower case with straight apostrophes; phrases are words with spaces. */
export type Lexicon = {
  /** BCP 47 language subtags that the tables are for. */
  readonly langs: readonly string[];
  /** By how much speakers are less certain than in English, which was measured most. */
  readonly reliability: number;
  /** Verbs of saying, writing and thinking, in all forms that news uses, and phrases of them. */
  readonly cues: CueTable;
  /** Verbs that give words to somebody only when marked words follow: "called it “a gift”". */
  readonly weakCues: CueTable;
  /** Forms that are also nouns ("claims"): no cue behind an article, an adjective or a preposition. */
  readonly nounLike: ReadonlySet<string>;
  /** Forms without a subject of their own ("adding", "citing"): who speaks is the subject of the sentence. */
  readonly participle: RegExp | null;
  /** "according to", "laut", "theo": the source follows (`before`), or stands before ("zufolge": `after`). */
  readonly sourceBefore: CueTable;
  readonly sourceAfter: CueTable;
  /** Words of `sourceBefore` that are one only when set off by a comma: "so der Minister". */
  readonly parenthetical: ReadonlySet<string>;
  /** What opens reported speech without marks: "that", "dass", "rằng". */
  readonly that: ReadonlySet<string>;
  /** Whether a comma behind the verb opens reported speech: "sagte, er …", "cho rằng, …". */
  readonly commaOpens: boolean;
  /** Verbs that reported speech may follow at once: "said he …", "đề nghị …". */
  readonly bareCues: CueTable;
  /** True where a word is several syllables written apart, so that one capital makes no name. */
  readonly isSyllabic?: boolean;
  /** Verbs that name whom something is said to before what is said: "told". */
  readonly addressing?: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
  /** What may stand behind a pronoun without making it a name: "ông ấy", "bà ta". */
  readonly behindPronouns?: ReadonlySet<string>;
  /** Auxiliaries and adverbs that may stand between a subject and its verb. */
  readonly fillers: ReadonlySet<string>;
  readonly fillerEnding: RegExp | null;
  readonly determiners: ReadonlySet<string>;
  /** Prepositions and subordinators: a clause that begins with one does not begin with its subject. */
  readonly openers: ReadonlySet<string>;
  /** What stands between an object and the words it is called by: "described it as “a gift”". */
  readonly asWords: ReadonlySet<string>;
  /** Prepositions that may stand inside of a name or a title: "of", "de", "für". */
  readonly linkers: ReadonlySet<string>;
  readonly conjunctions: ReadonlySet<string>;
  readonly relatives: ReadonlySet<string>;
  /** Adverbs that may begin a sentence before its subject: "meanwhile", "cependant". */
  readonly leadIns: ReadonlySet<string>;
  /** Words before marks that hold a title, a name or a word as a word: "titled", "so-called", "the film". */
  readonly naming: CueTable;
  /** What opens a clause with a subject of its own: "when", "while". */
  readonly subordinators: ReadonlySet<string>;
  /** The particle of an infinitive, whose subject is that of the clause: "interrupted to say". */
  readonly infinitive: string;
  /** What an adverbial of time ends with ("two days ago"): behind its comma the subject follows. */
  readonly times: ReadonlySet<string>;
  /** German: the verb is the second part of its clause, or the last behind a subordinator, and nouns are capitalised. */
  readonly verbSecond?: {
    /** Finite auxiliaries that a participle at the end goes with. */
    readonly auxiliaries: ReadonlySet<string>;
    /** Articles and pronouns that no subject begins with. */
    readonly oblique: ReadonlySet<string>;
    readonly speechNouns: ReadonlySet<string>;
    /** Articles after which capitalised words in marks are a name: "der „Spiegel“". */
    readonly definite: ReadonlySet<string>;
    /** "heißt (es)": the source is what it stands in. */
    readonly impersonal: ReadonlySet<string>;
  };
  /** Verb forms that a language has for what others said, in a sentence that names nobody. */
  readonly reportive?: ReadonlySet<string>;
  /** Auxiliaries of the passive, and what names the one who acts: "was called … by". */
  readonly passive: { readonly auxiliaries: ReadonlySet<string>; readonly by: ReadonlySet<string> };
  /** True where an apostrophe or a hyphen parts words: "l'avocat", "dit-il". */
  readonly elides?: boolean;
  /** Pronouns for one person, who can be named. */
  readonly singular: ReadonlySet<string>;
  /** Pronouns, titles and roles that tell the gender of who bears them. */
  readonly gender: { readonly masculine: ReadonlySet<string>; readonly feminine: ReadonlySet<string> };
  /** Words for roles of people, to tell "the minister" from "the bridge". */
  readonly roles: ReadonlySet<string>;
};

/** Single words, and phrases by their first word, the longest first. */
export type CueTable = {
  readonly words: ReadonlySet<string>;
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>;
};

/** A set of words written in one string. */
export function words(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.join(' ').split(/\s+/).filter(Boolean));
}

/** A table of cues: words parted by spaces in `singles`, phrases parted by `|` in `phrases`. */
export function cues(singles: string, phrases = ''): CueTable {
  const byFirst = new Map<string, string[][]>();
  for (const phrase of phrases.split('|')) {
    const parts = phrase.trim().split(/\s+/);
    const [first = ''] = parts;
    if (first === '') continue;
    if (parts.length === 1) singles += ` ${first}`;
    else byFirst.set(first, [...(byFirst.get(first) ?? []), parts]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);
  return { words: words(singles), phrases: byFirst };
}
