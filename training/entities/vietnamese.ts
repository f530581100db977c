import { suggestByRules } from '../../utils/entities/suggest.ts';
import type { Suggestion } from '../../utils/entities/types.ts';
import {
  placeClasses,
  personTitles,
  organisationHeads,
  places,
} from '../../utils/entities/vocabulary/vietnamese.ts';
import { joinRows, type CorpusRow, type CorpusText, type GoldSpan } from './corpus.ts';

/**
 * Places among the proper nouns of UD Vietnamese-VTB that neither their context nor our vocabulary tells. The
 * treebank marks proper nouns without saying of what kind.
 */
const morePlaces = new Set(
  'Thái Mỹ|Sông Cầu|Bình Triệu|Kem Kjang|Định Quán|Dầu Giây|La Ngà|Mai Động|Tân Thuận|Hồng Lĩnh|Nhà Đèn|Tân Phước|Tân An|Sân Bay|Tà Hín|Pakse|PakSe|Champasak|Bãi Sậy|Hàng Hành|Tours|Ngọc Hà|Rạch Cát|Cù Lao Rùa|Trực Ninh|Uyên Hưng|Tân Uyên|Bạch Đằng|Long Phước|Mỹ Phước Tây|Hàng Mành|Bưởi|Qui Nhơn|Trà Lập|Chămkamoom|Monivong|Mũi Đèn|Cà Ná|Nam Trà My|Bình Chương|La Gi|Xuân Đám|Cát Hải|Rạch Gốc|Hố Bỏ Gùi|Vàm Lũng|Vàm Cái Su|Bồ Đề|Rạch Giá|Hà Tiên|Hương Cảng|Tiên Hưng|Tân Phú|Châu Thành|Phù Long|Cầu Hai|Phú Vang|Duy Xuyên|Tân Lộc|Hòa Châu|Voòng|Đồng Xoài|Tân Xuân|Tân Bình|Phú Giáo|Lăng Cô|Hải Vân|Liên Khương|Hòa Hiệp|Liên Chiểu|Jurong|Dankia|Thái Thịnh|Sêrêpôk|Nonthaburi|Chao Phraya|Galilê|Giordan|Vĩnh An|Vĩnh Lộc|Gia Định|Liberia|Đài Bắc|Phước Lộc|Phước Hương|Tiên Long|Phước Sơn|Con Rùa|Tân Định|Nhiêu Lộc|Mỹ Sơn|Tánh Linh|Gia Huynh|Biển Lạc|Đức Linh|Phước Thành|Bàu Chồn|Khâm Đức|Thiên Cung|Tiên Sơn|Vĩnh Minh|Thung Vình|Hiệp Bình Chánh|Đúc Nhỏ|Ông Dầu|Chatuchak|Lumphini|Rajadamnoen|Bình Thạnh|Gianh|Hàm Luông|Đạ Tẻ|Mađagui|Hưng Lịnh|Hưng Xá|Lung-nan|Hưng Long|Dũng Khang|Đài Nam|Thanh Hà|Dòng Xài|Phước Long|Cồn Lá|Bỉ|Johor|Ia Me|Phú Hữu|Miền Đông|Bắc|Nam|Trung|Đài|Thổ chu|Kuala lumpur|Hà nội|Phú yên|Tây nguyên|Nam bộ|Hưng nguyên|Hải vân|Viêng Chăn|Xuân Hải|Trường Chinh|Đông|Thái'.split(
    '|',
  ),
);
const moreOrganisations = new Set(
  'Sanofi|Pháp Luật|Tuổi Trẻ|Tiếp thị|Quê Hương|AnAnA|Vinamilk|Kinh Đô|Trung Nguyên|Natsteel|Hapro|JICA|ICA|IAM|Pepsi|Target|Triều Phú|Việt Tài|Trường Sơn|Trung Hữu|BookSurge|Phương Nam|Marie Curie|Nhân Đạo|Thành Hưng|Matiz|Liên Hiệp Quốc|Chính phủ|Đảng|Viện Kiểm sát|NN|PTNT|Online|Formosa|Thành Công|Phong Phú'.split(
    '|',
  ),
);
const noNames =
  /^(?:Việt kiều|Việt Kiều|Kinh|Dân|Bác|Người|Phật|Chị|FX|VIP|Tháng Tám|Chăm|Muay Thai|Sea|Games|\d.*|.)$/u;

/**
 * A sentence of the treebank as a text with typed spans: proper nouns typed by what stands before them, and the
 * names with class words that the rules read, which the treebank leaves untagged. `null` for the sentences whose
 * capitals were lost.
 */
export function typeVietnamese(row: CorpusRow): CorpusText | null {
  const tokens = row.tokens.map((token) => (token === 'LBKT' ? '(' : token === 'RBKT' ? ')' : token));
  const text = joinRows([{ ...row, tokens }]);
  if (text.gold.some(({ start }) => /^\p{Ll}/u.test(text.text.slice(start)))) return null;
  const rules = suggestByRules({ text: text.text, lang: 'vi' }).filter(({ type }) => tagOf(type) !== null);
  const named = text.gold.flatMap((span) => typeName(text.text, span, rules) ?? []);
  const isFree = ({ start, end }: { start: number; end: number }): boolean =>
    named.every((span) => span.end <= start || span.start >= end);
  const classed = rules
    .filter((rule) => rule.confidence >= 0.6 && rule.type !== 'person' && isFree(rule))
    .map(({ start, end, type }) => ({ start, end, tag: tagOf(type) ?? 'MISC' }));
  return { ...text, gold: [...named, ...classed].toSorted((a, b) => a.start - b.start) };
}

function tagOf(type: string): string | null {
  const tags: Readonly<Record<string, string>> = { person: 'PER', place: 'LOC', organisation: 'ORG' };
  return tags[type] ?? null;
}

function typeName(text: string, { start, end }: GoldSpan, rules: readonly Suggestion[]): GoldSpan | null {
  const name = text.slice(start, end);
  const around = rules.find((rule) => rule.start <= start && rule.end >= end && rule.confidence >= 0.6);
  // The rules' longer span, class word and all, is what news corpora tag.
  if (around !== undefined && around.type !== 'person') return null;
  if (noNames.test(name)) return null;
  const before = text.slice(Math.max(0, start - 24), start).toLowerCase();
  const stands = (words: string): boolean =>
    words.split('|').some((word) => before.endsWith(` ${word} `) || before === `${word} `);
  if (/(?:tiếng|người|dân tộc|giọng|áo) $/u.test(before)) return null;
  const tag =
    stands(placeClasses) || morePlaces.has(name) || places.split('|').includes(name)
      ? 'LOC'
      : stands(organisationHeads) || moreOrganisations.has(name)
        ? 'ORG'
        : 'PER';
  return { start, end, tag: stands(personTitles) ? 'PER' : tag };
}
