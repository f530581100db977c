/** A BCP 47 tag in its usual spelling, `null` for what is none ("utf-8", ""). */
export function normaliseLang(value: string | null): string | null {
  const tag =
    (value ?? '')
      .trim()
      .split(/[,;\s]/u)[0]
      ?.replaceAll('_', '-') ?? '';
  if (!/^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/iu.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    // Declared languages are typed by hand.
    return null;
  }
}

/** The language that a text is written in as far as its letters and small words tell, else `null`. */
export function detectLanguage(text: string): string | null {
  const sample = text.slice(0, 20_000);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const letters = count(/\p{L}/gu);
  if (letters < 40) return null;
  const share = (pattern: RegExp) => count(pattern) / letters;
  if (share(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 0.1) return 'ja';
  if (share(/\p{Script=Hangul}/gu) > 0.3) return 'ko';
  if (share(/\p{Script=Han}/gu) > 0.3) return 'zh';
  if (share(/\p{Script=Thai}/gu) > 0.3) return 'th';
  if (share(/[ăđơưẠ-ỹ]/giu) > 0.06) return 'vi';
  return null;
}
