/**
 * What the names that authors give their elements say, in the words that the press uses for its parts in many
 * languages. No rule here knows a site.
 */

/** Around a part that is not the story: boxes, bars, forms, offers, what else there is to read. */
export const asideHints =
  /(?:^|[\s_-])(?:related|recommend\w*|newsletter\w*|signup|subscri\w+|paywall-?(?:banner|message|offer|box)|regwall|share|sharing|social\w*|promo\w*|advert\w*|ads?|adbox|adslot|sponsor\w*|taboola|outbrain|comments?|disqus|cookies?|consent|gdpr|onetrust|breadcrumbs?|pagination|pager|toolbar|tags?|topics?|keywords|teasers?|teaser-?list|more-?(?:on|from|stories|news|articles)|most-?(?:read|popular|viewed)|popular|trending|latest|read-?(?:more|next|also)|see-?also|also-?read|up-?next|further-?reading|author-?(?:bio|box|info|card|desc\w*|content|container|block|details|profile|area|name|wrap\w*)|(?:post|entry|article)-?author|dates?|publish-?info|bio|about-?(?:the-)?author|written-by|byline\w*|dateline|datum|timestamp|published\w*|pub-?date|article-?meta|meta-?data|metadata|post-?meta|entry-?meta|reading-?time|read-?time|copyright|disclaimer|legal|imprint|footer|footnote|nav|navbar|navigation|menu|sidebar(?=$|\s)|rail|right-rail|poll|quiz|survey|donat\w+|membership|support-us|login|sign-?in|register|identity|visually-?hidden|visuallyhidden|sr-only|screen-?reader\w*|a11y-hidden|hidden-accessible|is-hidden|tooltip|popup|modal|overlay|lightbox|dialog|gallery|galerie|carousel|slider|resgallery|entry-?info|play-?button\w*|(?:video|audio|media)-?player\w*|player(?=$|\s)|jwplayer|video-?(?:meta|info|description|title|caption)|podcast\w*|audio\w*|listen\w*|embed-?(?:card|link)|factbox|fact-?box|infobox|info-?box|correction-?form|feedback|rating|ratings|print|toc|table-of-contents|jump-?links|skip\w*|app-?(?:banner|promo)|empfehlung\w*|verwandt\w*|mehr-zum-thema|weiterlesen|artikelempfehlung\w*|relacionad[oa]s?|noticias-relacionadas|correlat[ie]|lire-aussi|a-lire-aussi|tin-lien-quan|lien-quan|box-?tin\w*|relate-\w+|przeczytaj|powiazane|liknende|les-ogsa|relaterad\w*)(?=$|[\s_-])/u;

/** Around the words below a picture, or of who took it. */
export const captionHints =
  /(?:^|[\s_-])(?:\w*caption\w*|credits?|photo-?(?:credit|caption|by|grapher)|picture-?(?:credit|text)|image-?(?:credit|text|source|info|meta|description)|copyright|bildunterschrift|bildtext|bildnachweis|bildquelle|legend\w*|didascalia|pie-?(?:de-)?foto|leyenda|gallery-?(?:item|caption|text)|chu-?thich|photo-?cms\w*|pCaption|imgcaption|wp-caption\w*|fotograf|fotocredit|figcaption)(?=$|[\s_-])/u;

/** Around the lead of a story. */
export const standfirstHints =
  /(?:^|[\s_-])(?:stand-?first|lead|lede|leadtext|lead-?text|article-?lead|lead-?paragraph|dek|deck|sapo|sub-?(?:title|head|headline|heading)\w*|subline|intro\w*|article-?intro|summary|excerpt|abstract|description|teaser-?text|vorspann|anreisser|anlauf|unterzeile|einleitung|chapo|chapeau|bajada|entradilla|copete|sumario|ingress\w*|manchet\w*|ingres\w*|sottotitolo|sommario|occhiello|catenaccio|kicker-?text|perex|zajawka|hap|ozet|spot|tomtat|mo-?ta|linha-?fina|rubrik-?text|underrubrik|article-?(?:summary|description|subtitle|subheadline|dek|standfirst)|headline-?(?:sub|dek|description)|trich-?dan|desc)(?=$|[\s_-])/u;

