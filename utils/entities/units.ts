/** A text cut where words may begin and end. Columns, since a long text has tens of thousands of units. */
export type Units = {
  readonly words: readonly string[];
  readonly starts: readonly number[];
  /** Whether a word may begin at the unit's start. */
  readonly mayStart: readonly boolean[];
  /** Whether a word may end at the unit's end. */
  readonly mayEnd: readonly boolean[];
};

const spaceless =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Khmer}\\p{Script=Lao}\\p{Script=Myanmar}';
/**
 * A character of a script without spaces and a Hangul syllable stand alone, each with its marks; letters and
 * digits of other scripts make one unit as long as they go on; so does each other sign.
 */
const unitPattern = new RegExp(
  `[${spaceless}\\p{Script=Hangul}]\\p{M}*|(?:(?![${spaceless}\\p{Script=Hangul}])[\\p{L}\\p{N}]\\p{M}*)+|[^]\\p{M}*`,
  'gu',
);
const hangul = /^\p{Script=Hangul}/u;
/** Korean writes particles and titles onto the name without a space. */
const particles = new Set(
  (
    '은 는 이 가 을 를 의 에 와 과 도 로 만 께 씨 님 측 으로 에서 에게 에는 에도 에선 에만 에서는 에서도 에게는 께서 께서는 ' +
    '까지 부터 보다 처럼 라고 이라고 라는 이라는 라며 이라며 란 이란 이나 나 이며 며 이고 고 와의 과의 와는 과는 로서 으로서 ' +
    '로부터 으로부터 조차 마저 밖에 뿐 만의 만이 하고 이랑 랑 한테 씨는 씨가 씨의 씨를 씨와 님은 님이 측은 측이 측의'
  ).split(' '),
);

/** The units of a folded text. Linear. */
export function cutUnits(text: string): Units {
  const words: string[] = [];
  const starts: number[] = [];
  unitPattern.lastIndex = 0;
  for (let match = unitPattern.exec(text); match !== null; match = unitPattern.exec(text)) {
    words.push(match[0]);
    starts.push(match.index);
  }
  const isHangul = words.map((word) => hangul.test(word));
  const mayStart = words.map((_, i) => !(isHangul[i] === true && isHangul[i - 1] === true));
  return { words, starts, mayStart, mayEnd: words.map((_, i) => mayEndAt(words, isHangul, i)) };
}

function mayEndAt(words: readonly string[], isHangul: readonly boolean[], i: number): boolean {
  if (isHangul[i] !== true || isHangul[i + 1] !== true) return true;
  let rest = '';
  for (let k = i + 1; isHangul[k] === true; k++) {
    rest += words[k] ?? '';
    if (rest.length > 4) return false;
  }
  return particles.has(rest);
}
