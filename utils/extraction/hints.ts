/**
 * What the names that authors give their elements say, in the words that the press uses for its parts in many
 * languages. No rule here knows a site.
 */

/** Tells whether the names of an element hold a word of a list. */
export type Lexicon = { readonly test: (hints: string) => boolean };

/**
 * A list of words, a star standing for any ending, `=` for a name that is the word and no more. A name is cut at hyphens and underscores; two or three of its
 * parts in a row are also looked up as one, so that `author-bio`, `author_bio` and `authorbio` are the same.
 * Sets instead of one great regular expression, which takes 7 ms to compile on each page.
 */
function lexicon(list: string): Lexicon {
  const words = list.split(' ');
  const exact = new Set(words.filter((word) => !/^=|\*$/u.test(word)));
  const whole = new Set(words.filter((word) => word.startsWith('=')).map((word) => word.slice(1)));
  const openings = words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  const isKnown = (word: string) => exact.has(word) || openings.some((opening) => word.startsWith(opening));
  const isHint = (name: string) => {
    if (whole.has(name)) return true;
    const parts = name.split(/[-_]+/u);
    return parts.some((part, at) => {
      const two = part + (parts[at + 1] ?? '');
      return isKnown(part) || isKnown(two) || exact.has(two + (parts[at + 2] ?? ''));
    });
  };
  // Pages repeat their names by the hundred; what is generated is never asked twice, so it may not pile up.
  const answers = new Map<string, boolean>();
  const remember = (name: string): boolean => {
    const known = answers.get(name);
    if (known !== undefined) return known;
    if (answers.size > mostAnswers) answers.clear();
    const answer = isHint(name);
    answers.set(name, answer);
    return answer;
  };
  return { test: (hints) => hints !== '' && hints.split(' ').some((name) => name !== '' && remember(name)) };
}

const mostAnswers = 2_000;

/** Around a part that is not the story: boxes, bars, forms, offers, what else there is to read. */
export const asideHints = lexicon(
  'a11yhidden abouttheauthor aboutauthor ad adbox ads adslot advert* alireaussi alsoread appbanner apppromo ' +
    'articleauthor articlemeta artikelempfehlung* audio* audioplayer* authorarea authorbio ' +
    'authorblock authorbox authorcard authorcontainer authorcontent authordesc* authordetails ' +
    'authorinfo authorname authorprofile authorwrap* bio boxtin* breadcrumb* byline* carousel ' +
    'comment comments consent cookie cookies copyright correctionform cta correlati correlate dateline dates datum dialog ' +
    'disclaimer disqus donat* embedcard embedlink empfehlung* entryauthor entryinfo entrymeta ' +
    'factbox feedback footer footnote furtherreading galerie gallery gdpr hiddenaccessible identity ' +
    'imprint infobox ishidden jumplinks jwplayer keyword keywords latest legal lesogsa lienquan lightbox ' +
    'liknende lireaussi listen* login mediaplayer* mehrzumthema membership menu metadata modal ' +
    'morearticles morefrom morenews moreon morestories mostpopular mostread mostviewed nav navbar ' +
    'navigation newsletter* noticiasrelacionadas onetrust outbrain overlay pager pagination ' +
    'paywallbanner paywallbox paywallmessage paywalloffer playbutton* =player podcast* poll popular ' +
    'popup postauthor postmeta powiazane print promo* przeczytaj pubdate published* publishinfo quiz ' +
    'rail rating ratings readalso readingtime readmore readnext readtime recommend* register regwall ' +
    'relacionados relacionadas relate* relaterad* resgallery rightrail screenreader* seealso share sharing ' +
    '=sidebar signin signup skip* slider social* sponsor* sronly subscri* supportus survey ' +
    'tableofcontents taboola tag tags teaser teaserlist teasers postcard* storycard* articlecard* newscard* teasercard* authorbyline timestamp tinlienquan toc toolbar tooltip ' +
    'topic topics trending upnext verwandt* videocaption videodescription videoinfo videometa videoplayer* ' +
    'videotitle visuallyhidden weiterlesen writtenby',
);

/** Around the words below a picture, or of who took it. */
export const captionHints = lexicon(
  'credit imagecaption* mediacaption* figurecaption* bildnachweis bildquelle bildtext bildunterschrift caption* chuthich copyright credits ' +
    'didascalia figcaption fotocredit fotograf gallerycaption galleryitem gallerytext imagecredit ' +
    'imagedescription imageinfo imagemeta imagesource imagetext imgcaption legend* leyenda pcaption ' +
    'photoby photocaption photocms* photocredit photographer picturecredit picturetext piedefoto ' +
    'wpcaption*',
);

/** Around the lead of a story. */
export const standfirstHints = lexicon(
  'abstract anlauf anreisser articledek articledescription articleintro articlelead ' +
    'articlestandfirst articlesubheadline articlesubtitle articlesummary bajada catenaccio chapeau ' +
    'chapo copete deck dek desc description einleitung entradilla excerpt hap headlinedek ' +
    'headlinedescription headlinesub ingres* ingress* intro* kickertext lead leadparagraph leadtext ' +
    'lede linhafina manchet* mota occhiello ozet perex rubriktext sapo sommario sottotitolo spot ' +
    'standfirst subhead* subheading* subheadline* subline subtitle* sumario summary teasertext ' +
    'strapline zusammenfassung epigraph tomtat trichdan underrubrik unterzeile vorspann zajawka',
);

