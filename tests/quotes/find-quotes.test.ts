import { describe, expect, it } from 'vitest';
import { findQuotes } from '../../utils/quotes/index.ts';
import { readQuotes } from './read-quotes.ts';

type Cases = Record<string, [string, string[]]>;

const english: Cases = {
  'takes a heading in single marks for no speech': [
    "Ann Lee said: “It was a hard year.”\n\n'A hard year.'\n\nThe mill closed in May.",
    ['direct: “It was a hard year.” — Ann Lee', "scare: 'A hard year.'"],
  ],
  'takes whom something is told for no speech': [
    '“It will pass,” Jo Hall told “Coast and Country” on Friday.',
    ['direct: “It will pass,” — Jo Hall', 'scare: “Coast and Country”'],
  ],
  'takes a speaker behind the words': [
    '“We will rebuild,” Mayor Ann Lee said.',
    ['direct: “We will rebuild,” — Mayor Ann Lee'],
  ],
  'takes a speaker behind the verb': [
    '"No comment," said a spokesman for the airline.',
    ['direct: "No comment," — a spokesman for the airline'],
  ],
  'takes a speaker before a colon': [
    'Asked whether he would resign, Petersen said: “No.”',
    ['direct: “No.” — Petersen'],
  ],
  'takes a speaker in the middle, and carries it over': [
    '“We will rebuild,” Mayor Ann Lee said. “It takes time.”',
    ['direct: “We will rebuild,” — Mayor Ann Lee', 'direct: “It takes time.” — Mayor Ann Lee'],
  ],
  'passes over what is said of the speaker': [
    '“I never saw the letter,” Ms. Okafor, 42, the treasurer, who resigned on Monday, told reporters.',
    ['direct: “I never saw the letter,” — Ms. Okafor'],
  ],
  'passes over a party and a state in brackets': [
    '“It will pass,” Rep. Jo Hall (R-Ohio), a member of the panel, said.',
    ['direct: “It will pass,” — Rep. Jo Hall'],
  ],
  'passes over the place that somebody is from': [
    '“It was loud,” Cora Jones, 22, of Flint, Mich., said.',
    ['direct: “It was loud,” — Cora Jones'],
  ],
  'takes the subject of the sentence for a participle': [
    'The union rejected the offer, saying, “It is an insult.”',
    ['direct: “It is an insult.” — The union'],
  ],
  'takes the subject that follows a participle at the start': [
    'Citing “a lack of trust,” the coach resigned on Friday.',
    ['direct: “a lack of trust,” — the coach'],
  ],
  'takes who acts in the passive': [
    'The plan was called “a gift to nobody” by the opposition.',
    ['direct: “a gift to nobody” — the opposition'],
  ],
  'takes documents as speakers': [
    'The report said the dam was “close to failing” and urged action.',
    ['mixed: “close to failing” — The report'],
  ],
  'takes the source of "according to"': [
    'According to the ministry, the bridge is “safe for all vehicles.”',
    ['direct: “safe for all vehicles.” — the ministry'],
  ],
  'takes a question with its speaker': [
    '“Is anybody there?” the rescuer shouted.',
    ['direct: “Is anybody there?” — the rescuer'],
  ],
  'takes the tail of the sentence over an earlier colon': [
    'Lee knew the old rule: “Never wait,” she said.',
    ['direct: “Never wait,” — she'],
  ],
  'takes a cue in the middle over a clause of its own': [
    '“If you ask me,” says the 34-year-old, who moved here in 2010, “nothing changed.”',
    ['direct: “If you ask me,” — the 34-year-old', 'direct: “nothing changed.” — the 34-year-old'],
  ],
  'goes back over a paragraph that introduces': [
    'Lee wrote to the council:\n\n“The bridge is closed from Monday on.”',
    ['direct: “The bridge is closed from Monday on.” — Lee'],
  ],
  'gives each paragraph of a speech its speaker': [
    '“First, we listen.\n\n“Then we act,” said Judge Amara Obi.',
    ['direct: “First, we listen. — Judge Amara Obi', 'direct: “Then we act,” — Judge Amara Obi'],
  ],
  'takes the signature behind a dash': [
    '“The bus never came.” — Rosa Diaz, Leeds',
    ['direct: “The bus never came.” — Rosa Diaz'],
  ],
  'takes the signature in the line below': [
    '“The bus never came, so we walked.”\n— Rosa Diaz',
    ['direct: “The bus never came, so we walked.” — Rosa Diaz'],
  ],
  'carries a speaker over a sentence of one word': [
    '“No,” he said. “Never.” Then he left.',
    ['direct: “No,” — he', 'direct: “Never.” — he'],
  ],
  'gives no speaker to titles': ['The band played “Blue Morning” twice.', ['scare: “Blue Morning”']],
  'gives no speaker to nicknames and so-called things': [
    'Robert “Bobby” Hayes, the so-called “king of trams”, retired.',
    ['scare: “Bobby”', 'scare: “king of trams”'],
  ],
  'reads a headline with a colon': [
    'Mayor Lee: ‘We will rebuild’',
    ['direct: ‘We will rebuild’ — Mayor Lee'],
  ],
};

