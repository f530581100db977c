import { edge, edgeAfter, type Pattern } from './pattern.ts';

/** Small numbers in words, as news writes them before "years ago". */
const count = {
  en: '(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|several|a few|a couple of)',
  de: '(?:\\d{1,3}|einem|einer|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|wenigen|einigen|mehreren)',
};

/**
 * Days, weeks and years that are told from the day of writing. The text alone does not give their value. Words that
 * mean more than a day are left out: "today" is "nowadays" as often as not, "mañana" also "morning".
 */
const tables: Readonly<Record<string, readonly string[]>> = {
  en: [
    'yesterday|tomorrow|tonight|(?:earlier|later) today',
    '(?:earlier |later )?(?:this|last|next|this past|this coming) (?:week|weekend|month|year|spring|summer|autumn|fall|winter|night|decade|century)',
    `(?:(?:about|around|almost|nearly|over|more than|just) )?${count.en} (?:days?|weeks?|months?|years?|decades?) ago`,
  ],
  de: [
    'gestern|vorgestern|übermorgen',
    '(?:letzte|vergangene|vorige|nächste|kommende|diese)[nrms]? (?:Woche|Wochenende|Monats?|Jahr(?:es)?|Sommer|Herbst|Winter|Frühjahr|Frühling)',
    `vor ${count.de} (?:Tag(?:en)?|Wochen?|Monat(?:en)?|Jahr(?:en)?|Jahrzehnten)`,
  ],
  vi: [
    'hôm (?:qua|nay|kia)|ngày mai|(?:tuần|tháng|quý) (?:trước|này|tới|sau)|năm (?:ngoái|nay|sau)|(?:sáng|trưa|chiều|tối) (?:qua|nay|mai)',
  ],
  fr: [
    'hier|avant-hier|demain|après-demain',
    "(?:la semaine|le mois|l['’]an|l['’]année|l['’]été|l['’]hiver) (?:derni[eè]re?|prochaine?|passée?)|cette (?:semaine|année)|ce mois-ci",
    'il y a (?:\\d{1,3}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quelques) (?:jours?|semaines?|mois|ans?|années?)',
  ],
  es: [
    'ayer|anteayer|pasado mañana',
    '(?:la semana|el mes|el año|el verano|el invierno) (?:pasad[oa]|próxim[oa]|que viene)|est[ea] (?:semana|mes|año)',
    'hace (?:\\d{1,3}|una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez) (?:días?|semanas?|mes(?:es)?|años?)',
  ],
};

/** Patterns of days that are told from the day of writing, for a language; none for one without a table. */
export function relativePatterns(base: string): Pattern[] {
  return (tables[base] ?? []).map((words) => ({
    regex: new RegExp(`${edge}(?:${words.replaceAll(' ', '\\s+')})${edgeAfter}`, 'giu'),
    read: () => null,
    isRelative: true,
  }));
}
