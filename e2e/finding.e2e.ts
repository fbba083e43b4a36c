import { describe, expect, it } from 'vitest';
import { desk, deskForTwo } from './lib/desk.ts';
import type { WritingPage } from './lib/writing-page.ts';

describe('finding and replacing', () => {
  const open = async (writing: WritingPage, keys = 'Control+h') => {
    await writing.page.keyboard.press(keys);
    return writing.page.getByRole('search', { name: 'Find in the text' });
  };

  it('counts, goes from one to the next, and replaces all in every field as one step', async () => {
    const writing = await desk();
    const { page } = writing;
    await writing.type(writing.headline, 'The ferry is back');
    await writing.type(writing.standfirst, 'A ferry of its own');
    await writing.type(writing.text, 'The ferry. The Ferry. Ferryman.');
    const bar = await open(writing);
    await bar.getByLabel('Find', { exact: true }).fill('ferry');
    await bar.getByText('of 5').waitFor();
    await bar.getByRole('button', { name: 'Whole words' }).click();
    await bar.getByText('of 4').waitFor();
    await page.keyboard.press('F3');
    await bar.getByLabel('Replace with').fill('boat');
    await bar.getByRole('button', { name: 'Replace all' }).click();
    await bar.getByText('Nothing found').waitFor();
    expect(await writing.words(writing.headline)).toBe('The boat is back');
    expect(await writing.words(writing.standfirst)).toBe('A boat of its own');
    expect(await writing.words(writing.text)).toBe('The boat. The boat. Ferryman.');
    await bar.getByLabel('Find', { exact: true }).press('Escape');
    await writing.text.click();
    await page.keyboard.press('Control+z');
    expect(await writing.words(writing.headline)).toBe('The ferry is back');
    expect(await writing.words(writing.standfirst)).toBe('A ferry of its own');
    expect(await writing.words(writing.text)).toBe('The ferry. The Ferry. Ferryman.');
  });

  it('offers to take the replacement back until something else is written', async () => {
    const writing = await desk();
    const { page } = writing;
    await writing.type(writing.text, 'The ferry and the ferry.');
    const bar = await open(writing);
    const replaceAll = async (words: string, by: string) => {
      await bar.getByLabel('Find', { exact: true }).fill(words);
      await bar.getByLabel('Replace with').fill(by);
      await bar.getByRole('button', { name: 'Replace all' }).click();
    };
    const notice = page.locator('.toast', { hasText: '2 passages were replaced' });
    await replaceAll('ferry', 'boat');
    await notice.getByRole('button', { name: 'Undo' }).click();
    await notice.waitFor({ state: 'detached' });
    expect(await writing.words(writing.text)).toBe('The ferry and the ferry.');

    await replaceAll('ferry', 'ship');
    await notice.waitFor();
    await writing.type(writing.text, ' It rains.');
    // long before its own time is over
    await notice.waitFor({ state: 'detached', timeout: 5000 });
    expect(await writing.words(writing.text)).toBe('The ship and the ship. It rains.');
  });

  it('finds and replaces what blocks say beside their words, and the checklist leads there', async () => {
    const writing = await desk();
    const { page } = writing;
    const said = writing.text.getByLabel('Who said it');
    const title = writing.text.getByLabel('Fact box: Title');
    const insert = async (word: string) => {
      await page.keyboard.type(`/${word}`);
      await page.getByRole('listbox', { name: 'Insert a block' }).waitFor();
      await page.keyboard.press('Enter');
    };
    await writing.text.click();
    await insert('pull');
    await page.keyboard.type('I am Rasul.');
    await said.fill('Rasul Həsənov, [TK role]');
    await said.press('Enter');
    await insert('fact');
    await title.fill('Who is Rasul');
    await title.press('Enter');
    await page.keyboard.type('He sails.');

    await page.getByRole('tab', { name: /^Checks/ }).click();
    await page.getByRole('button', { name: /^Go to: Something is left to be done/ }).click();
    await page.keyboard.type('captain');
    expect(await said.inputValue()).toBe('Rasul Həsənov, captain');

    const bar = await open(writing);
    await bar.getByLabel('Find', { exact: true }).fill('Rasul');
    await bar.getByText('of 3').waitFor();
    const found = writing.text.locator('[data-found]');
    expect(await found.count()).toBe(2);
    const current = writing.text.locator('[data-found=current]');
    for (const name of ['Who said it', 'Fact box: Title']) {
      while ((await current.count()) === 0 || (await current.getAttribute('aria-label')) !== name)
        await page.keyboard.press('F3');
      expect(await current.getAttribute('aria-label')).toBe(name);
    }
    await bar.getByLabel('Replace with').fill('Rəsul');
    await bar.getByRole('button', { name: 'Replace all' }).click();
    await bar.getByText('Nothing found').waitFor();
    expect(await said.inputValue()).toBe('Rəsul Həsənov, captain');
    expect(await title.inputValue()).toBe('Who is Rəsul');
    expect(await writing.words(writing.text)).toContain('I am Rəsul.');
    expect(await found.count()).toBe(0);
    await bar.getByLabel('Find', { exact: true }).press('Escape');
    await page.keyboard.press('Control+z');
    await expect.poll(() => title.inputValue()).toBe('Who is Rasul');
    expect(await said.inputValue()).toBe('Rasul Həsənov, captain');
  });

  it('stays right while somebody else types', async () => {
    const [hers, his] = await deskForTwo();
    await hers.type(hers.text, 'One bell.');
    await his.text.getByText('One bell.').waitFor();
    const bar = await open(hers);
    await bar.getByLabel('Find', { exact: true }).fill('bell');
    await bar.getByText('1 of 1').waitFor();
    await his.text.click();
    await his.page.keyboard.press('Control+Home');
    await his.page.keyboard.type('A bell before. ');
    await bar.getByText('of 2').waitFor();
    expect(await hers.text.locator('.found').allInnerTexts()).toEqual(['bell', 'bell']);
    await bar.getByLabel('Replace with').fill('gong');
    await bar.getByRole('button', { name: 'Replace all' }).click();
    await expect.poll(() => his.words(his.text)).toBe('A gong before. One gong.');
  });

  it('takes patterns, and says in a sentence when one is none', async () => {
    const writing = await desk();
    await writing.type(writing.text, 'On 7 May and 12 May');
    const bar = await open(writing);
    await bar.getByRole('button', { name: 'Regular expression' }).click();
    await bar.getByLabel('Find', { exact: true }).fill('(\\d+) (May');
    await bar.getByText('This pattern is not complete.').waitFor();
    await bar.getByLabel('Find', { exact: true }).fill('(\\d+) (May)');
    await bar.getByText('1 of 2').waitFor();
    await bar.getByLabel('Replace with').fill('$2 $1');
    await bar.getByRole('button', { name: 'Replace all' }).click();
    await expect.poll(() => writing.words(writing.text)).toBe('On May 7 and May 12');
  });

  it('S21: a pattern that would take years neither stops the page nor the typing', async () => {
    const writing = await desk();
    const hostile = 'a'.repeat(60);
    await writing.type(writing.text, `${hostile}!`);
    const bar = await open(writing, 'Control+f');
    await bar.getByRole('button', { name: 'Regular expression' }).click();
    await bar.getByLabel('Find', { exact: true }).fill('(a+)+$');
    await bar.getByText('This pattern takes too long').waitFor();
    await writing.type(writing.text, ' on');
    expect(await writing.words(writing.text)).toBe(`${hostile}! on`);
    await bar.getByLabel('Find', { exact: true }).fill('a!');
    await bar.getByText('1 of 1').waitFor();
  });
});
