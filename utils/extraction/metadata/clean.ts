const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** One line of text: tags out, entities decoded once more (publishers encode twice), white space collapsed. */
export function cleanText(value: string): string {
  let text = value;
  if (text.includes('<')) text = text.replace(/<\/?[a-z][^<>]*>/gi, ' ');
  if (text.includes('&'))
    text = text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,9});/gi, decodeEntity);
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function decodeEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? decodeRareEntity(whole);
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** The parser knows the other two thousand names. */
function decodeRareEntity(whole: string): string {
  return new DOMParser().parseFromString(whole, 'text/html').body.textContent;
}

/** The text of a value that should be a string, `null` when it is none or empty. */
export function textOrNull(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  const text = cleanText(value);
  return text === '' ? null : text;
}
