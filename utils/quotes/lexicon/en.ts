import { cues, type Lexicon, words } from './types.ts';

/** Regular verbs in the forms that news uses: "warn warns warned warning". */
function formsOf(stems: string): string {
  return stems
    .split(/\s+/)
    .filter(Boolean)
    .map((stem) => {
      const base = stem.replace(/\+$/, '');
      const doubled = stem.endsWith('+') ? base + base.at(-1) : base;
      if (/[^aeiou]y$/.test(base))
        return `${base} ${base.slice(0, -1)}ies ${base.slice(0, -1)}ied ${base}ing`;
      const ending = /(?:s|sh|ch|x|z)$/.test(base) ? 'es' : 's';
      if (base.endsWith('e')) return `${base} ${base}s ${base}d ${base.slice(0, -1)}ing`;
      return `${base} ${base}${ending} ${doubled}ed ${doubled}ing`;
    })
    .join(' ');
}

/** English. Verbs of reporting from grammars of reported speech; none was taken from a corpus. */
export const english: Lexicon = {
  langs: ['en'],
  reliability: 1,
  cues: cues(
    'say says said saying tell tells told telling write writes wrote written writing think thinks thought thinking ' +
      'speak spoke speaking read reads know knew go goes feel felt hold held swear swore sworn ' +
      'quip quips quipped quipping tweet tweets tweeted tweeting ' +
      formsOf(
        'add ask state claim argue note observe remark comment declare announce report explain suggest believe ' +
          'insist maintain contend assert allege acknowledge admit+ concede deny confirm warn caution urge stress ' +
          'emphasize emphasise underscore point predict promise pledge vow threaten demand request order command ' +
          'reply respond answer counter retort continue conclude recall reflect joke crack scoff mock snap+ shout ' +
          'yell scream cry whisper mutter murmur exclaim boast brag+ lament complain protest object agree advise ' +
          'recommend propose estimate fear hope wonder reckon figure assume caution testify reveal disclose relate ' +
          'recount describe post blog+ quote cite sum opine muse gush chime echo reiterate repeat affirm reaffirm ' +
          'assure inform notify brief inquire query interject volunteer offer venture implore plead beg+ preach ' +
          'lecture proclaim pronounce profess attest certify vent fume rail thunder bellow roar chant intone drawl ' +
          'charge accuse bemoan decry rebut+ dispute deadpan+ specify clarify elaborate paraphrase text email ' +
          'e-mail telegraph dismiss blast slam+ rip+ hammer criticize criticise denounce condemn praise applaud ' +
          'hail thank apologize apologise greet congratulate celebrate defend signal+ indicate imply hint ' +
          'retaliate surmise boom beam elaborate jab+ gripe chastise chide scold rant rave bark growl snarl snicker ' +
          'snipe sneer sniff huff coo croon holler hoot howl rasp screech squeal stammer stutter wail whine whimper ' +
          'yelp ponder posit postulate presume pontificate rationalize reason reassure remind riff trumpet ' +
          'wisecrack jest banter cajole chorus confess confide console correct enthuse exhort expound grumble ' +
          'grouse hypothesize infer instruct mumble narrate needle prod prophesy recite remonstrate resolve ' +
          'ruminate shriek sob+ taunt rebuke reprimand lambaste ' +
          'acknowledge express voice mention address speculate theorize rule decide determine find',
      ) +
      ' found finding quoth intoned caption captioned noting citing quoting',
    'cut in|cuts in|chime in|chimed in|weighed in|lashed out|go on|went on|goes on|fired back|shot back|hit back|go on to say|went on to say|goes on to say|put it|puts it|pointed out|points out|was quoted as saying|' +
      'is quoted as saying|were quoted as saying|made clear|makes clear|made the case|took to twitter',
  ),
  weakCues: cues(
    'call calls called calling ' +
      formsOf(
        'label brand term dub+ deem portray characterize characterise depict liken deride ridicule attack tout bill ' +
          'promote invoke employ utter reject welcome tease knock refer begin start end close open laugh smile sigh ' +
          'nod grin shrug+ chuckle argue sing conclude raise',
      ) +
      ' began begun sang sung cites reading read chants',
    'talk about|talks about|talked about|spoke of|speaks of|talk of|talked of',
  ),
  nounLike: words(
    'claim claims state states note notes report reports comment comments remark remarks demand demands request ' +
      'requests order orders answer answers reply quote quotes post posts blog text email emails tweet tweets ' +
      'warning promise promises pledge pledges vow vows fear fears hope hopes charge charges offer offers point ' +
      'points joke jokes brief figure figures estimate estimates address cry objects object counter rule rules ' +
      'call calls label term terms bill bills use attack attacks blame fault view views protest protests speaking ' +
      'meaning finding findings saying reading signal signals hint hints thinking writing show shows plan plans ' +
      'start end close open list title press detail command voice raise mention support brand state',
  ),
  participle: /ing$/,
  sourceBefore: cues(
    '',
    'according to|in the words of|in the view of|in the opinion of|as per|quoted by|cited by',
  ),
  sourceAfter: cues(''),
  parenthetical: words(''),
  that: words('that whether'),
  commaOpens: false,
  bareCues: cues(
    'say says said add adds added claim claims claimed insist insists insisted argue argues argued believe believes ' +
      'believed think thinks thought note notes noted warn warns warned acknowledged suggest suggests suggested ' +
      'promised conceded contends contended maintains maintained hopes hoped predicted alleged wrote testified',
  ),
  addressing: words('told tell tells telling'),
  pronouns: words('he she they we i you it who one another others someone many some most both'),
  fillers: words(
    'has had have is was are were be been being will would could can may might must should do does did not also ' +
      'then later again once just still now even only already often never ever always soon further thus so here ' +
      'there himself herself themselves itself recently first himself twice today yesterday monday tuesday ' +
      "wednesday thursday friday saturday sunday didn't doesn't don't wasn't isn't hasn't hadn't won't wouldn't " +
      "couldn't can't to reportedly famously simply",
  ),
  fillerEnding: /ly$/,
  determiners: words(
    'the a an this that these those his her its their our my your one some another no each every several many both two three four five',
  ),
  openers: words(
    'in on at by for from with without after before during since until till about over under between among through ' +
      'as while when where because although though if unless once whereas despite amid against following ' +
      'to into onto upon within beyond via than like per throughout including besides given instead asked speaking ' +
      'whether how why what',
  ),
  asWords: words('as'),
  linkers: words('of for de von van der den la le du da di del bin al el and & the at'),
  conjunctions: words('and but or yet nor so then'),
  relatives: words('who that which whom whose'),
  leadIns: words(
    'and but or yet so still meanwhile however moreover furthermore also then later now nevertheless nonetheless ' +
      'instead indeed today yesterday earlier recently finally additionally afterward afterwards again even once ' +
      'perhaps maybe here there thus therefore likewise similarly separately overall first second third lastly ' +
      'eventually monday tuesday wednesday thursday friday saturday sunday only sometimes',
  ),
  naming: cues(
    'titled entitled nicknamed dubbed so-called named captioned headlined song film movie book novel album show ' +
      'series documentary podcast episode musical play single track magazine newspaper program programme sitcom ' +
      'word term phrase expression slogan hashtag nickname',
    'known as|the word|the term|the phrase|sign reading|signs reading|co-author of|author of|host of|' +
      'aired on|appearance on|appeared on|stands for|short for',
  ),
  subordinators: words('when while because although though whereas as what how why where than until unless'),
  times: words(
    'ago before week month year day days weeks months years morning night evening afternoon earlier later today yesterday tonight time moment weekend hour hours minutes monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december spring summer fall autumn winter statement interview speech case end',
  ),
  infinitive: 'to',
  passive: { auxiliaries: words('was were been being is are be'), by: words('by') },
  singular: words('he she'),
  gender: {
    masculine: words(
      'he mr sir lord king prince chairman spokesman congressman councilman businessman father brother son husband man actor',
    ),
    feminine: words(
      'she mrs ms miss lady queen princess chairwoman spokeswoman congresswoman councilwoman businesswoman mother sister daughter wife woman actress',
    ),
  },
  roles: words(
    'president minister secretary senator congressman congresswoman representative governor mayor chairman ' +
      'chairwoman chair chief director spokesman spokeswoman spokesperson officer official officials leader ' +
      'candidate nominee judge lawyer attorney professor analyst strategist pollster adviser advisor aide manager ' +
      'executive founder author editor reporter journalist general commander captain sheriff police officer ' +
      'detective prosecutor doctor scientist researcher economist expert critic activist supporter voter ' +
      'ambassador diplomat commissioner councilman king queen prince pope bishop pastor priest coach player owner ' +
      'man woman mother father brother sister son daughter wife husband teacher student neighbor resident source ' +
      'group party campaign agency ministry department company bank university court committee statement report ' +
      'letter memo email post tweet article paper newspaper book sign website page study ad poll survey',
  ),
};