const vietnamese: Cases = {
  'takes title and name before a colon': [
    'Phó chủ tịch UBND tỉnh Lê Minh Châu nhấn mạnh: “Công trình phải xong trước mùa mưa”.',
    ['direct: “Công trình phải xong trước mùa mưa” — Phó chủ tịch UBND tỉnh Lê Minh Châu'],
  ],
  'takes title and name behind the words': [
    '“Bà con rất phấn khởi”, ông Nguyễn Văn Hải cho biết.',
    ['direct: “Bà con rất phấn khởi” — ông Nguyễn Văn Hải'],
  ],
  'takes "theo"': [
    'Theo bà Trần Thu Hà, giám đốc bệnh viện, ca mổ “thành công ngoài mong đợi”.',
    ['mixed: “thành công ngoài mong đợi” — bà Trần Thu Hà'],
  ],
  'takes a dash': ['- Tôi không biết gì cả - ông Nam nói.', ['direct: - Tôi không biết gì cả — ông Nam']],
  'gives no speaker to words as words': [
    'Chính quyền giải quyết đơn thư, không để phát sinh “điểm đen”.',
    ['scare: “điểm đen”'],
  ],
  'gives no speaker to titles': ['Bộ phim "Mưa đỏ" ra mắt hôm qua.', ['scare: "Mưa đỏ"']],
  'proposes reported speech': [
    'Ngoài ra, Giám đốc Sở Y tế cũng lưu ý, người dân cần tiêm đủ hai mũi vắc xin.',
    ['indirect: người dân cần tiêm đủ hai mũi vắc xin. — Giám đốc Sở Y tế'],
  ],
  'takes a dash behind the marks': [
    '“Tôi không làm gì sai cả!” - anh Tuấn phân trần.',
    ['direct: “Tôi không làm gì sai cả!” — anh Tuấn'],
  ],
  'takes a source line for no speaker': ['Theo VnExpress', []],
};

const german: Cases = {
  'takes marks that finish the speaker for a name': [
    'Jana Pohl von der „Aktion Elbe hilft“ sagte, das Wasser steige weiter.',
    [
      'scare: „Aktion Elbe hilft“',
      'indirect: das Wasser steige weiter. — Jana Pohl von der „Aktion Elbe hilft“',
    ],
  ],
  'takes what something is called for no speech': [
    'Damals hieß das Lokal noch „zur alten Mühle“.',
    ['scare: „zur alten Mühle“'],
  ],
  'takes a noun behind an article for speech where "dass" opens what is reported': [
    'Der Verband kritisierte, dass die „Schnüffelei in den Schulen“ kein Ende habe.',
    ['mixed: „Schnüffelei in den Schulen“ — Der Verband'],
  ],
  'takes whoever acts in the passive for the speaker': [
    'Der Plan wurde gestern vom Bürgermeister als „völlig verfehlt“ bezeichnet.',
    ['direct: „völlig verfehlt“ — Bürgermeister'],
  ],
  'takes one word behind "als" for speech however far off the verb is': [
    'Der Verband bezeichnete den von vielen lange erwarteten und jetzt doch noch vorgelegten Plan der Stadt als „mutlos“.',
    ['mixed: „mutlos“ — Der Verband'],
  ],
  'passes over an adverb before the verb': [
    'Vermutlich sagte die Ministerin: „Das reicht nicht.“',
    ['direct: „Das reicht nicht.“ — die Ministerin'],
  ],
  'takes the subject behind the verb': [
    '„Wir bauen das wieder auf“, sagte Bürgermeisterin Eva Horn. „Das dauert.“',
    [
      'direct: „Wir bauen das wieder auf“ — Bürgermeisterin Eva Horn',
      'direct: „Das dauert.“ — Bürgermeisterin Eva Horn',
    ],
  ],
  'takes the subject behind the verb when an adverbial comes first': [
    'Am Montag sagte der Minister: „Die Brücke bleibt gesperrt.“',
    ['direct: „Die Brücke bleibt gesperrt.“ — der Minister'],
  ],
  'takes the subject of a clause with the verb at the end': [
    'Wie der Trainer erklärte, war das Spiel „eine Zumutung für alle“.',
    ['mixed: „eine Zumutung für alle“ — der Trainer'],
  ],
  'takes the subject before the auxiliary': [
    'Die Ministerin hatte den Plan als „unbezahlbar und falsch“ bezeichnet.',
    ['direct: „unbezahlbar und falsch“ — Die Ministerin'],
  ],
  'takes "nach Angaben" and "so"': [
    'Der Fahrer war nach Angaben der Polizei „deutlich zu schnell“. Das Auto sei „schrottreif“, so ein Sprecher.',
    ['mixed: „deutlich zu schnell“ — der Polizei', 'mixed: „schrottreif“ — ein Sprecher'],
  ],
  'tells the paper that somebody spoke to from what was said': [
    'Der Sprecher sagte der „Neuen Zeitung“, man sei „bestens vorbereitet“.',
    ['scare: „Neuen Zeitung“', 'mixed: „bestens vorbereitet“ — Der Sprecher'],
  ],
  'gives no speaker to names': [
    'Der Film „Der lange Weg“ läuft im „Gloria“.',
    ['scare: „Der lange Weg“', 'scare: „Gloria“'],
  ],
};

