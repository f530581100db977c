import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import {
  chooseOption,
  fillField,
  pressButton,
  readClipboard,
  readKept,
  waitForKept,
  waitForText,
} from './reading.ts';
import { describeInBrowsers } from './scene.ts';

const seedFile = '../shared/seed/article.vi.txt';

const quotes = [
  {
    words: /“(?<quote>Thực hiện nghiêm túc Quy định[^”]+)”/u,
    speaker: 'Tô Lâm',
  },
  {
    words: /“(?<quote>Đảng bộ, chính quyền và Nhân dân Bắc Ninh luôn tự hào[^”]+)”/u,
    speaker: 'Nguyễn Nhân Chiến',
  },
];

/**
 * The main job on the article that the project began with. It is no part of the project; the suite is empty
 * where it does not lie beside it.
 */
export function describeSeedArticle(): void {
  describeInBrowsers('the seed article', existsSync(seedFile) ? ['chromium', 'firefox'] : [], (scene) => {
    it('keeps both spoken quotes with their speakers and two entities, finds and exports them', async () => {
      const seed = await scene.site.seedArticle();
      const page = await scene.open(seed?.path ?? '');
      const text = await page.evaluate(() => document.body.innerText.replaceAll(/\s+/gu, ' '));
      const entities = [
        { name: 'Tô Lâm', type: 'person', id: 'to-lam' },
        { name: 'Bắc Ninh', type: 'place', id: 'bac-ninh' },
      ];
      for (const [index, { name, type }] of entities.entries()) {
        await page.selectText(name);
        await scene.withPopup(page, async (popup) => {
          await pressButton(popup, 'Entity');
          await chooseOption(popup, '.panel select', type);
          await pressButton(popup, 'Tag entity');
          await waitForKept(popup, index + 1);
        });
      }
      const spoken = quotes.map(({ words, speaker }) => ({
        quote: words.exec(text)?.groups?.['quote'] ?? '',
        speaker,
      }));
      for (const [index, { quote, speaker }] of spoken.entries()) {
        await page.selectText(quote);
        await scene.withPopup(page, async (popup) => {
          await pressButton(popup, 'Quote');
          await fillField(popup, '.panel input', speaker);
          await pressButton(popup, 'Keep quote');
          await waitForKept(popup, entities.length + index + 1);
        });
      }

      await page.reload();
      await scene.withPopup(page, async (popup) => {
        await waitForKept(popup, 4);
        expect((await readKept(popup)).lost).toEqual([]);
        await pressButton(popup, 'Export');
        await pressButton(popup, 'Copy');
        await waitForText(popup, 'Copied to the clipboard.');
      });
      // Both entities share a colour, so do both quotes: what is painted comes in two pieces.
      await page.waitFor(() => [...CSS.highlights.values()].filter(({ size }) => size > 0).length === 2);
      const markdown = await readClipboard(scene.browser);
      for (const { quote, speaker } of spoken) expect(markdown).toContain(`> ${quote}\n>\n> — ${speaker}`);
      expect(markdown).toContain('# Bắc Ninh cần tập trung phát triển công nghệ cao, chuyển đổi số');
      for (const { name, id } of entities) {
        const count = Number(
          new RegExp(`- \\*\\*${name}\\*\\* \\(\\w+\\), (\\d+) mentions`, 'u').exec(markdown)?.[1],
        );
        const { least, most } = await countInArticle(id);
        expect(count).toBeGreaterThanOrEqual(least);
        expect(count).toBeLessThanOrEqual(most);
      }
      await page.close();
    });
  });
}

type Gold = {
  readonly entities: readonly {
    readonly id: string;
    readonly mentions: readonly {
      readonly kind: string;
      readonly line: number;
      readonly boilerplate?: boolean;
    }[];
  }[];
};

/** The headline, and captions, which repeat it or name who is seen: extraction may tell them from the body or not. */
const linesBesideBody = new Set([2, 12, 13, 45, 46, 56, 57]);

/** How often the gold file finds the name in the article: in its body alone, and with headline and captions. */
async function countInArticle(id: string): Promise<{ least: number; most: number }> {
  const gold = JSON.parse(await readFile('../shared/seed/article.vi.gold.json', 'utf8')) as Gold;
  const mentions = gold.entities.find((entity) => entity.id === id)?.mentions ?? [];
  const names = mentions.filter(({ kind, boilerplate }) => kind === 'name' && boilerplate !== true);
  return { least: names.filter(({ line }) => !linesBesideBody.has(line)).length, most: names.length };
}
