import { describe, expect, it } from 'vitest';
import { atEmptyText, focusedName, insert, leave, type } from './lib/block-keys.ts';

describe('a block', () => {
  it('has its own fields filled by the keyboard: titles, who said it, a day, what is done', async () => {
    const writing = await atEmptyText();
    const { page } = writing;
    const { keyboard } = page;
    const field = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    const value = (name: string) => writing.text.getByLabel(name, { exact: true }).inputValue();
    // taken back before anything is written in it, it leaves the caret in the text
    await insert(page, 'fact', 'Fact box');
    expect(await field()).toBe('Fact box: Title');
    await keyboard.press('Control+z');
    await writing.text.getByLabel('Fact box: Title').waitFor({ state: 'detached' });
    expect(await field()).toBe('Text');
    await keyboard.press('Control+a');
    await insert(page, 'fact', 'Fact box');
    await type(page, 'In brief', 'Four boats are blue.');
    await keyboard.press('ArrowUp');
    // it is the first of the text: above it is the standfirst
    await keyboard.press('ArrowUp');
    expect(await field()).toBe('Standfirst');
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowUp');
    expect(await field()).toBe('Fact box: Title');
    await keyboard.press('Enter');
    await keyboard.type('Now: ');
    await leave(page);

    await insert(page, 'pull', 'Pull quote');
    await type(page, 'The boats count us.');
    await keyboard.press('ArrowDown');
    await keyboard.type('A sailor');
    await keyboard.press('ArrowUp');
    await keyboard.type(' They do.');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');

    await insert(page, 'corr', 'Correction');
    await type(page, 'Not fourteen.');
    await writing.text.getByLabel('Date').waitFor();
    await keyboard.press('ArrowUp');
    expect(await field()).toBe('Date');
    await keyboard.type('08082024');
    await keyboard.press('Enter');
    await leave(page);

    await insert(page, 'task', 'Tasks');
    await type(page, 'Call the harbour');
    await keyboard.press('Control+Enter');
    await type(page, ' at six', '', '');

    await insert(page, 'video', 'Video');
    await page.getByLabel('Video: Address').fill('https://media.example/harbour.mp4');
    await keyboard.press('Enter');
    await writing.text.locator('video').waitFor();
    await keyboard.press('Enter');
    await keyboard.type('The harbour');
    await keyboard.press('Enter');
    await keyboard.type('Filmed at six');
    await keyboard.press('Enter');
    await keyboard.type('The end.');

    expect(await value('Fact box: Title')).toBe('In brief');
    expect(await value('Who said it')).toBe('A sailor');
    expect(await value('Date')).toBe('2024-08-08');
    expect(await value('Title')).toBe('The harbour');
    expect(await writing.text.getByRole('checkbox').isChecked()).toBe(true);
    const words = await writing.words(writing.text);
    for (const lines of [
      'Now: Four boats are blue.',
      'The boats count us. They do.',
      'Call the harbour at six',
      'Filmed at six\nThe end.',
    ])
      expect(words).toContain(lines);
  });

  it('is dragged by its handle, and a new one put below it, with the mouse', async () => {
    const writing = await atEmptyText();
    const { page } = writing;
    await type(page, 'First', 'Second', 'Third');
    await writing.text.getByText('Third').hover();
    await writing
      .button('Move or change this block')
      .dragTo(writing.text.getByText('First'), { targetPosition: { x: 20, y: 2 } });
    await expect.poll(() => writing.words(writing.text)).toBe('Third\nFirst\nSecond');
    await writing.text.getByText('First').hover();
    await writing.button('Insert a block below').click();
    await page.getByRole('option', { name: /^Heading/ }).click();
    await page.keyboard.type('Between');
    expect(await writing.words(writing.text)).toBe('Third\nFirst\nBetween\nSecond');
    expect(await writing.text.locator('h2').allInnerTexts()).toEqual(['Between']);
  });

  it('has the signs of its language in its own fields too, and Ctrl Z gives back what was typed', async () => {
    const writing = await atEmptyText();
    const { page } = writing;
    await insert(page, 'pull', 'Pull quote');
    await type(page, 'The boats count us.');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('A "sailor" - 5 km out');
    const said = writing.text.getByLabel('Who said it');
    expect(await said.inputValue()).toBe('A “sailor”\u00A0– 5\u00A0km out');
    await page.keyboard.type(" o'");
    expect(await said.inputValue()).toMatch(/o’$/);
    await page.keyboard.press('Control+z');
    await expect.poll(() => said.inputValue()).toMatch(/o'$/);
    await page.keyboard.press('Enter');
    await insert(page, 'fact', 'Fact box');
    await page.keyboard.type('Boats of "today"');
    // what the field shows is what is kept
    await writing.saved();
    await page.reload();
    const title = () => writing.text.getByLabel('Fact box: Title').inputValue();
    await expect.poll(title).toBe('Boats of “today”');
  });

  it('leads to the story whose headline has the words, also where Enter comes before the answer', async () => {
    const writing = await atEmptyText();
    const { page } = writing;
    await insert(page, 'read', 'Read also');
    await page.getByLabel('Search your stories by headline').fill('bus');
    await page.keyboard.press('Enter');
    const options = page.getByRole('listbox', { name: 'Read also' }).getByRole('option');
    await expect.poll(() => options.allInnerTexts()).toEqual(['The bus that waits for everyone']);
    await page.keyboard.press('Enter');
    await writing.text.locator('.also .headline').getByText('The bus that waits for everyone').waitFor();
  });

  it('is of several lines where it is code, and left by three line ends', async () => {
    const writing = await atEmptyText();
    const { page } = writing;
    await type(page, '``` ');
    await type(page, 'boats = 40', '"ferry" -- **1**', '', '', 'Words again.');
    expect(await writing.text.locator('pre').innerText()).toBe('boats = 40\n"ferry" -- **1**');
    expect(await writing.words(writing.text)).toContain('Words again.');
    expect(await writing.text.locator('strong').count()).toBe(0);
  });
});

describe('a table', () => {
  it('gets and loses rows, columns and headers, and has its cells merged, with the mouse', async () => {
    const writing = await atEmptyText();
    const { page, text } = writing;
    await insert(page, 'table', 'Table');
    await page.keyboard.press('Enter');
    await text.locator('th').first().click();
    const bar = page.getByRole('toolbar', { name: 'Table' });
    const choose = async (menu: string, step: string) => {
      await bar.getByRole('button', { name: menu }).click();
      await page.getByRole('menuitem', { name: step, exact: true }).click();
      await page.getByRole('menu').waitFor({ state: 'detached' });
    };
    /** Rows, columns of the first one, header cells. */
    const shape = () =>
      text.evaluate((field) => [
        field.querySelectorAll('tr').length,
        field.querySelector('tr')?.children.length,
        field.querySelectorAll('th').length,
      ]);
    await choose('Rows', 'Row below');
    await expect.poll(shape).toEqual([4, 3, 3]);
    await choose('Columns', 'Column after');
    await expect.poll(shape).toEqual([4, 4, 4]);
    await choose('Columns', 'Delete the column');
    await choose('Rows', 'Delete the row');
    await expect.poll(shape).toEqual([3, 3, 0]);
    await text.locator('td').first().click();
    await choose('Headers', 'Header cell');
    await expect.poll(shape).toEqual([3, 3, 1]);

    const from = await text.locator('tr').nth(0).locator('td').first().boundingBox();
    const to = await text.locator('tr').nth(2).locator('td').last().boundingBox();
    if (!from || !to) throw new Error('The table is not drawn.');
    await page.mouse.move(from.x + 10, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(to.x + 10, to.y + 10, { steps: 5 });
    await page.mouse.up();
    await bar.getByRole('button', { name: 'Merge cells' }).click();
    await expect.poll(() => text.locator('[rowspan="3"][colspan="2"]').count()).toBe(1);
    await page.keyboard.type('All of it');
    expect(await text.locator('[rowspan="3"]').innerText()).toBe('All of it');
  });
});

describe('A4 the bar of a table', () => {
  it('is reached by Alt F10, walked by arrows, and adds, takes out, merges and splits', async () => {
    const writing = await atEmptyText();
    const { page } = writing;
    await insert(page, 'table', 'Table');
    await page.keyboard.press('Enter');
    await writing.text.locator('th').first().waitFor();
    const backInText = () =>
      expect.poll(() => writing.text.evaluate((text) => text === document.activeElement)).toBe(true);
    await backInText();
    await page.keyboard.type('a');
    const rows = () => writing.text.locator('tr').count();
    const columns = () => writing.text.locator('tr').first().locator('th, td').count();
    const bar = page.getByRole('toolbar', { name: 'Table' });
    await bar.waitFor();
    await page.keyboard.press('Alt+F10');
    expect(
      await bar.getByRole('button', { name: 'Rows' }).evaluate((it) => it === document.activeElement),
    ).toBe(true);
    expect(await bar.locator('button[tabindex="0"]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Row below' }).press('Enter');
    await expect.poll(rows).toBe(4);
    await backInText();
    await page.keyboard.press('Alt+F10');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Delete the column' }).press('Enter');
    await expect.poll(columns).toBe(2);
    await backInText();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Alt+F10');
    await bar.getByRole('button', { name: 'Merge cells' }).press('Enter');
    await expect.poll(columns).toBe(1);
    // what was its one tab stop can't be pressed any more
    await page.keyboard.press('Alt+F10');
    await expect.poll(() => focusedName(page)).toBe('Rows');
    await page.keyboard.press('End');
    expect(await focusedName(page)).toBe('Delete the table');
    await page.keyboard.press('Home');
    expect(await focusedName(page)).toBe('Rows');
    expect(await bar.locator('button:not(:disabled):not([tabindex="-1"])').count()).toBe(1);
    await bar.getByRole('button', { name: 'Split the cell' }).press('Enter');
    await expect.poll(columns).toBe(2);
  });
});

it('A3 Tab goes from cell to cell in a table, and leaves the text below it', async () => {
  const writing = await atEmptyText();
  const { page } = writing;
  const isInText = () => writing.text.evaluate((text) => text.contains(document.activeElement));
  await insert(page, 'table', 'Table');
  await page.keyboard.press('Enter');
  await writing.text.locator('th').first().waitFor();
  await expect.poll(isInText).toBe(true);
  await page.keyboard.type('a');
  await page.keyboard.press('Tab');
  await page.keyboard.type('b');
  await expect.poll(() => writing.text.locator('th').allTextContents()).toEqual(['a', 'b', '']);
  expect(await isInText()).toBe(true);
  await page.keyboard.press('Control+Enter');
  await page.keyboard.type('below');
  // the table's caption is a field of its own on the way back
  await page.keyboard.press('Shift+Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'Caption of the table',
  );
  await page.keyboard.press('Tab');
  expect(await isInText()).toBe(false);
});

it('A3 Tab goes on from the caret: never back to a box above it, and after the last one out of the text', async () => {
  const writing = await atEmptyText();
  const { page } = writing;
  const { keyboard } = page;
  const at = () =>
    page.evaluate(() => {
      const { activeElement: field } = document;
      return field instanceof HTMLInputElement && field.type === 'checkbox'
        ? 'a box'
        : field?.getAttribute('aria-label');
    });
  const isInText = () => writing.text.evaluate((text) => text.contains(document.activeElement));
  await insert(page, 'task', 'Tasks');
  await type(page, 'Call the harbour', '', '');
  await insert(page, 'pull', 'Pull quote');
  await type(page, 'The boats count us.');
  await keyboard.press('Tab');
  expect(await at()).toBe('Who said it');
  await keyboard.press('Tab');
  expect(await isInText()).toBe(false);
  await writing.text.getByText('The boats count us.').click();
  await keyboard.press('Shift+Tab');
  expect(await at()).toBe('a box');
  await keyboard.press('Shift+Tab');
  expect(await isInText()).toBe(true);
});

it('Tab puts an item of a list deeper and Shift Tab out again, and whoever writes in it stays in the text', async () => {
  const writing = await atEmptyText();
  const { page } = writing;
  await type(page, '- Ferries', '');
  const isInText = () => writing.text.evaluate((text) => text === document.activeElement);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Sona');
  await expect.poll(() => writing.text.locator('li li').allTextContents()).toEqual(['Sona']);
  // no deeper than that
  await page.keyboard.press('Tab');
  expect(await isInText()).toBe(true);
  await page.keyboard.press('Shift+Tab');
  await expect.poll(() => writing.text.locator('li').allTextContents()).toEqual(['Ferries', 'Sona']);
  expect(await isInText()).toBe(true);
});
