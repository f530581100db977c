import type { RuleSpan } from './types.ts';
import type { VietnameseSentence } from './vietnamese-sentence.ts';
import { namedAfterPeople, numbered } from './vietnamese-words.ts';

/** An event at `i`: "Đại hội Đảng bộ … lần thứ XX". */
export function readEvent(r: VietnameseSentence, i: number): RuleSpan | null {
  const n = r.phrase(r.v.events, i);
  if (n === 0 || !r.isCapital(i)) return null;
  let end = i + n;
  for (let at = end; at < r.sentence.to;) {
    const lower = r.text.lowers[at] ?? '';
    const inner = r.phrase(r.v.inner, at) || r.phrase(r.v.levels, at) || r.phrase(r.v.events, at);
    if (lower === 'lần' && r.text.lowers[at + 1] === 'thứ') end = at = Math.min(at + 3, r.sentence.to);
    else if (r.isCapital(at) || numbered.test(r.text.tokens.words[at] ?? '')) end = ++at;
    else if (/^(?:đảng|bộ|công|nghiệp|khóa)$/u.test(lower)) at++;
    else if (inner > 0) at += inner;
    else break;
  }
  const last = r.text.lowers[end - 1] ?? '';
  const isNamed = end > i + n && (numbered.test(last.toUpperCase()) || r.isCapital(end - 1));
  return isNamed ? { from: i, to: end, type: 'event', confidence: 0.6 } : null;
}

/** A law or a decree at `i`: "Nghị định số 15/2020/NĐ-CP". */
export function readWork(r: VietnameseSentence, i: number): RuleSpan | null {
  const n = r.phrase(r.v.works, i);
  if (n === 0 || !r.isCapital(i)) return null;
  let end = i + n;
  if (r.text.lowers[end] === 'số') end++;
  if (!/^\d/u.test(r.text.tokens.words[end] ?? '')) return null;
  while (
    end < r.sentence.to &&
    r.text.tokens.isSpaced[end + 1] === 0 &&
    /^[\p{L}\d/-]/u.test(r.text.tokens.words[end + 1] ?? '')
  )
    end++;
  return { from: i, to: Math.min(end + 1, r.sentence.to), type: 'work', confidence: 0.6 };
}

/** An organisation at `i`, by its class word: "Công ty", "Sở". */
export function readOrganisation(r: VietnameseSentence, i: number): RuleSpan | null {
  const n = r.phrase(r.v.heads, i);
  if (n === 0) return null;
  const head = r.text.lowers.slice(i, i + n).join(' ');
  const isCapitalHead = r.isCapital(i);
  // "hãng Sony": the class word stays outside when it is a common noun there.
  const isLoose = !isCapitalHead && r.v.looseHeads.has(head);
  const end = organisationEnd(r, i + n, head);
  if (end === 0) {
    const isListed = isCapitalHead && r.v.organisations.lengthAt(r.text.lowers, i) > 0;
    return isListed ? null : skipCapitalHead(r, i, n);
  }
  return {
    from: isLoose ? i + n : i,
    to: end,
    type: 'organisation',
    confidence: isCapitalHead ? 0.75 : 0.6,
  };
}

/** "Công an" or "Trung tâm" alone with a capital is no run to guess from. */
function skipCapitalHead(r: VietnameseSentence, i: number, n: number): RuleSpan | null {
  const isPlainCapital = r.isCapital(i) && !r.isCapital(i + n) && n > 1;
  return isPlainCapital ? { from: i, to: i + n, type: 'organisation', confidence: 0 } : null;
}

function organisationEnd(r: VietnameseSentence, start: number, head: string): number {
  const mayBePerson = namedAfterPeople.test(head);
  let end = 0;
  let at = start;
  while (at < r.sentence.to && at - start < 24) {
    const inner = r.phrase(r.v.inner, at);
    const place = r.placeAt(at);
    const level = r.phrase(r.v.levels, at) || r.phrase(r.v.heads, at);
    const head = r.phrase(r.v.heads, at);
    if (!mayBePerson && r.isPersonAt(at)) break;
    if (place === 0 && head > 1 && r.isCapital(at)) end = at += head;
    else if (/^(?:lần|khóa|khoá|nhiệm)$/u.test(r.text.lowers[at] ?? '') && end > 0)
      return ordinalEnd(r, at, end);
    else if (place > 0) {
      end = at += place;
      if (/^(?:lần|khóa|khoá)$/u.test(r.text.lowers[at] ?? '')) return ordinalEnd(r, at, end);
      if (r.isPersonAt(at) || !r.isCapital(at)) break;
    } else if (inner > 0) {
      at += inner;
      if (r.isCapital(at - inner)) end = at;
    } else if (r.isCapital(at)) end = ++at;
    else if (level > 0 && at + level < r.sentence.to && r.isCapital(at + level)) at += level;
    else if (level > 0 && /^(?:lần|khóa|khoá)$/u.test(r.text.lowers[at + level] ?? '')) at += level;
    else if (level > 0 && /^\d+$/u.test(r.text.lowers[at + level] ?? '')) end = at += level + 1;
    else if (/^[-–&]$/u.test(r.text.lowers[at] ?? '') && r.isCapital(at + 1) && at > start) at++;
    else if (end > 0 && /^\d{1,3}$/u.test(r.text.lowers[at] ?? '')) return at + 1;
    else break;
  }
  return end;
}

/** "lần thứ XX", "khóa XX" belong to the name of what was elected. */
function ordinalEnd(r: VietnameseSentence, at: number, end: number): number {
  const number = r.text.lowers[at + 1] === 'thứ' ? at + 2 : at + 1;
  return numbered.test(r.text.tokens.words[number] ?? '') && number < r.sentence.to ? number + 1 : end;
}
