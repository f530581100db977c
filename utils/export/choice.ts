export type ExportFormat = 'markdown' | 'jsonld';
export type ExportScope = 'article' | 'all';
/** What the reader wants exported, and as what. */
export type ExportChoice = { readonly scope: ExportScope; readonly format: ExportFormat };
