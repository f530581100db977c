import { describe, expect, it } from 'vitest';
import { pairMarks } from '../../utils/quotes/pair.ts';
import { splitParagraphs } from '../../utils/quotes/paragraphs.ts';

function pairs(text: string): string[] {
  return pairMarks(text, splitParagraphs(text)).map(({ start, end }) => text.slice(start, end));
}

describe('pairMarks', () => {
  const cases: Record<string, [string, string[]]> = {
    'takes English marks': ['She said “the lake is low” twice.', ['“the lake is low”']],
    'takes typewriter marks by where they stand': ['"Go," he said. "Now."', ['"Go,"', '"Now."']],
    'takes two apostrophes for one mark': ["''We lost,'' she said.", ["''We lost,''"]],
    'takes backticks and apostrophes': ["``We lost,'' she said.", ["``We lost,''"]],
    'takes German marks': ['Er sagte: „Der See ist leer.“ Dann ging er.', ['„Der See ist leer.“']],
    'takes German guillemets, which point inwards': ['Er rief »Halt« und lief.', ['»Halt«']],
    'takes French guillemets with spaces inside': [
      'Il a dit « le lac est bas », puis rien.',
      ['« le lac est bas »'],
    ],
    'takes French guillemets with no-break spaces': [
      '« Non\u00a0», dit-elle. «\u00a0Jamais\u202f».',
      ['« Non\u00a0»', '«\u00a0Jamais\u202f»'],
    ],
    'takes single guillemets': ['Sie nannte es ‹seltsam›.', ['‹seltsam›']],
    'takes Swedish marks, which are the same on both sides': ['”Sjön är tom”, sa hon.', ['”Sjön är tom”']],
    'takes Dutch and Polish marks': ['„Het meer is leeg”, zei ze.', ['„Het meer is leeg”']],
    'takes corner brackets': ['市長は「湖は空だ」と述べた。', ['「湖は空だ」']],
    'takes Chinese marks without spaces': ['他说：“湖空了。”然后走了。', ['“湖空了。”']],
    'takes British single marks with apostrophes inside': [
      '‘It’s the drivers’ lake,’ she said.',
      ['‘It’s the drivers’ lake,’'],
    ],
    'takes straight single marks': ["'We can't win,' she said.", ["'We can't win,'"]],
    'keeps a quote inside of a quote': [
      '“He told me ‘go home’ and left.”',
      ['“He told me ‘go home’ and left.”'],
    ],
    'keeps the same marks inside of a quote': [
      '“He told me “go home” and left.”',
      ['“He told me “go home” and left.”'],
    ],
    'closes two marks that end together': [
      "''He told me 'go home,''' she said.",
      ["''He told me 'go home,'''"],
    ],
    'leaves apostrophes alone': ["The '90s weren't the Joneses' best; rock 'n' roll was.", []],
    'leaves curly apostrophes alone': ['The ’90s weren’t the Joneses’ best.', []],
    'leaves feet and inches alone': ['The door is 6\'2" high and 30" wide.', []],
    'leaves primes alone': ['The tent is 12′ long and 40″ high.', []],
    'tells inches inside of a quote from its end': ['"It is 30" wide," he said.', ['"It is 30" wide,"']],
    'lets a stray closing mark swallow nothing': [
      'The “new lake” is dry. It was dug in 2021″. All gone.',
      ['“new lake”'],
    ],
    'lets a stray opening mark swallow nothing': ['"The mayor called it “a lake” again.', ['“a lake”']],
    'starts anew when a close was forgotten': [
      '“The lake is dry, she said. “It hurts,” he said.',
      ['“It hurts,”'],
    ],
    'ends at the paragraph when nothing closes': [
      '“The lake is dry.\n\nThe town is sad.',
      ['“The lake is dry.'],
    ],
    'leaves marks in left-over markup alone': ['<a href="x" title="y">Lake</a> is “dry”.', ['“dry”']],
  };
  it.each(Object.entries(cases))('%s', (_, [text, expected]) => {
    expect(pairs(text)).toEqual(expected);
  });

  it('gives a speech over several paragraphs as a span in each', () => {
    const text = '“The lake is dry.\n\n“The fish are gone.\n\n“We are next,” he said.';
    const spans = pairMarks(text, splitParagraphs(text));
    expect(spans.map(({ isContinued, isClosed }) => ({ isContinued, isClosed }))).toEqual([
      { isContinued: true, isClosed: false },
      { isContinued: true, isClosed: false },
      { isContinued: false, isClosed: true },
    ]);
  });

  it('goes over a caption in the middle of a speech', () => {
    const text = '“The lake is dry.\nThe lake on Monday\n“We are next,” he said.';
    const blocks = [
      { kind: 'paragraph', start: 0, end: 16 },
      { kind: 'caption', start: 17, end: 35 },
      { kind: 'paragraph', start: 36, end: text.length },
    ];
    const spans = pairMarks(text, splitParagraphs(text, blocks));
    expect(spans.map(({ paragraph, isContinued }) => [paragraph, isContinued])).toEqual([
      [0, true],
      [2, false],
    ]);
  });

  it('finds the end of a speech that is not opened anew', () => {
    const text = '“The lake is dry.\n\nThe fish are gone.”';
    expect(pairs(text)).toEqual(['“The lake is dry.', 'The fish are gone.”']);
  });
});
