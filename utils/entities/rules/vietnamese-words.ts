import { readPhrases } from '../phrases.ts';
import * as words from '../vocabulary/vietnamese.ts';

/** The vocabulary as tables. */
export type Vocabulary = ReturnType<typeof makeVocabulary>;

let vocabulary: Vocabulary | null = null;

/** Made on first use: pages in other languages need none of it. */
export function readVocabulary(): Vocabulary {
  vocabulary ??= makeVocabulary();
  return vocabulary;
}

function makeVocabulary() {
  return {
    surnames: readPhrases(words.surnames),
    middleNames: readPhrases(words.middleNames),
    titles: readPhrases(words.personTitles),
    placeClasses: readPhrases(words.placeClasses),
    outerClasses: readPhrases(words.outerPlaceClasses),
    places: readPhrases(words.places),
    organisations: readPhrases(words.organisations),
    heads: readPhrases(words.organisationHeads),
    looseHeads: readPhrases(words.looseHeads),
    inner: readPhrases(words.organisationInner),
    levels: readPhrases(words.levels),
    events: readPhrases(words.eventHeads),
    works: readPhrases(words.workHeads),
    placeCues: readPhrases(words.placeCues),
    speechCues: readPhrases(words.speechCues),
    common: readPhrases(
      words.commonWords,
      words.personTitles,
      words.workHeads,
      words.eventHeads,
      words.organisationInner,
    ),
  };
}

/** Roman and other figures. */
export const numbered = /^(?:[IVXLC]+|\d{1,4}[A-Z]?)$/u;
/** Heads of organisations that may be called after somebody. */
export const namedAfterPeople =
  /^(?:trường|thpt|thcs|tiểu|bệnh|bv|công ty|cty|tập|doanh|dntn|nhà|quỹ|mầm|đại học|đh|chi nhánh|cao đẳng|khách)/u;
/** Acronyms that name nobody. */
export const commonAcronyms = new Set(
  'TV CEO ADN DNA GDP USD VND VNĐ HIV AIDS SUV VIP MC MV CV ATM ID IQ IT PR DJ CD DVD LED LCD CPI FDI ODA GPS SMS BOT BT PPP TNHH CP MTV THPT THCS TP HLV PGS GS TS ĐH CĐ CLB KCN QL GTVT SGK CMND CCCD BHYT MXH NXB QH UB BCH CA TNGT PV VĐV NSND NSƯT GPMB ATTP ADSL COVID SARS F0 F1 OK BN ICU CT MRI'.split(
    ' ',
  ),
);

/** What a Vietnamese syllable without marks may look like; other ASCII words are foreign. */
export const vietnameseSyllable =
  /^(?:b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?(?:a|e|i|o|u|y|ai|ao|au|ay|eo|ia|ieu|iu|oa|oai|oe|oi|ua|ui|uy|uu|ie|uo|ye|uye|oo)(?:c|ch|m|n|ng|nh|p|t)?$/u;
