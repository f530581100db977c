/**
 * What the names that authors give their elements say, in the words that the press uses for its parts in many
 * languages. No rule here knows a site.
 */

/** What the name of an element can say of what is in it. */
export type Hint = 'aside' | 'caption' | 'standfirst' | 'body' | 'pullQuote' | 'author' | 'date' | 'picture';

/**
 * Lists of words, a star standing for any ending, `=` for a name that is the word and no more. A name is cut at hyphens
 * and underscores; two or three of its parts in a row are also looked up as one, so that `author-bio`, `author_bio`
 * and `authorbio` are the same.
 */
const lists: Record<Hint, string> = {
  // Around a part that is not the story: boxes, bars, forms, offers, what else there is to read.
  aside:
    '=player =sidebar a11yhidden aboutauthor abouttheauthor ad adbox ads adslot advert* alireaussi ' +
    'alsoread appbanner apppromo articleauthor articlecard* articlemeta artikelempfehlung* audio* ' +
    'authorarea authorbio authorblock authorbox authorbyline authorcard authorcontainer authorcontent ' +
    'authordesc* authordetails authorinfo authorname authorprofile authorwrap* bio boxtin* breadcrumb* ' +
    'byline* carousel comment comments consent cookie cookies copyright correctionform correlate ' +
    'correlati cta dateline dates datum dialog disclaimer disqus donat* embedcard embedlink empfehlung* ' +
    'entryauthor entryinfo entrymeta factbox feedback footer footnote furtherreading galerie gallery gdpr ' +
    'hiddenaccessible identity imprint infobox ishidden jumplinks jwplayer keyword keywords latest legal ' +
    'lesogsa lienquan lightbox liknende lireaussi listen* login mediaplayer* mehrzumthema membership menu ' +
    'metadata modal morearticles morefrom morenews moreon morestories mostpopular mostread mostviewed nav ' +
    'navbar navigation newscard* newsletter* noticiasrelacionadas onetrust outbrain overlay pager ' +
    'pagination paywallbanner paywallbox paywallmessage paywalloffer playbutton* podcast* poll popular ' +
    'popup postauthor postcard* postmeta powiazane print promo* przeczytaj pubdate published* publishinfo ' +
    'quiz rail rating ratings readalso readingtime readmore readnext readtime recommend* register regwall ' +
    'relacionadas relacionados relate* resgallery rightrail screenreader* seealso share sharing signin ' +
    'signup skip* slider social* sponsor* sronly storycard* subscri* supportus survey tableofcontents ' +
    'taboola tag tags teaser teasercard* teaserlist teasers timestamp tinlienquan toc toolbar tooltip ' +
    'topic topics trending upnext verwandt* videocaption videodescription videoinfo videometa ' +
    'videoplayer* videotitle visuallyhidden weiterlesen writtenby',
  // Around the words below a picture, or of who took it.
  caption:
    'bildnachweis bildquelle bildtext bildunterschrift caption* chuthich copyright credit credits ' +
    'didascalia figcaption figurecaption* fotocredit fotograf gallerycaption galleryitem gallerytext ' +
    'imagecaption* imagecredit imagedescription imageinfo imagemeta imagesource imagetext imgcaption ' +
    'legend* leyenda mediacaption* pcaption photoby photocaption photocms* photocredit photographer ' +
    'picturecredit picturetext piedefoto wpcaption*',
  // Around the lead of a story.
  standfirst:
    'abstract anlauf anreisser articledek articledescription articleintro articlelead articlestandfirst ' +
    'articlesubheadline articlesubtitle articlesummary bajada catenaccio chapeau chapo copete deck dek ' +
    'desc description einleitung entradilla epigraph excerpt hap headlinedek headlinedescription ' +
    'headlinesub ingres* intro* kickertext lead leadparagraph leadtext lede linhafina manchet* mota ' +
    'occhiello ozet perex rubriktext sapo sommario sottotitolo spot standfirst strapline subhead* subline ' +
    'subtitle* sumario summary teasertext tomtat trichdan underrubrik unterzeile vorspann zajawka ' +
    'zusammenfassung',
  // Around the story itself.
  body:
    'articlebody articlecontent articlecorpus articlemain articlestory articletext bodycontent bodycopy ' +
    'bodytext contentbody detailcontent entrycontent fckdetail maincontent newsbody newscontent newstext ' +
    'postbody postcontent richtext storybody storycontent storytext textbody textcontent',
  // Around a quotation that repeats the story's own words in large type.
  pullQuote: 'bigquote blockquotepull pullquote* quotebox',
  // Around the names of who wrote it.
  author:
    'articleauthor auteur author* autor autore autoren byline* contributor* forfatter journalist penname ' +
    'postauthor reporter reporters signature tacgia vcard writer writers yazar',
  // Around the day it was published on.
  date:
    'createddate data date dates datetime dato datum entrydate fecha ngaydang postdate posted* pubdate ' +
    'publish* tarih time timestamp',
  // Around a picture: short lines in there are about it.
  picture:
    'articleimage bild bilder contentimage figure foto fotos image images img leadimage photo photos pic ' +
    'pics picture pictures thumb*',
};

const hintNames = Object.keys(lists) as Hint[];
const bits = Object.fromEntries(hintNames.map((hint, index) => [hint, 1 << index])) as Record<Hint, number>;

/** All lists in one, a bit for each: a name is looked up once for all questions. */
type Words = {
  readonly exact: Map<string, number>;
  readonly whole: Map<string, number>;
  /** By their first three letters. */
  readonly openings: Map<string, [opening: string, bit: number][]>;
};
let words: Words | null = null;

/** Not one great regular expression, which takes 7 ms to compile on each page. */
function buildWords(): Words {
  const built: Words = { exact: new Map(), whole: new Map(), openings: new Map() };
  for (const hint of hintNames) {
    for (const word of lists[hint].split(' ')) {
      if (word.endsWith('*')) {
        const key = word.slice(0, 3);
        const known = built.openings.get(key) ?? [];
        known.push([word.slice(0, -1), bits[hint]]);
        built.openings.set(key, known);
      } else {
        const map = word.startsWith('=') ? built.whole : built.exact;
        const key = word.replace('=', '');
        map.set(key, (map.get(key) ?? 0) | bits[hint]);
      }
    }
  }
  return built;
}

// Pages repeat their names by the hundred; what is generated is never asked twice, so it may not pile up.
const answers = new Map<string, number>();
const mostAnswers = 2_000;

/** What the names of an element say, as bits for `says`. */
export function readHints(names: string): number {
  let said = 0;
  for (const name of names.split(' ')) {
    let answer = answers.get(name);
    if (answer === undefined) {
      if (answers.size > mostAnswers) answers.clear();
      answer = readName((words ??= buildWords()), name);
      answers.set(name, answer);
    }
    said |= answer;
  }
  return said;
}

/** Whether a hint is among what was read. */
export function says(said: number, hint: Hint): boolean {
  return (said & bits[hint]) !== 0;
}

function readName({ exact, whole, openings }: Words, name: string): number {
  const parts = name.split(/[-_]+/);
  let said = whole.get(name) ?? 0;
  for (let at = 0; at < parts.length; at++) {
    // The part alone, with the next one, and with the next two.
    let word = '';
    for (let length = 1; length <= 3 && at + length <= parts.length; length++) {
      word += parts[at + length - 1] ?? '';
      said |= exact.get(word) ?? 0;
      if (length === 3) break;
      for (const [opening, bit] of openings.get(word.slice(0, 3)) ?? none)
        if (word.startsWith(opening)) said |= bit;
    }
  }
  return said;
}

const none: readonly [string, number][] = [];
