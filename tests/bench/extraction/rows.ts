/** A page of the corpus. */
export type CorpusPage = {
  readonly corpus: string;
  readonly id: string;
  readonly url: string;
  readonly html: string;
  readonly gt: {
    readonly body: string;
    readonly summary?: string | null;
    readonly title?: string | null;
    readonly authors?: readonly string[] | null;
    readonly date?: string | null;
    readonly site?: string | null;
    readonly lang?: string | null;
  };
};

/** What an engine answers for a page. */
export type EngineRow = {
  readonly engine: string;
  readonly text: string;
  readonly blocks: readonly { readonly kind: string; readonly text: string }[];
  readonly title: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly site: string | null;
  readonly lang: string | null;
  readonly canonical: string | null;
  readonly standfirst?: string | null;
  readonly mappedShare: number | null;
  readonly coverage: number | null;
  readonly status?: string;
  readonly textMs?: number;
  /** The longest stretch that the page had to wait. */
  readonly longestTaskMs?: number;
  readonly ms: number;
  readonly error?: string;
};
