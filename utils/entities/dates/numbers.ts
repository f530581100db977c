/** Digits of any script as ASCII digits. */
export function plainDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    if (code < 0x80) return digit;
    // Decimal digits stand in rows of ten; the row's zero is the last code point before which no digit stands.
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return String((code - zero) % 10);
  });
}

/** A language that `Intl` takes, for formats: the tag itself, or else its first part, or English. */
export function formattingLanguageOf(lang: string): string {
  for (const tag of [lang, lang.split(/[-_]/u)[0] ?? '']) {
    try {
      if (tag !== '' && Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0) return tag;
    } catch {
      // Not a language tag: a page may declare anything.
    }
  }
  return 'en';
}

/** A pattern of one of the texts, the longest first, with any white space for a space. */
export function anyOf(texts: Iterable<string>): string {
  const unique = [...new Set(texts)].filter((text) => text !== '');
  return unique
    .toSorted((a, b) => b.length - a.length)
    .map((text) => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replace(/\s+/gu, '\\s+'))
    .join('|');
}
