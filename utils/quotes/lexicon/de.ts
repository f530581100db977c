import { cues, type Lexicon, words } from './types.ts';

/** Regular verbs in the forms that news uses: "erwähnt erwähnte erwähnten erwähnen". */
function formsOf(stems: string): string {
  return stems
    .split(/\s+/)
    .filter(Boolean)
    .map((stem) => `${stem}t ${stem}te ${stem}ten ${stem}en`)
    .join(' ');
}

/** German. Forms of the third person in present and past, participles, and the reporting subjunctive. */
export const german: Lexicon = {
  langs: ['de'],
  reliability: 0.9,
  cues: cues(
    formsOf(
      'merk erwähn befürcht beteuer bekräftig bemängel bedauer beklag beteuer betitel verdeutlich verkünd verlang ' +
        'vermeld vermut vernein versicher verteidig präzisier protestier prophezei rüg schimpf schilder spott ' +
        'tadel tön wetter mutmaß offenbar unterstell widersetz erläuter erwider ergänz jubel klag ' +
        'konstatier konter kritisier lob monier mahn orakel plädier predig referier rätsel scherz schwärm ' +
        'spekulier stöhn überleg veranschlag warn witzel würdig zürn räsonier raun resümier argumentier folger',
    ) +
      ' bestritt bestreitet bestritten leugnete leugnet bat bittet baten gebeten bekannte bekennt empfahl empfiehlt empfohlen ' +
      'erwog fürchtet fürchtete hervorhob hob hebt schwor schrie schrien unterstrichen versprachen versprochen vorschlug ' +
      'schlug schlägt vorgeschlagen verlautete verlauten widersprach widerspricht widersprachen zugegeben zusicherte ' +
      'zustimmte eingeräumt hervorgehoben klargestellt klarstellte bekundete bekundet bekundeten beschwor nachfragte ' +
      'rechnete rechnet erwartet erwartete erwarten attestierte attestiert bescheinigte bescheinigt diktierte ' +
      'fasste zusammenfasste zusammengefasst ausgesprochen angegeben hingewiesen hinzugefügt angemerkt ' +
      'sagte sagt sagten sagen gesagt sage meinte meint meinten gemeint erklärte erklärt erklärten erklären erkläre ' +
      'betonte betont betonten erzählte erzählt erzählten berichtete berichtet berichteten berichten schrieb ' +
      'schreibt schrieben schreiben geschrieben teilte teilt mitgeteilt antwortete antwortet geantwortet fragte ' +
      'fragt gefragt ergänzte ergänzt fügte hinzufügte hinzu kommentierte kommentiert kritisierte kritisiert ' +
      'kritisierten warnte warnt gewarnt warnten forderte fordert gefordert forderten verlangte verlangt ' +
      'behauptete behauptet behaupteten versicherte versichert bestätigte bestätigt bestätigten äußerte äußert ' +
      'geäußert äußerten bemerkte bemerkt bemängelte lobte lobt nannte nennt nannten genannt bezeichnete bezeichnet ' +
      'bezeichneten verkündete verkündet verwies verweist wies urteilte urteilt entgegnete erwiderte konterte ' +
      'räumte gab gibt glaubt glaubte findet fand hofft hoffte sprach spricht sprachen gesprochen gesteht gestand ' +
      'begründete begründet begründeten rief riefen ruft formulierte formuliert heißt hieß lautet lautete lauten ' +
      'zitierte zitiert resümierte prophezeite unterstrich unterstreicht vermutete vermutet befand schätzte ' +
      'beklagte beklagt klagte klagt appellierte appelliert mahnte mahnt gemahnt plädierte twitterte ' +
      'versprach verspricht drohte droht beteuerte beteuert dementierte schilderte schildert beschrieb beschreibt ' +
      'bezeichnend stellte kündigte angekündigt wirft warf verlautbarte bekräftigte bekräftigt beschwerte ' +
      'bedauerte bedauert begrüßte reagierte protestierte scherzte spottete würdigte würdigt erläuterte erläutert ' +
      'argumentierte argumentiert folgerte prognostizierte verteidigte informierte dachte denkt kündigt ' +
      'feststellte feststellt konstatierte konstatiert ließ wollte',
    'fügte hinzu|teilte mit|gab an|gab bekannt|wies darauf hin',
  ),
  weakCues: cues(
    'resümiert bezweifelte bezweifelt bezweifelten zweifelte zweifelten meinen finden glauben erklären betonen warnen ' +
      'behaupten versprechen zugab einräumte räumt mitteilte mitteilten bekanntgab hinwies hinzufügte angab ankündigte ' +
      'vorwarf vorwirft ausführte ausgeführt zurückgewiesen zurückwies attackierte attackiert riet rät sicherte hält hielt feierte feiert führte führt strich ' +
      'prangerten prangerte meldete meldeten vertrat vertritt zeigte zeigt lehnt umschrieb kennzeichnete abtat ' +
      'begrüßten tat abgetan eingestuft gewertet empfunden kritisierend gelobt titulierte beschimpfte beschuldigte charakterisierte verurteilte verurteilt rechtfertigte gilt sieht sah ' +
      'sehe bewertete wertete wertet interpretierte einstufte stufte erinnerte dankte enthielt enthält steht stand ' +
      'stehe trage trug skandierten skandierte las liest propagierte ablehnte lehnte nutzte benutzte verwendete ' +
      'verwendet sprechen skandieren fordern nennen kritisieren bezeichnen empfand empfindet unterstellte ' +
      'verglich vergleicht begann beginnt schloss endet endete sang plant verhöhnte berichtend äußern worten',
  ),
  nounLike: words('worten'),
  participle: /end$/,
  sourceBefore: cues(
    'laut gemäß so',
    'heißt es in|hieß es in|heißt es im|hieß es im|hieß es aus|heißt es aus|heißt es von|hieß es von|hieß es vom|heißt es vom|' +
      'aus sicht|nach angaben|nach aussagen|nach aussage|nach ansicht|nach meinung|nach worten|nach auffassung|nach den worten|nach einschätzung|nach darstellung|in den worten|nach überzeugung|nach bewertung|nach beurteilung|nach bekunden|nach informationen|nach erkenntnissen|nach schätzung|nach schätzungen|nach lesart|nach eigener aussage|in den augen|heißt es auf|hieß es auf|heißt es bei|hieß es bei',
  ),
  sourceAfter: cues('zufolge'),
  parenthetical: words('so'),
  that: words('dass daß ob'),
  commaOpens: true,
  bareCues: cues(''),
  pronouns: words('er sie es wir ich man jener dieser letzterer'),
  fillers: words(
    'hat habe hatte haben hatten ist war sei wurde wird werden würde auch dann später noch nun jetzt bereits schon ' +
      'nicht sich aber jedoch hingegen dagegen zudem außerdem weiter weiterhin ferner dabei daraufhin dazu darauf ' +
      'heute gestern wörtlich zunächst erneut anschließend schließlich abschließend hierzu ihm ihr ihnen unter ' +
      'anderem am montag dienstag mittwoch donnerstag freitag samstag sonntag allerdings deshalb daher wiederum ' +
      'gegenüber',
  ),
  fillerEnding: /(?:gemäß|weise)$/,
  determiners: words(
    'der die das den dem des ein eine einer eines einem einen sein seine seiner seinem ihr ihre ihrer ihrem ihren ' +
      'dieser diese dieses jeder jede viele einige mehrere beide zwei drei kein keine unser unsere',
  ),
  openers: words(
    'in im am an auf aus bei beim mit nach von vom vor zu zum zur über unter zwischen durch für gegen ohne um seit ' +
      'während wegen trotz laut gemäß als wenn weil da obwohl nachdem bevor dass daß ob damit falls wie wo warum ' +
      'neben gegenüber anlässlich angesichts aufgrund hinter innerhalb außerhalb bis statt anstatt entgegen per',
  ),
  asWords: words('als'),
  linkers: words('von vom der des für und zu zur zum im in am & de van den'),
  conjunctions: words('und aber oder sondern denn doch'),
  relatives: words('der die das dem den welcher welche welches'),
  leadIns: words(
    'auch aber doch und so dann jedoch allerdings zudem außerdem dennoch trotzdem dabei dazu dagegen hingegen ' +
      'weiter weiterhin ferner schließlich anschließend daraufhin zuvor später gestern heute inzwischen unterdessen ' +
      'zuletzt zunächst bereits deshalb daher darüber deswegen hierzu wörtlich ebenso ähnlich nun mittlerweile davor danach ' +
      'damals ebenfalls erwartungsgemäß insbesondere vermutlich offenbar angeblich tatsächlich dort hier jetzt seither ' +
      'seitdem bislang bisher künftig ursprünglich kürzlich jüngst gleichzeitig zugleich insgesamt immerhin lediglich ' +
      'möglicherweise wahrscheinlich natürlich besonders darin darauf daran damit höhnisch erst gerade',
  ),
  naming: cues(
    'genannt genannte genannten hieß sogenannte sogenannten sogenannter sogenanntes sog namens titel namen spitznamen film buch lied song album ' +
      'zeitung magazin zeitschrift nachrichtenmagazin tageszeitung serie sendung motto schiff schiffes roman ' +
      'frachter tanker fähre gruppe projekt begriff wort begriffe boulevardzeitung operation initiative hotel ' +
      'wochenzeitung aktion kampagne thema stück raumschiff band partei organisation programm verein zeitschriften firma stamm album cd website webseite internetseite stadtteil spruch',
    'so genannte|so genannten|so genannter|so genanntes|genannt|dem titel|der reihe|dem motto|dem namen|der zeitung|der zeitschrift|das magazin',
  ),
  subordinators: words('während weil nachdem obwohl wenn'),
  times: words(
    'heute gestern montag dienstag mittwoch donnerstag freitag samstag sonntag woche monat jahr tag abend morgen nachmittag nacht',
  ),
  infinitive: 'zu',
  verbSecond: {
    auxiliaries: words(
      'hat hatte haben hatten habe ist war sind waren wurde wurden wird werden würde will wollte wollen soll sollte ' +
        'sollen kann konnte können könnte muss musste müssen darf durfte dürfen mag möchte ließ lässt',
    ),
    oblique: words(
      'den dem des einen einem eines dessen deren seinem seinen seines ihrem ihren ihres diesem diesen dieses jenem ' +
        'ihm ihn ihnen uns sich mich mir dies das damit daran dabei davon darin hier hiermit so also',
    ),
    /** Nouns for what is said, before marks: no names follow them. */
    speechNouns: words(
      'worten worte wort satz sätze frage fragen antwort aussage kommentar ruf rufe zwischenruf begründung zitat zitate ' +
        'feststellung bemerkung hinweis behauptung vorwurf forderung erklärung äußerung formulierung überschrift fazit',
    ),
    definite: words('der die das den dem des vom zum zur im am beim'),
    impersonal: words('heißt hieß geheißen'),
  },
  reportive: words(
    'sei seien habe werde könne müsse solle wolle dürfe gebe gehe komme stehe liege lasse bleibe wisse halte sehe ' +
      'nehme führe gelte brauche mache bedeute',
  ),
  passive: { auxiliaries: words('wurde wurden wird werden worden'), by: words('von vom') },
  singular: words('er sie'),
  gender: {
    masculine: words(
      'er herr minister präsident sprecher kanzler vorsitzender politiker richter anwalt professor mann bürgermeister trainer',
    ),
    feminine: words(
      'sie frau ministerin präsidentin sprecherin kanzlerin politikerin richterin anwältin professorin bürgermeisterin trainerin',
    ),
  },
  roles: words(
    'präsident präsidentin minister ministerin sprecher sprecherin kanzler kanzlerin vorsitzender vorsitzende chef ' +
      'chefin politiker abgeordneter abgeordnete richter anwalt professor experte direktor leiter geschäftsführer ' +
      'polizei staatsanwaltschaft regierung partei ministerium unternehmen verband behörde gericht zeitung ' +
      'bundeskanzler bundeskanzlerin bundespräsident ministerpräsident bürgermeister oberbürgermeister außenminister ' +
      'innenminister generalsekretär mann frau augenzeuge zeuge anwohner bericht erklärung mitteilung',
  ),
};
