import { describe, expect, it } from 'vitest';
import { insert, leave, type } from './lib/block-keys.ts';
import { deskForTwo } from './lib/desk.ts';
import { meanwhile } from './lib/meanwhile.ts';
import type { WritingPage } from './lib/writing-page.ts';

/** The lines stand on both pages, and he goes on with the one of these words. */
async function goOn(hers: WritingPage, his: WritingPage, line: string, ...lines: string[]): Promise<void> {
  await hers.type(hers.text, lines.join('\n'));
  await his.text.getByText(lines.at(-1) ?? '').waitFor();
  await his.text.getByText(line).click();
  await his.page.keyboard.press('End');
}

describe('while a colleague writes on and on', () => {
  it('the handle stays at the block that is pointed at, and its menu does what it says to that block', async () => {
    const [hers, his] = await deskForTwo();
    await goOn(hers, his, 'One', 'One', 'Two', 'Three', 'Four');
    const written = await meanwhile(his, hers, async (heard) => {
      await hers.text.getByText('Three').hover();
      await heard();
      await hers.button('Move or change this block').click();
      await heard();
      await hers.page.getByRole('menuitem', { name: 'Duplicate' }).click();
    });
    for (const each of [hers, his])
      await expect.poll(() => each.words(each.text)).toBe(`One${written}\nTwo\nThree\nThree\nFour`);
  });

  it('a block is dragged over the line of the other, and no word is lost', async () => {
    const [hers, his] = await deskForTwo();
    await goOn(hers, his, 'One', 'One', 'Two', 'Three', 'Four');
    const { mouse } = hers.page;
    const written = await meanwhile(his, hers, async (heard) => {
      await hers.text.getByText('Three').hover();
      await heard();
      await hers.button('Move or change this block').hover();
      await mouse.down();
      await hers.text.getByText('Two').hover();
      await heard();
      await hers.text.getByText('One').hover({ position: { x: 20, y: 2 } });
      await mouse.up();
    });
    for (const each of [hers, his])
      await expect.poll(() => each.words(each.text)).toBe(`Three\nOne${written}\nTwo\nFour`);
  });

  it('the cells that one has selected stay selected, and are merged', async () => {
    const [hers, his] = await deskForTwo();
    const { page, text } = hers;
    await text.click();
    await type(page, 'One', '');
    await insert(page, 'table', 'Table');
    await page.keyboard.press('Enter');
    await text.locator('th').first().waitFor();
    await leave(page);
    await goOn(hers, his, 'One', 'Below');
    await text.locator('th').first().click();
    const selected = text.locator('.selectedCell');
    const written = await meanwhile(his, hers, async (heard) => {
      for (const key of ['ArrowRight', 'ArrowDown']) await page.keyboard.press(`Shift+${key}`);
      await heard();
      await expect.poll(() => selected.count()).toBe(4);
      await heard();
      await page.getByRole('toolbar', { name: 'Table' }).getByRole('button', { name: 'Merge cells' }).click();
    });
    for (const each of [hers, his]) {
      await each.text.locator('[rowspan="2"][colspan="2"]').waitFor();
      expect(await each.words(each.text)).toContain(`One${written}\n`);
    }
  });

  it('a pattern is found and replaced in the line of the other too', async () => {
    const [hers, his] = await deskForTwo();
    await goOn(hers, his, 'nine boats', 'One', 'Then nine boats');
    const { page } = hers;
    const bar = page.getByRole('search');
    const written = await meanwhile(his, hers, async (heard) => {
      await page.keyboard.press('Control+h');
      await bar.getByRole('textbox', { name: 'Find', exact: true }).fill(String.raw`(nine) (b\w+s)`);
      await bar.getByRole('button', { name: 'Regular expression' }).click();
      await bar.getByRole('status').getByText('1 of 1').waitFor();
      await bar.getByRole('textbox', { name: 'Replace with' }).fill('$2 $1');
      await heard();
      await bar.getByRole('button', { name: 'Replace all' }).click();
    });
    for (const each of [hers, his])
      await expect.poll(() => each.words(each.text)).toBe(`One\nThen boats nine${written}`);
    await page.keyboard.press('Escape');
    await bar.waitFor({ state: 'detached' });
  });

  it('the outline leads to its headings', async () => {
    const [hers, his] = await deskForTwo();
    const { keyboard } = hers.page;
    await goOn(hers, his, 'One', 'One', 'Two', 'Chapter', 'Three');
    await hers.text.getByText('Chapter').click();
    await keyboard.press('Control+Alt+2');
    const outline = hers.page.getByRole('navigation', { name: 'Outline' });
    const written = await meanwhile(his, hers, async (heard) => {
      await keyboard.press('Control+Alt+o');
      for (let letters = 0; letters < 5; letters++) await heard();
      await outline.getByRole('button', { name: 'Chapter' }).click();
      await keyboard.press('End');
      await keyboard.type('!');
    });
    for (const each of [hers, his])
      await expect.poll(() => each.words(each.text)).toBe(`One${written}\nTwo\nChapter!\nThree`);
    await keyboard.press('Control+Alt+o');
  });

  it('the words are counted', async () => {
    const [hers, his] = await deskForTwo();
    await goOn(hers, his, 'One', 'One', 'Two');
    const two = hers.page.getByRole('button', { name: /^2 words/ });
    await two.waitFor();
    await meanwhile(his, hers, () => two.waitFor({ state: 'detached' }));
  });
});
