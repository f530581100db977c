/** Chinese: verbs stand between the speaker and the colon, the comma or the marks. */
export const chineseCues =
  /(?:表示|指出|强调|強調|认为|認為|称|稱|说|說|告诉|告訴|宣布|呼吁|呼籲|回应|回應|回答|问道|問道|写道|寫道|透露|补充|補充|坦言|直言|警告|承认|承認|介绍|介紹|解释|解釋|批评|批評|道)/u;

/** Japanese: the marks are followed by と and a verb; the speaker stands before は, が or も. */
export const japaneseCues =
  /^(?:と|などと|とも|とは)(?:[^、。「」]{0,12}?)(述べ|話し|語っ|語り|コメント|発言|説明|強調|指摘|主張|言っ|言い|答え|訴え|明らかに|表明|投稿|呼びかけ|批判|しています|している|した)/u;

/** "according to" in both. */
export const cjkSources = /(?:据|據|根据|根據)$|(?:によると|によれば)/u;
