/** What is said once something is kept, by its kind. */
export const savedMessages = {
  highlight: 'savedHighlight',
  quote: 'savedQuote',
  entity: 'savedEntity',
} as const;
