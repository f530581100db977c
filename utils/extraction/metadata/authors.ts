import { cleanText } from './clean.ts';

/** What a byline begins with, in the languages of the press. */
const opening =
  /^(?:(?:written|reported|posted|published|words?|story|text[eo]?|tekst|författare|autor(?:in|es|as|ka)?|author|auteur|autore|yazar|penulis|oleh|tác giả|thực hiện)\s*(?:by|von|par|por|di|de|av)?\s*[:|]\s*|(?:(?:written|reported|posted|published|story|text|words)\s+)?by:?\s+|(?:ein(?:e)?\s+\S+\s+)?von:?\s+|par:?\s+|por:?\s+|door:?\s+|av:?\s+|af:?\s+|di:?\s+|bởi:?\s+|od:?\s+|przez:?\s+)/i;
/** What stands between the names of a byline. */
const joint = /\s*(?:;|\||·|•|\/|&|\s(?:and|und|et|y|og|och|en|và|i|и|ve|e|with|mit|avec|con|med)\s)\s*/i;
const role =
  /(?:^|\s)(?:editor|reporter|correspondent|writer|columnist|journalist|journalistin|journaliste|producer|critic|contributor|staff|bureau chief|redakteur(?:in)?|korrespondent(?:in)?|reporter(?:in)?|redaktion|redacción|editeur|rédact\w+|phóng viên|biên tập viên|giornalista|periodista|redactora?|photographer|fotograf|analyst)s?(?:$|\s)/i;

/** The names in a byline: without "By", roles, places, addresses and agencies' brackets. */
export function splitByline(byline: string): string[] {
  let text = cleanText(byline)
    .replace(/\s*\S+@\S+\.\S+|(?:https?:\/\/|www\.)\S+|(?<!\S)@\w+/gi, ' ')
    .trim();
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(opening, '').trim();
  }
  // The date that stands behind the name in the same line.
  text = text.replace(/\s+\d{1,4}[\s./].*$/u, '');
  text = text.replace(/\([^()]*\)|\[[^[\]]*\]/gu, ' ');
  return unique(text.split(joint).flatMap(splitAtCommas).map(cleanName).filter(isName));
}

/** "Jane Doe, Political Editor" is one person, "Jane Doe, John Roe" are two. */
function splitAtCommas(part: string): string[] {
  const pieces = part.split(/\s*[,、،]\s*/u).filter((piece) => piece !== '');
  // "Redaktion, Frankfurt, Germany": what follows a desk is where it sits.
  if (/redaktion|editorial|newsroom|staff/i.test(pieces[0] ?? '')) return pieces.slice(0, 1);
  return pieces.filter((piece, index) => index === 0 || !role.test(piece));
}

function cleanName(name: string): string {
  return name
    .replace(/\s+/gu, ' ')
    .replace(/^[\s\-–—:.,]+|[\s\-–—:,]+$/gu, '')
    .replace(/\s*(?:記者|기자)$/u, '')
    .trim();
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > 80 || !/\p{L}/u.test(name)) return false;
  if (/^(?:https?:|www\.|@)|[\d]{3,}|[<>{}=]/i.test(name)) return false;
  return name.split(' ').length <= 8;
}

/** The names in order, each once, without regard to case. */
export function unique(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.normalize('NFC').toLowerCase();
    return seen.has(key) ? false : seen.add(key);
  });
}

/** Whether a name looks like a person's: two to five capitalised words, or a few CJK characters. */
export function isPersonName(name: string): boolean {
  if (/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}・]{2,8}$/u.test(name)) return true;
  const words = name.split(/\s+/u);
  if (words.length < 2 || words.length > 6 || /[\d|/@:]|\.(?:com|net|org|de|tv|vn)$/i.test(name))
    return false;
  const capitals = words.filter((word) => /^["'’(]?\p{Lu}/u.test(word)).length;
  const particles = words.filter((word) =>
    /^(?:von|van|der|den|de|da|di|del|della|du|la|le|el|al|bin|binti|ter|zu|y|e)$/i.test(word),
  ).length;
  return capitals >= 2 && capitals + particles >= words.length;
}

/** Whether a name is the medium's or an agency's rather than a person's. */
export function isOrganisation(name: string, publisher: string): boolean {
  const [plain, medium] = [letters(name), letters(publisher)];
  if (medium.length > 1 && plain.length > 1 && (medium.includes(plain) || plain.includes(medium)))
    return true;
  if (
    /\.(?:com|net|org|de|tv|vn|lt|co|info|eu)\b|\b(?:news|media|press|redaktion|redacción|redazione|editorial|editors?|staff|team|desk|agency|agencies|times|zeitung|tv|admin|newsroom|online|báo)\b/i.test(
      name,
    )
  )
    return true;
  return !isPersonName(name) && /^(?:[A-ZÀ-ÖØ-Þ]{2,6}|dpa|afp|reuters|ap)$/.test(name);
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
