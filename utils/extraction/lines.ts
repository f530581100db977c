import { plainOf } from './plain.ts';

/**
 * What lines say that do not tell the story, in the words of the press in many languages. Lists that are looked up by
 * their first word, rather than one great regular expression each, which take milliseconds to compile on each page.
 */

/**
 * Beginnings of lines, as `plainOf` writes them: `$` for a line that is this and no more, `*` for any ending, a colon
 * between a first word and what may follow it.
 */
type Openings = ReadonlyMap<string, readonly string[]>;

/** Sends the reader elsewhere. */
const pointers =
  'read:more,also,next,the full,our|see:more,also,next,the full,our|watch:more,also,next,the full,our|hear more|learn more|also read|' +
  'must read|more:on,from,about|related*|recommended*|click here|sign up|subscribe*|follow:us,me,him,her|like us|download:the,our|' +
  'listen to|don t miss|you may also|trending*|lesen sie|lies auch|mehr:zum,dazu,lesen,aus,von|auch interessant|weiterlesen|' +
  'hier geht|zum thema|lire:aussi,notre,plus|à lire|voir aussi|lee también|leer más|también te|te puede|más información|' +
  'leggi:anche,tutto|approfond*|leia:também,mais|veja também|lees:ook,meer|les:også,mer|läs:också,mer|læs også|lue myös|' +
  'czytaj:także,też,więcej,również|zobacz:także,też,również|přečtěte*|čtěte*|číst dál|читайте*|читать|см также|ayrıca oku*|' +
  'i̇lgili haber*|ilgili haber*|xem thêm|đọc thêm|mời:độc giả,bạn|tin liên quan|baca juga|' +
  'קראו:עוד,גם|اقرأ:أيضا,المزيد|関連記事*|あわせて読*|相关阅读*|延伸閱讀*|관련기사*';

/** Rights, requests, credits around the story. */
const boilerplate =
  'copyright*|we use cookies|all rights reserved|alle rechte|advert$|advertis*|anzeige*|werbung*|publici*|pubblici*|reklam*|annons*|' +
  'article content|loading$|share this|comment$|comments$|join the conversation|getty images$|shutterstock$|' +
  'min read|mins read|minute read|minutes read|lesezeit*|story continues|originally published|' +
  'artikel:merken,anhören,teilen,drucken|diesen artikel|nguồn ảnh|ảnh$';

let pointerIndex: Openings | null = null;
let boilerplateIndex: Openings | null = null;

/** The openings of a list by their first three letters; built on the first question. */
function indexOpenings(list: string): Openings {
  const index = new Map<string, string[]>();
  const lines = list.split('|').flatMap((line) => {
    const [first = '', rest] = line.split(':');
    return rest === undefined ? first : rest.split(',').map((ending) => `${first} ${ending}`);
  });
  for (const line of lines) {
    // Endings are compared with a space behind them, so that only whole words match.
    const opening = line.endsWith('*') ? line.slice(0, -1) : line.endsWith('$') ? line : `${line} `;
    const key = opening.slice(0, 3);
    const known = index.get(key);
    if (known === undefined) index.set(key, [opening]);
    else known.push(opening);
  }
  return index;
}

function opens(index: Openings, line: string): boolean {
  const isOpening = (opening: string) =>
    opening.endsWith('$') ? `${line}$` === opening : `${line} `.startsWith(opening);
  return index.get(`${line} `.slice(0, 3))?.some(isOpening) ?? false;
}

/** Longer than every opening. */
const openingLength = 80;

function openingOf(text: string): string {
  return plainOf(text.slice(0, openingLength));
}

/** Whether a line sends the reader elsewhere. */
export function isPointer(text: string): boolean {
  return (
    opens((pointerIndex ??= indexOpenings(pointers)), openingOf(text)) || /^\s*(?:[▶►]|follow @)/i.test(text)
  );
}

/** Whether a line is not told but set around the story: rights, requests, credits. */
export function isBoilerplate(text: string): boolean {
  return (
    opens((boilerplateIndex ??= indexOpenings(boilerplate)), openingOf(text).replace(/^\d+ /, '')) ||
    /^[\s([]*(?:©|(?:photo|image|foto|bild|picture|video|graphic|ảnh|источник)(?:[se]n?)?\s?(?:by|credit|von|courtesy)?\s*[:/©])/i.test(
      text,
    ) ||
    // What blog software sets below an entry, or in the place of a slide show, among others.
    /^the post .{3,200} appeared first on|\brss 2\.0\b|requires javascript\.?$|^(?:this|our) (?:web)?site uses cookies|^this (?:story|article|report) (?:was|has been|is) (?:originally|first|produced|edited|updated|sponsored)/i.test(
      text,
    )
  );
}

/** Words without which nothing is offered: the pattern is tried on few lines. */
const offerWords = 'newsletter|inbox|posteingang|extern|enjoyed|stay informed|join|support|spende'.split('|');
const offer =
  /(?:newsletter|inbox|posteingang)\b.*\b(?:sign|subscri|free|inform|abonn|kostenlos|weekly|daily|täglich|montags)|\b(?:sign(?:ing)? up|subscri\w+|abonnier\w+|join|get)\b.{0,60}\bnewsletter|externe[rnms]? inhalt|\bif you enjoyed this (?:article|story|piece)|^stay informed with|^join (?:our|us)\b|\bsupport (?:our|independent) (?:journalism|work)|mit einer spende/;

/** Whether a line offers something: a letter, a subscription, content from elsewhere. */
export function isOffer(text: string): boolean {
  const lower = text.toLowerCase();
  return offerWords.some((word) => lower.includes(word)) && offer.test(plainOf(text));
}

/** Whether a line ends with who took a picture. */
export function endsWithCredit(text: string): boolean {
  return (
    /[)\]]\s*$/.test(text.slice(-4)) &&
    /[([](?:image|photo|picture|foto|bild|pic|ảnh)s?(?: credit)?\s?:[^()[\]]{1,80}[)\]]\s*$/i.test(text)
  );
}

const stamp =
  /^(?:(?:last )?(?:updated|published|posted|modified)|aktualisiert|veröffentlicht|stand|publié|mis à jour|publicado|actualizado|aggiornato|pubblicato|cập nhật|güncelleme)\b[^.]*\d|^\W*\d{1,2}[:.h]\d{2}\b|^\W*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|^\d+\s?(?:min|minutes?|hours?|hrs?|days?|giờ|phút)\w* (?:ago|trước)/i;

/** Whether a line is the date and time of something. */
export function isStamp(text: string): boolean {
  return /\d/.test(text) && stamp.test(text);
}