/** Around the story itself. */
export const bodyHints =
  /(?:^|[\s_-])(?:article[_-]*(?:body|content|text|main|story|corpus)|articlebody|story-?(?:body|content|text)|storybody|post-?(?:body|content)|entry-?content|body-?(?:text|content|copy)|bodytext|rich-?text|main-?content|content-?body|fck_?detail|detail-?content|news-?(?:body|content|text)|text-?(?:body|content)|textbody|article__(?:body|content))(?=$|[\s_-])/u;

/** Around a quotation that repeats the story's own words in large type. */
export const pullQuoteHints =
  /(?:^|[\s_-])(?:pull-?quote\w*|blockquote-?pull|quote-?box|big-?quote)(?=$|[\s_-])/u;

/** First words of a line that sends the reader elsewhere. */
export const pointerText =
  /^[\s"'([>»•·*+–—-]*(?:(?:read|see|watch|hear|learn)\s+(?:more|also|next|the full|our)|also read|must read|more (?:on|from|about)|related|(?:post|story|article|news|teaser)-?cards?|recommended|click here|sign up|subscribe|follow (?:us|me|him|her|@)|like us|download (?:the|our)|listen to|don't miss|you may also|trending|lesen sie|lies auch|mehr (?:zum|dazu|lesen|aus|von)|auch interessant|weiterlesen|hier geht|zum thema|lire (?:aussi|notre|plus)|à lire|voir aussi|lee también|leer más|también te|te puede|más información|leggi (?:anche|tutto)|approfondi|leia (?:também|mais)|veja também|lees ook|lees meer|les også|les mer|läs också|läs mer|læs også|lue myös|czytaj (?:także|też|więcej|również)|zobacz (?:także|też|również)|přečtěte|čtěte|číst dál|читайте|читать|см\. также|ayrıca oku|i̇lgili haber|xem thêm|đọc thêm|mời (?:độc giả|bạn)|tin liên quan|baca juga|関連記事|あわせて読|相关阅读|延伸閱讀|관련기사|▶|►)/iu;

/** A line that is not told but set around the story: rights, requests, credits. */
export const boilerplateText =
  /^[\s([]*(?:©|copyright|(?:this|our) (?:web)?site uses cookies|we use cookies|all rights reserved|alle rechte|advert(?:isement|ising)?|anzeige|werbung|publicité|publicidad|pubblicità|reklam[aey]?|annons|article content|loading|share this|comments?$|\d+ comments?|join the conversation|this (?:story|article|report) (?:was|has been|is) (?:originally|first|produced|edited|updated|sponsored)|(?:photo|image|foto|fotos|bild|picture|video|graphic|ảnh|источник)s?\s?(?:by|credit|von|courtesy)?\s*[:/©]|getty images$|shutterstock$|min(?:ute)? read|\d+ min(?:ute)?s? read|lesezeit|story continues|the post .{3,200} appeared first on|originally published|artikel (?:merken|anhören|teilen|drucken)|diesen artikel|nguồn ảnh|ảnh:)/iu;

/** Around a picture: short lines in there are about it. */
export const pictureHints =
  /(?:^|[\s_-])(?:photos?|pictures?|pics?|images?|img|content-?image|article-?image|lead-?image|bild|bilder|foto|fotos|thumb\w*|figure)(?=$|[\s_-])/u;

/** A line that ends with who took a picture. */
export const creditText =
  /[([](?:image|photo|picture|foto|bild|pic|ảnh)s?(?: credit)?\s?:[^()[\]]{1,80}[)\]]\s*$/iu;

/** A line that is the date and time of something. */
export const stampText =
  /^(?:(?:last )?(?:updated|published|posted|modified)|aktualisiert|veröffentlicht|stand|publié|mis à jour|publicado|actualizado|aggiornato|pubblicato|cập nhật|güncelleme)\b[^.]*\d|^\W*\d{1,2}[:.h]\d{2}\b|^\W*\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|^\d+\s?(?:min|minutes?|hours?|hrs?|days?|giờ|phút)\w* (?:ago|trước)/iu;