/** Around the story itself. */
export const bodyHints = lexicon(
  'articlebody articlecontent articlecorpus articlemain articlestory articletext bodycontent ' +
    'bodycopy bodytext contentbody detailcontent entrycontent fckdetail maincontent newsbody ' +
    'newscontent newstext postbody postcontent richtext storybody storycontent storytext textbody ' +
    'textcontent',
);

/** Around a quotation that repeats the story's own words in large type. */
export const pullQuoteHints = lexicon('bigquote blockquotepull pullquote* quotebox');

/** Around the names of who wrote it. */
export const authorHints = lexicon(
  'author authors authorname articleauthor postauthor byline* autor autore auteur autoren author* signature writer ' +
    'writers reporter reporters journalist tacgia penname forfatter yazar vcard contributor*',
);

/** Around the day it was published on. */
export const dateHints = lexicon(
  'date dates datetime pubdate publish* published* time timestamp datum fecha data posted* ngaydang createddate ' +
    'entrydate postdate tarih dato',
);

/** First words of a line that sends the reader elsewhere. */
export const pointerText =
  /^[\s"'([>»•·*+–—-]*(?:(?:read|see|watch|hear|learn)\s+(?:more|also|next|the full|our)|also read|must read|more (?:on|from|about)|related|(?:post|story|article|news|teaser)-?cards?|recommended|click here|sign up|subscribe|follow (?:us|me|him|her|@)|like us|download (?:the|our)|listen to|don't miss|you may also|trending|lesen sie|lies auch|mehr (?:zum|dazu|lesen|aus|von)|auch interessant|weiterlesen|hier geht|zum thema|lire (?:aussi|notre|plus)|à lire|voir aussi|lee también|leer más|también te|te puede|más información|leggi (?:anche|tutto)|approfondi|leia (?:também|mais)|veja também|lees ook|lees meer|les også|les mer|läs också|läs mer|læs også|lue myös|czytaj (?:także|też|więcej|również)|zobacz (?:także|też|również)|přečtěte|čtěte|číst dál|читайте|читать|см\. также|ayrıca oku|i̇lgili haber|xem thêm|đọc thêm|mời (?:độc giả|bạn)|tin liên quan|baca juga|関連記事|あわせて読|相关阅读|延伸閱讀|관련기사|▶|►)/i;

/** A line that is not told but set around the story: rights, requests, credits. */
export const boilerplateText =
  /^[\s([]*(?:©|copyright|(?:this|our) (?:web)?site uses cookies|we use cookies|all rights reserved|alle rechte|advert(?:isement|ising)?|anzeige|werbung|publicité|publicidad|pubblicità|reklam[aey]?|annons|article content|loading|share this|comments?$|\d+ comments?|join the conversation|this (?:story|article|report) (?:was|has been|is) (?:originally|first|produced|edited|updated|sponsored)|(?:photo|image|foto|fotos|bild|picture|video|graphic|ảnh|источник)s?\s?(?:by|credit|von|courtesy)?\s*[:/©]|getty images$|shutterstock$|min(?:ute)? read|\d+ min(?:ute)?s? read|lesezeit|story continues|the post .{3,200} appeared first on|originally published|artikel (?:merken|anhören|teilen|drucken)|diesen artikel|nguồn ảnh|ảnh:)/i;

/** Around a picture: short lines in there are about it. */
export const pictureHints = lexicon(
  'photo picture pic image articleimage bild bilder contentimage figure foto fotos images img leadimage photos pics ' +
    'pictures thumb*',
);

/** A line that offers something: a letter, a subscription, content from elsewhere. */
export const offerText =
  /(?:newsletter|inbox|posteingang)\b.*\b(?:sign|subscri|free|inform|abonn|kostenlos|weekly|daily|täglich|montags)|\b(?:sign(?:ing)? up|subscri\w+|abonnier\w+|join|get)\b.{0,60}\bnewsletter|externe[rnms]? inhalt|\bif you enjoyed this (?:article|story|piece)|^stay informed with|^join (?:our|us)\b|\bsupport (?:our|independent) (?:journalism|work)|mit einer spende/i;

/** A line that ends with who took a picture. */
export const creditText =
  /[([](?:image|photo|picture|foto|bild|pic|ảnh)s?(?: credit)?\s?:[^()[\]]{1,80}[)\]]\s*$/i;

/** A line that is the date and time of something. */
export const stampText =
  /^(?:(?:last )?(?:updated|published|posted|modified)|aktualisiert|veröffentlicht|stand|publié|mis à jour|publicado|actualizado|aggiornato|pubblicato|cập nhật|güncelleme)\b[^.]*\d|^\W*\d{1,2}[:.h]\d{2}\b|^\W*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|^\d+\s?(?:min|minutes?|hours?|hrs?|days?|giờ|phút)\w* (?:ago|trước)/i;
