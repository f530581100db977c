import { cues, type Lexicon, words } from './types.ts';

/** Spanish. */
export const spanish: Lexicon = {
  langs: ['es'],
  reliability: 0.95,
  cues: cues(
    'dijo dice decía dicen dijeron dicho decir diciendo afirmó afirma afirmaba afirmaron afirmado declaró declara ' +
      'declararon declarado explicó explica explicaba explicaron explicado señaló señala señalaron señalado aseguró ' +
      'asegura aseguraron asegurado añadió añade añadieron añadido agregó agrega agregaron indicó indica indicaron ' +
      'indicado manifestó manifiesta manifestaron subrayó subraya destacó destaca destacaron recordó recuerda ' +
      'advirtió advierte advirtieron sostuvo sostiene sostuvieron precisó precisa apuntó apunta comentó comenta ' +
      'comentaba contó cuenta contaba respondió responde contestó contesta preguntó pregunta preguntaba insistió ' +
      'insiste reconoció reconoce admitió admite negó niega anunció anuncia anunciaron prometió promete escribió ' +
      'escribe concluyó concluye opinó opina consideró considera consideraron cree creía piensa pensó estimó estima ' +
      'denunció denuncia denunciaron criticó critica criticaron lamentó lamenta reiteró reitera informó informa ' +
      'informaron expresó expresa expresaron expuso expone matizó matiza zanjó zanja remachó sentenció sentencia ' +
      'bromeó bromea ironizó gritó grita gritaron exclamó exclama susurró murmuró exigió exige exigieron pidió pide ' +
      'pidieron rogó reclamó reclama confesó confiesa relató relata detalló detalla aclaró aclara argumentó ' +
      'argumenta alegó alega defendió defiende confió confía espera esperaba teme juró celebró celebra agradeció ' +
      'replicó replica repuso espetó continuó continúa prosiguió prosigue tuiteó publicó resumió resume valoró ' +
      'valora remarcó enfatizó recalcó recalca puntualizó ratificó confirmó confirma confirmaron acusó acusa',
    'dio a conocer|hizo hincapié|puso de manifiesto|ha dicho|dejó claro',
  ),
  weakCues: cues(
    'calificó califica calificaron tachó tacha describió describe llamó llama definió define apodó citó cita habló habla tildó',
  ),
  nounLike: words('cuenta sentencia denuncia crítica estima cita pregunta resume valora cree espera'),
  participle: /[aei]ndo$/,
  sourceBefore: cues('según', 'de acuerdo con|en palabras de|a juicio de|en opinión de|a decir de'),
  sourceAfter: cues(''),
  parenthetical: words(''),
  that: words('que'),
  commaOpens: false,
  bareCues: cues(''),
  pronouns: words('él ella ellos ellas yo nosotros uno este esta aquel ésta éste usted'),
  fillers: words(
    'ha han había habían es era fue también además luego después entonces todavía ya aún siempre no se le les lo me nos hoy ayer posteriormente asimismo',
  ),
  fillerEnding: /mente$/,
  determiners: words(
    'el la los las un una unos unas este esta estos estas ese esa su sus nuestro varios algunos dos tres ningún',
  ),
  openers: words(
    'en a al ante bajo con contra de desde durante entre hacia hasta para por sin sobre tras según cuando mientras como si porque aunque donde pese luego preguntado consultado',
  ),
  asWords: words('como de'),
  linkers: words('de del la las los el y e para al en'),
  conjunctions: words('y e pero o u sino'),
  relatives: words('que quien quienes cual'),
  leadIns: words(
    'y pero además también sin embargo así luego después finalmente ayer hoy entonces mientras asimismo no obstante',
  ),
  naming: cues(
    'titulado titulada llamado llamada denominado denominada apodado apodada película libro novela canción álbum serie programa palabra término expresión periódico diario lema obra',
    'conocido como|la palabra|el llamado|la llamada',
  ),
  subordinators: words('cuando mientras porque aunque'),
  times: words(
    'ayer hoy mañana tarde noche día semana mes año antes después lunes martes miércoles jueves viernes sábado domingo',
  ),
  infinitive: '',
  passive: { auxiliaries: words('fue fueron sido es'), by: words('por') },
  singular: words('él ella'),
  gender: {
    masculine: words('él sr señor don presidente ministro alcalde director abogado diputado'),
    feminine: words('ella sra señora doña presidenta ministra alcaldesa directora abogada diputada'),
  },
  roles: words(
    'presidente presidenta ministro ministra alcalde alcaldesa diputado diputada senador senadora portavoz director directora secretario secretaria jefe jefa abogado abogada juez fiscal profesor investigador economista líder hombre mujer gobierno partido sindicato policía ministerio empresa grupo asociación comunicado informe',
  ),
};