const others: Record<string, [string, string, string[]]> = {
  'reads French inversion': [
    'fr',
    '« C’est trop tard », a-t-elle déclaré. « Il fallait agir. »',
    ['direct: « C’est trop tard » — elle', 'direct: « Il fallait agir. » — elle'],
  ],
  'reads French dialogue': [
    'fr',
    '— Tu viens demain ? demanda Paul.\n— Non, répondit-elle, je travaille.',
    ['direct: — Tu viens demain ? — Paul', 'direct: — Non, — elle', 'direct: je travaille. — elle'],
  ],
  'reads "selon"': [
    'fr',
    'Selon le ministre, le projet est « un cadeau pour personne ».',
    ['mixed: « un cadeau pour personne » — le ministre'],
  ],
  'reads an aside inside of French marks': [
    'fr',
    '« Le texte, explique Marie Roux, est vide. »',
    ['direct: « Le texte, explique Marie Roux, est vide. » — Marie Roux'],
  ],
  'reads Spanish paragraphs that open with the closing mark': [
    'es',
    '«El lago está seco.\n\n»Los peces han muerto», dijo Pedro Gil.',
    ['direct: «El lago está seco. — Pedro Gil', 'direct: »Los peces han muerto» — Pedro Gil'],
  ],
  'reads Spanish verbs without a subject': [
    'es',
    '“No hay dinero”, lamenta. “No lo habrá”, añade el alcalde.',
    ['direct: “No hay dinero” — el alcalde', 'direct: “No lo habrá” — el alcalde'],
  ],
  'reads Spanish dialogue': [
    'es',
    '—No lo sé —respondió Juan—. Pregunta a tu madre.',
    ['direct: —No lo sé — Juan', 'direct: Pregunta a tu madre. — Juan'],
  ],
  'reads Spanish questions': [
    'es',
    '“¿Quién llamó?”, preguntó la jueza.',
    ['direct: “¿Quién llamó?” — la jueza'],
  ],
  'reads Chinese': ['zh', '李强在会上表示：“我们会修好这座桥。”', ['direct: “我们会修好这座桥。” — 李强']],
  'reads an Italian headline with a colon': [
    'it',
    'Il sindaco Mario Rossi: «Non c’è tempo»',
    ['direct: «Non c’è tempo» — Mario Rossi'],
  ],
  'reads a Chinese speaker who goes on': [
    'zh',
    '王毅指出，“这是历史的选择”，并强调“没有人能阻挡”。',
    ['direct: “这是历史的选择” — 王毅', 'mixed: “没有人能阻挡” — 王毅'],
  ],
  'reads Chinese with the speaker behind': [
    'zh-Hans',
    '“我们等了三个小时，”王女士说。',
    ['direct: “我们等了三个小时，” — 王女士'],
  ],
  'reads Japanese': ['ja', '田中市長は「橋は必ず直す」と述べた。', ['direct: 「橋は必ず直す」 — 田中市長']],
  'reads Japanese titles': ['ja', '映画「長い道」が公開された。', ['scare: 「長い道」']],
  'reads Korean': [
    'ko',
    '김 장관은 “다리를 곧 고치겠다”고 말했다.',
    ['direct: “다리를 곧 고치겠다” — 김 장관'],
  ],
  'reads Italian without a table': [
    'it',
    '«Ricostruiremo tutto», ha detto la sindaca Anna Neri.',
    ['direct: «Ricostruiremo tutto» — Anna Neri'],
  ],
  'reads Swedish without a table': [
    'sv',
    '”Vi bygger upp det igen”, säger borgmästaren Eva Lund.',
    ['direct: ”Vi bygger upp det igen” — Eva Lund'],
  ],
  'reads Russian without a table': [
    'ru',
    '«Мы всё восстановим», — заявил мэр Иван Петров.',
    ['direct: «Мы всё восстановим» — Иван Петров'],
  ],
  'reads Polish dialogue without a table': [
    'pl',
    '– Odbudujemy to – powiedział burmistrz Jan Kowalski.',
    ['direct: – Odbudujemy to — Jan Kowalski'],
  ],
};

