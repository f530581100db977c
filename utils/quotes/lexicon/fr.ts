import { cues, type Lexicon, words } from './types.ts';

/** French. Inverted forms ("a-t-il déclaré", "explique-t-elle") are taken apart by the reader of clauses. */
export const french: Lexicon = {
  langs: ['fr'],
  reliability: 0.95,
  cues: cues(
    'demanda répondit déclara affirma expliqua ajouta lança cria murmura exclama exclame exclamé reprit poursuivit ' +
      'continua continue observa remarqua souffla protesta insista précisa assura répliqua réplique répliqué fit écria ' +
      'confirme confirmait confirmé confirment alerte alerté critique critiqué salue vante prédit promettait jure ' +
      'dit disait disent dira dire affirme affirmait affirmé affirment affirmer déclare déclarait déclaré déclarent ' +
      'explique expliquait expliqué expliquent estime estimait estimé estiment assure assurait assuré assurent ajoute ' +
      'ajoutait ajouté précise précisait précisé précisent souligne soulignait souligné soulignent rappelle ' +
      'rappelait rappelé indique indiquait indiqué indiquent annonce annonçait annoncé annoncent écrit écrivait ' +
      'répond répondait répondu rétorque rétorqué raconte racontait raconté racontent confie confiait confié ' +
      'demande demandait demandé lance lançait lancé martèle martelé insiste insistait insisté poursuit poursuivait ' +
      'poursuivi conclut conclu concluait reconnaît reconnait reconnu admet admis promet promis prévient prévenu ' +
      'avertit averti regrette regrettait regretté déplore déplorait déploré dénonce dénonçait dénoncé dénoncent ' +
      'juge jugeait jugé soutient soutenait soutenu observe observait observé note notait noté constate constatait ' +
      'constaté résume résumait résumé commente commenté plaide plaidait plaidé réagit réagi interroge ' +
      'interrogé ironise ironisait ironisé plaisante plaisanté murmure crie crié criait soupire soupiré tonne ' +
      'tempère tempéré nuance nuancé relève relevé témoigne témoignait témoigné pense pensait pensé croit croyait ' +
      'considère considérait considéré espère espérait espéré craint réclame réclamé exige exigé appelle appelait ' +
      'appelé répète répété tweete tweeté renchérit renchéri abonde signale signalé détaille détaillé justifie ' +
      'justifié argue argué rapporte rapporté glisse glissé félicite félicité accuse accusé évoque évoqué',
    'fait savoir|fait valoir|met en garde|a fait savoir|a fait valoir|a mis en garde',
  ),
  weakCues: cues(
    'qualifie qualifiait qualifié qualifient décrit décrivait parle parlait parlé cite cité vante salue salué fustige fustigé critique critiqué nomme surnomme dénommé titre titrait',
  ),
  nounLike: words('note juge titre critique annonce demande crie cite'),
  participle: /ant$/,
  sourceBefore: cues(
    'selon',
    "d' après|aux yeux de|pour reprendre les mots de|de l' avis de|à en croire|selon les mots de",
  ),
  sourceAfter: cues(''),
  parenthetical: words(''),
  that: words('que'),
  commaOpens: false,
  bareCues: cues(''),
  pronouns: words('lui eux il elle ils elles on je nous ce celui-ci celle-ci ce dernier cette dernière'),
  fillers: words(
    "s' n' m' t' a ont avait avaient est était sont aussi également ensuite alors encore toujours déjà enfin notamment ainsi ne " +
      "n'a pas lui leur s'est se y en même d'ailleurs par ailleurs plutôt aurait ont-ils puis",
  ),
  fillerEnding: /ment$/,
  determiners: words(
    'le la les un une des ce cet cette ces son sa ses leur leurs notre nos mon ma plusieurs certains deux trois aucun',
  ),
  openers: words(
    'dans en à au aux sur sous par pour avec sans après avant pendant depuis chez entre vers contre malgré selon ' +
      'lorsque quand comme si puisque parce alors tandis où lors dès face interrogé invité devant outre',
  ),
  asWords: words('comme de'),
  linkers: words("de du des d' à au aux et la le les l' en pour"),
  conjunctions: words('et mais ou or donc puis'),
  relatives: words('qui que dont'),
  leadIns: words(
    'et mais or donc puis ensuite enfin cependant toutefois pourtant néanmoins ainsi hier aujourd’hui ailleurs alors même autre selon',
  ),
  naming: cues(
    'intitulé intitulée surnommé surnommée baptisé baptisée film livre roman chanson album série émission mot expression terme journal pièce titre slogan',
    'dit le|connu sous le nom de|le mot|soi-disant',
  ),
  subordinators: words('lorsque quand alors'),
  times: words(
    'hier matin soir jour semaine mois an année tard tôt lundi mardi mercredi jeudi vendredi samedi dimanche',
  ),
  infinitive: '',
  passive: { auxiliaries: words('été est sont fut'), by: words('par') },
  elides: true,
  singular: words('il elle'),
  gender: {
    masculine: words('il m monsieur président directeur député sénateur avocat'),
    feminine: words('elle mme madame mlle présidente directrice députée sénatrice avocate mairesse'),
  },
  roles: words(
    'président présidente ministre premier première maire député députée sénateur porte-parole directeur directrice secrétaire chef avocat avocate juge procureur professeur chercheur économiste responsable patron homme femme gouvernement parti syndicat police ministère entreprise groupe association communiqué rapport',
  ),
};
