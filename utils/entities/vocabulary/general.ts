/** Titles before a person's name, in the languages whose press we read most; without points. */
export const honorifics =
  'mr|mrs|ms|miss|dr|prof|professor|sir|lord|lady|dame|president|vice president|minister|premier|chancellor|secretary|senator|sen|gov|governor|rep|congressman|congresswoman|mayor|judge|justice|king|queen|prince|princess|pope|cardinal|bishop|archbishop|rev|gen|general|col|colonel|lt|maj|capt|captain|sgt|admiral|' +
  'herr|frau|präsident|präsidentin|kanzler|kanzlerin|bundeskanzler|bundeskanzlerin|minister|ministerin|ministerpräsident|bürgermeister|professor|papst|könig|königin|' +
  'monsieur|madame|m|mme|mlle|président|présidente|ministre|maire|roi|reine|docteur|maître|' +
  'señor|señora|sr|sra|don|doña|presidente|presidenta|ministro|ministra|alcalde|alcaldesa|rey|reina|senador|senadora|diputado|diputada|' +
  'signor|signora|presidente|ministro|sindaco|papa|senhor|senhora|doutor|doutora|prefeito|governador|meneer|mevrouw|minister|premier|koning|pan|pani|prezydent|herra|rouva|господин|госпожа|президент|министр|премьер|губернатор';

/** Words that make a run of capitalised words an organisation. */
export const organisationForms =
  'inc|inc.|corp|corp.|ltd|ltd.|llc|plc|co.|company|corporation|group|holdings|bank|university|college|institute|ministry|department|agency|committee|council|association|federation|union|party|league|foundation|society|court|airlines|airways|' +
  'gmbh|ag|kg|e.v.|se|ministerium|bundesministerium|universität|hochschule|verband|verein|partei|bundesamt|institut|stiftung|' +
  'société|université|ministère|parti|banque|assemblée|conseil|comité|fédération|association|sociedad|universidad|ministerio|partido|banco|consejo|comité|federación|asociación|ayuntamiento|s.a.|università|ministero|partito|banca|società|universidade|ministério|câmara|federação|universiteit|ministerie|partij|uniwersytet|ministerstwo|университет|министерство|партия|банк|компания|федерация';

/** Small words after which a name without title is mostly a place. */
export const placePrepositions =
  'in|at|near|from|to|à|au|en|vers|près|desde|hacia|a|em|na|no|in|da|te|naar|uit|i|w|do|z|från|till|fra|til|в|на|из|aus|nach|bei';

/** Acronyms that name nobody. */
export const commonAcronyms: ReadonlySet<string> = new Set(
  'TV PC OK CEO CFO CTO COO VIP DNA RNA HIV AIDS GDP USD EUR GBP AM PM BC AD CE BCE UTC GMT EST PST ID IQ IT AI PR HR PhD MBA DJ CD DVD LED LCD GPS SMS PDF FAQ URL HTML USB CPU GPU RAM SUV UFO ATM PIN IPO CO2 LGBT LGBTQ COVID COVID-19 SARS R&D Q&A DIY RIP SOS ETA FYI ASAP NOTE I A'.split(
    ' ',
  ),
);

/** Words that begin sentences and no names. */
export const sentenceStarters =
  'a|an|the|and|but|or|so|yet|he|she|it|they|we|you|i|his|her|their|our|my|this|that|these|those|there|here|when|while|after|before|since|until|as|if|because|although|though|for|with|without|by|on|of|about|over|under|between|during|despite|like|unlike|later|earlier|yesterday|today|tomorrow|then|now|last|next|meanwhile|however|still|also|even|only|both|all|some|many|most|one|two|three|what|who|why|how|where|not|no|yes|' +
  'der|die|das|den|dem|des|ein|eine|und|aber|er|sie|es|wir|ich|im|am|zum|zur|vom|beim|mit|nach|vor|seit|für|über|unter|gegen|auch|als|wenn|doch|so|wie|was|wer|heute|gestern|' +
  'le|la|les|un|une|des|et|mais|il|elle|ils|elles|on|nous|ce|cette|ces|pour|avec|dans|sur|par|après|avant|selon|' +
  'el|los|las|un|una|y|pero|su|sus|con|por|para|según|tras|al|del|lo|gli|i|ma|per|con|il|o|os|as|um|uma|de|het|een|en|maar|den|det|och|men|og';