describe('findQuotes', () => {
  it.each(Object.entries(english))('in English %s', (_, [text, expected]) => {
    expect(readQuotes(text, { lang: 'en-GB' })).toEqual(expected);
  });

  it.each(Object.entries(vietnamese))('in Vietnamese %s', (_, [text, expected]) => {
    expect(readQuotes(text, { lang: 'vi' })).toEqual(expected);
  });

  it.each(Object.entries(german))('in German %s', (_, [text, expected]) => {
    expect(readQuotes(text, { lang: 'de' })).toEqual(expected);
  });

  it.each(Object.entries(others))('%s', (_, [lang, text, expected]) => {
    expect(readQuotes(text, { lang })).toEqual(expected);
  });

  it('guesses the tables when the language is not known', () => {
    const text = '„Wir bauen das wieder auf, und zwar bald“, sagte die Bürgermeisterin der Stadt am Montag.';
    expect(readQuotes(text, { lang: null })).toEqual([
      'direct: „Wir bauen das wieder auf, und zwar bald“ — die Bürgermeisterin der Stadt',
    ]);
  });

  it('leaves out what is outside of the blocks', () => {
    const text = 'Ad: “Buy now,” says Bo Fox.\n“We waited,” said Ann Lee.';
    const blocks = [{ kind: 'paragraph', start: 28, end: text.length }];
    expect(readQuotes(text, { lang: 'en', blocks })).toEqual(['direct: “We waited,” — Ann Lee']);
  });

  it('takes block quotes without marks that are introduced', () => {
    const text = 'Lee wrote to the council:\nThe bridge is closed.\nTraffic was heavy.';
    const blocks = [
      { kind: 'paragraph', start: 0, end: 25 },
      { kind: 'quote', start: 26, end: 47 },
      { kind: 'paragraph', start: 48, end: text.length },
    ];
    expect(readQuotes(text, { lang: 'en', blocks })).toEqual(['direct: The bridge is closed. — Lee']);
  });

  it('leaves out teasers', () => {
    const text = 'Traffic was heavy.\nThe bridge is closed.';
    const blocks = [
      { kind: 'paragraph', start: 0, end: 18 },
      { kind: 'quote', start: 19, end: text.length },
    ];
    expect(readQuotes(text, { lang: 'en', blocks })).toEqual([]);
  });

  it('answers the cue beside the speaker', () => {
    const text = '“We waited,” the driver told the court.';
    const [quote] = findQuotes(text, { lang: 'en' });
    expect(text.slice(quote?.cue?.start, quote?.cue?.end)).toBe('told');
  });

  it('trusts a cue beside the words more than a speaker carried over, and both more than nobody', () => {
    const text =
      '“We waited,” said Ann Lee. “Nobody came.”\n\nThe town.\n\n“A road, a bridge and a school are lost.”';
    const [told, carried, nobody] = findQuotes(text, { lang: 'en' }).map(({ confidence }) => confidence);
    expect(told).toBeGreaterThan(carried ?? 1);
    expect(carried).toBeGreaterThan(nobody ?? 1);
  });

  it('proposes reported speech with less confidence than marked speech', () => {
    const text = 'Lee said that the bridge would open in May.\n\n“It will open,” Lee said.';
    const [reported, told] = findQuotes(text, { lang: 'en' });
    expect(reported?.kind).toBe('indirect');
    expect(reported?.confidence).toBeLessThan(told?.confidence ?? 0);
  });
});

describe('the person behind a speaker', () => {
  function people(text: string, lang: string, names: readonly string[] = []): (string | null)[] {
    return findQuotes(text, { lang, people: names }).map(({ person }) =>
      person === undefined ? null : text.slice(person.start, person.end),
    );
  }

  it('is the last name of the pronoun’s gender', () => {
    const text = '“No,” said Mr. Hall.\n\n“Yes,” said Ms. Diaz.\n\n“Never,” he said.';
    expect(people(text, 'en')).toEqual([null, null, 'Mr. Hall']);
  });

  it('is the last one who was called by the title', () => {
    const text =
      '“Chúng ta sẽ thắng”, Đại tướng Lê Hùng nói.\n\n“Phải cố gắng hơn nữa”, Đại tướng nhấn mạnh.';
    expect(people(text, 'vi')).toEqual([null, 'Đại tướng Lê Hùng']);
  });

  it('may be a name that is known from elsewhere', () => {
    const text = 'Ann Lee came late.\n\n“I am sorry,” she said.';
    expect(people(text, 'en', ['Ann Lee'])).toEqual(['Ann Lee']);
  });

  it('is nobody when no name was met', () => {
    expect(people('“I am sorry,” she said.', 'en')).toEqual([null]);
  });
});
