/** Words that are written with a point, which then ends neither the word nor the sentence. */
export const abbreviations: ReadonlySet<string> = new Set(
  (
    'Mr Mrs Ms Dr Prof Gov Sen Rep Gen Lt Col Maj Capt Sgt Cmdr Adm Rev Hon Pres St Jr Sr Inc Corp Ltd Co Bros ' +
    'Mt Ft vs No Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Ave Blvd Univ Dept Messrs Mme Mlle ' +
    'Hr Fr Nr Str bzw ca Abs Art Bd Ph TP TS ThS PGS GS BS KTS Q P Tx Sra Sr Srta Dra Av Cía'
  ).split(' '),
);
