import { anyOf, formattingLanguageOf, plainDigits } from './numbers.ts';

/** An amount in a text: `[start, end)` in UTF-16 code units; `value` is a plain number and `%` or a currency. */
export type FoundAmount = { readonly start: number; readonly end: number; readonly value: string };

type Reader = {
  readonly regex: RegExp;
  readonly scales: ReadonlyMap<string, number>;
  readonly currencies: ReadonlyMap<string, string>;
  readonly decimal: string;
};

const readers = new Map<string, Reader>();
const commonCurrencies =
  'USD EUR GBP JPY CNY VND KRW INR RUB CHF AUD CAD SEK NOK DKK PLN CZK HUF TRY BRL MXN THB SGD HKD'.split(
    ' ',
  );
const percentWords =
  'percent|per cent|percentage points?|Prozent|Prozentpunkte?|phần trăm|pour cent|por ciento|por cento|per cento|procent|%';
const extraScales: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  en: {
    thousand: 1e3,
    m: 1e6,
    mn: 1e6,
    million: 1e6,
    bn: 1e9,
    b: 1e9,
    billion: 1e9,
    tn: 1e12,
    trillion: 1e12,
    k: 1e3,
  },
  vi: { nghìn: 1e3, ngàn: 1e3, triệu: 1e6, tỷ: 1e9, tỉ: 1e9, 'nghìn tỷ': 1e12, 'triệu tỷ': 1e15 },
  de: {
    tausend: 1e3,
    'mio.': 1e6,
    mio: 1e6,
    million: 1e6,
    millionen: 1e6,
    'mrd.': 1e9,
    mrd: 1e9,
    milliarde: 1e9,
    milliarden: 1e9,
  },
};
const extraCurrencies: Readonly<Record<string, string>> = {
  $: 'USD',
  us$: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₫': 'VND',
  '₩': 'KRW',
  '₹': 'INR',
  '₽': 'RUB',
  '฿': 'THB',
  dollar: 'USD',
  dollars: 'USD',
  'us dollars': 'USD',
  đồng: 'VND',
  đ: 'VND',
  euro: 'EUR',
  euros: 'EUR',
  'đô la': 'USD',
  'đô la mỹ': 'USD',
  usd: 'USD',
  pounds: 'GBP',
  yen: 'JPY',
  yuan: 'CNY',
  rubles: 'RUB',
  francs: 'CHF',
};

/** Percentages and sums of money in a text, in order, by the words that `Intl` has for them in its language. */
export function findAmounts(raw: string, lang: string): FoundAmount[] {
  const language = formattingLanguageOf(lang);
  let reader = readers.get(language);
  if (reader === undefined) readers.set(language, (reader = makeReader(language)));
  const text = plainDigits(raw);
  if (text.length !== raw.length) return [];
  const { regex, scales, currencies, decimal } = reader;
  const found: FoundAmount[] = [];
  for (const match of text.matchAll(regex)) {
    const { before, number = '', scale, after, percent } = match.groups ?? {};
    const value = parseNumber(number, decimal) * (scales.get(fold(scale)) ?? 1);
    const unit = percent === undefined ? currencies.get(fold(before ?? after)) : '%';
    if (unit === undefined || !Number.isFinite(value)) continue;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      value: `${Number(value.toPrecision(12))} ${unit}`,
    });
  }
  return found;
}

function fold(words: string | undefined): string {
  return (words ?? '').toLowerCase().replace(/\s+/gu, ' ').trim();
}

function makeReader(language: string): Reader {
  const base = language.split('-')[0] ?? language;
  const scales = new Map(Object.entries(extraScales[base] ?? {}));
  for (const power of [1e3, 1e6, 1e9, 1e12]) {
    for (const count of [1, 2, 5, 20]) addScale(scales, language, power * count, power);
  }
  const currencies = new Map(Object.entries(extraCurrencies));
  for (const code of commonCurrencies) {
    currencies.set(code.toLowerCase(), code);
    for (const name of currencyNames(language, code)) if (!currencies.has(name)) currencies.set(name, code);
  }
  const parts = new Intl.NumberFormat(language).formatToParts(1.5);
  const decimal = parts.find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
  const signs = [...currencies.keys()].filter(
    (name) =>
      /[^\p{L}\s.]/u.test(name) ||
      (/^[a-z]{3}$/u.test(name) && commonCurrencies.includes(name.toUpperCase())),
  );
  const number = '(?<number>\\d{1,3}(?:[.,\\u00a0\\u202f]\\d{3})+(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)?)';
  const scale = scales.size === 0 ? '' : `(?:[\\s-]?(?<scale>${anyOf(scales.keys())})(?![\\p{L}\\p{N}]))?`;
  const pattern =
    `(?<![\\p{L}\\p{N}])(?<!\\d[.,])(?:(?<before>${anyOf(signs)})\\s?)?${number}(?:\\s?(?<percent>${percentWords})(?!\\p{L})|${scale}` +
    `(?:(?:[\\s-]|\\sd['’]|\\s(?:de|of)\\s)?(?<after>${anyOf(currencies.keys())})(?!\\p{L}))?)`;
  return { regex: new RegExp(pattern, 'giu'), scales, currencies, decimal };
}

// oxlint-disable-next-line eslint/max-params
function addScale(scales: Map<string, number>, language: string, amount: number, power: number): void {
  const parts = new Intl.NumberFormat(language, {
    notation: 'compact',
    compactDisplay: 'long',
  }).formatToParts(amount);
  const word = parts
    .find(({ type }) => type === 'compact')
    ?.value.normalize('NFC')
    .toLowerCase();
  const shown = Number(plainDigits(parts.find(({ type }) => type === 'integer')?.value ?? ''));
  // A language may count otherwise than by thousands: 1 万 is 10,000, which a number of its own shows.
  if (word !== undefined && shown > 0 && !scales.has(word))
    scales.set(word, Math.round(amount / shown) || power);
}

function currencyNames(language: string, code: string): string[] {
  return [1, 2, 5].flatMap((count) => {
    const parts = new Intl.NumberFormat(language, {
      style: 'currency',
      currency: code,
      currencyDisplay: 'name',
    }).formatToParts(count);
    const name = parts
      .find(({ type }) => type === 'currency')
      ?.value.normalize('NFC')
      .toLowerCase();
    return name === undefined ? [] : [name];
  });
}

/** A number as written, with the language's decimal sign; a group of three after the other sign is thousands. */
function parseNumber(written: string, decimal: string): number {
  const plain = written.replace(/[\u00a0\u202f]/gu, '');
  const signs = plain.match(/[.,]/gu) ?? [];
  const last = signs.at(-1);
  if (last === undefined) return Number(plain);
  const isGroup =
    /[.,]\d{3}$/u.test(plain) && (signs.length > 1 ? signs.every((sign) => sign === last) : last !== decimal);
  if (isGroup) return Number(plain.replace(/[.,]/gu, ''));
  const at = plain.lastIndexOf(last);
  return Number(`${plain.slice(0, at).replace(/[.,]/gu, '')}.${plain.slice(at + 1)}`);
}
