/** How Chinese, Japanese and Korean report speech: without spaces, so by patterns beside the marks. */
export type EastAsian = {
  readonly langs: readonly string[];
  /** Script that only texts in this language have; Chinese comes last. */
  readonly script: RegExp;
  /** What ends before the marks with a verb of saying: group 1 who, group 2 the verb. */
  readonly lead: RegExp | null;
  /** What begins behind the marks: the same groups; without group 1 the speaker is the topic of the sentence. */
  readonly tail: RegExp;
  /** The topic or subject of a sentence: group 1 who. */
  readonly topic: RegExp | null;
};

const chineseVerbs =
  '接受采访时表示|接受採訪時表示|介绍说|介紹說|强调说|解释说|解釋說|回应称|回應稱|回应道|回應道|告诉记者|告訴記者|表示|指出|强调|強調|认为|認為|' +
  '宣布|呼吁|呼籲|回应|回應|回答|问道|問道|写道|寫道|透露|补充|補充|坦言|直言|警告|承认|承認|介绍|介紹|解释|解釋|批评|批評|喊道|笑道|说道|說道|说|說|称|稱|道';

export const eastAsian: readonly EastAsian[] = [
  {
    langs: ['ja'],
    script: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
    lead: null,
    tail: /^(?:、)?(?:など)?(?:と|とも|とは)(?:、)?([^。「」『』]{0,24}?)(述べ|話し|話す|語っ|語り|語る|コメント|発言|説明|強調|指摘|主張|言っ|言い|言う|答え|訴え|明らか|表明|投稿|呼びかけ|批判|つぶや|叫|尋ね|書い|振り返)/u,
    topic: /([^、。「」『』\s]{1,30}?)(?:は|が|も)(?=[^はがも]*$|[、「]|[^、。]{0,30}$)/u,
  },
  {
    langs: ['ko'],
    script: /\p{Script=Hangul}/u,
    lead: null,
    tail: /^(?:이라고|라고|고|이라며|라며|이라면서|라면서|며)\s*([^.“”"]{0,20}?)(말했|말한|밝혔|전했|강조|설명|주장|지적|덧붙|답했|비판|호소|썼|했|토로|촉구)/u,
    topic: /(?:^|[.!?]\s+|,\s+)((?:[^\s,.“”"]+\s){0,5}?[^\s,.“”"]+?)(?:은|는|이|가)\s/u,
  },
  {
    langs: ['zh', 'yue', 'cmn'],
    script: /\p{Script=Han}/u,
    lead: new RegExp(
      `([^，。！？；：、,:“”「」『』\\s]{1,30}?)(?:也|则|還|还|又|再次|曾|同时|向[^，。]{1,12}|對[^，。]{1,12}|对[^，。]{1,12}|在[^，。]{1,20})?(${chineseVerbs})(?:道)?[，,：:]?\\s*$`,
      'u',
    ),
    tail: new RegExp(`^\\s*[，,]?\\s*([^，。！？；：、,“”「」『』]{1,20}?)(${chineseVerbs})`, 'u'),
    topic: null,
  },
];
