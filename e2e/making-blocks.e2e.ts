import { article as articleSchema } from '@broadsheet/types';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { openBrowser } from './lib/browser.ts';
import { pasteText } from './lib/clipboard.ts';
import { demoArticle } from './lib/demo-article.ts';
import { desk } from './lib/desk.ts';
import { inLongRun } from './lib/in-long-run.ts';
import { grantOf, hire, type Colleague } from './lib/people.ts';
import { openWriting, startStory, type WritingPage } from './lib/writing-page.ts';

const film = 'https://www.youtube.com/watch?v=aqz-KE-bpKQ';

/** A desk editor at an empty text that can be published. */
async function atTextToPublish(): Promise<{ writing: WritingPage; writer: Colleague; articleId: string }> {
  const writer = await hire('Nigar Sevan', [grantOf('desk_editor')]);
  const sections = await writer.sections();
  const started = await startStory(writer, 'en', { sectionId: sections[0]?.id ?? null });
  return { writing: await openWriting(writer, started), writer, articleId: started.articles[0]?.id ?? '' };
}

/** The caret in an empty text. */
async function atEmptyText(): Promise<WritingPage> {
  const writing = await desk();
  await writing.text.click();
  return writing;
}

/** Chooses a block from the menu that a slash opens, by the keyboard alone. */
async function insert(page: Page, word: string, name: string): Promise<void> {
  await page.keyboard.type(`/${word}`);
  await page.getByRole('option', { name, exact: false, selected: true }).waitFor();
  await page.keyboard.press('Enter');
}

async function type(page: Page, ...lines: string[]): Promise<void> {
  for (const [index, line] of lines.entries()) {
    if (index > 0) await page.keyboard.press('Enter');
    await page.keyboard.type(line);
  }
}

/** Out of a box, to the line below it. */
const leave = (page: Page) => page.keyboard.press('Control+Enter');

async function writeBoxes(page: Page): Promise<void> {
  await insert(page, 'task', 'Tasks');
  await type(page, 'Call the harbour', 'Ask for the list', '');
  await page.keyboard.press('Enter');
  await insert(page, 'pull', 'Pull quote');
  await type(page, 'The boats count us.');
  await leave(page);
  await insert(page, 'fact', 'Fact box');
  await type(page, 'Four boats are blue.', '- One of them leaks', '');
  await leave(page);
  await insert(page, 'key', 'Key points');
  await type(page, 'Forty boats', 'One ferry', '');
  await page.keyboard.press('Enter');
  await insert(page, 'question', 'Questions and answers');
  await type(page, 'Why now?', 'The ice is gone.');
  await leave(page);
  await insert(page, 'corr', 'Correction');
  await type(page, 'There are forty boats, not fourteen.');
  await leave(page);
}

async function writeTheRest(page: Page): Promise<void> {
  await insert(page, 'table', 'Table');
  await page.getByRole('dialog', { name: 'Table' }).getByLabel('Rows').fill('2');
  await page.getByRole('dialog', { name: 'Table' }).getByLabel('Columns').fill('2');
  await page.keyboard.press('Enter');
  for (const words of ['Boat', 'Length', 'Sona']) {
    await page.keyboard.type(words);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.type('7 m');
  await leave(page);
  await insert(page, 'div', 'Divider');
  await insert(page, 'code', 'Code');
  await type(page, 'boats = 40');
  await leave(page);
  await insert(page, 'video', 'Video');
  await page.getByLabel('Video: Address').fill('https://media.example/harbour.mp4');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await insert(page, 'audio', 'Audio');
  await page.getByLabel('Audio: Address').fill('https://media.example/wind.mp3');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await insert(page, 'post', 'Post from elsewhere');
  await page.getByLabel('Post from elsewhere: Address').fill(film);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await insert(page, 'related', 'Read also');
  await page.getByLabel('Search your stories by headline').fill(demoArticle('en').headline);
  await page.getByRole('option', { name: demoArticle('en').headline, selected: true }).waitFor();
  await page.keyboard.press('Enter');
}

describe('A2 every block of a text', () => {
  inLongRun('is made and filled by the keyboard alone, and stands on the reader’s page', async () => {
    const { writing, writer, articleId } = await atTextToPublish();
    const { page } = writing;
    const headline = `Forty boats counted by keyboard ${Date.now() % 100_000}`;
    await writing.type(writing.headline, headline);
    await writing.text.click();
    await writeBoxes(page);
    await writeTheRest(page);
    await writing.saved();

    const mine = await writer.api.get(`/articles/${articleId}`, articleSchema);
    await writer.api.post(`/articles/${articleId}/publish`, { version: mine.version }, articleSchema);
    const published = await writer.api.get(`/articles/${articleId}`, articleSchema);
    const reader = await (await openBrowser()).newPage();
    await expect
      .poll(async () => (await reader.goto(`${inject('siteUrl')}/en/news/${published.slug}`))?.status())
      .toBe(200);
    const body = reader.locator('article .body');
    expect(await body.locator('.tasks > li').allInnerTexts()).toHaveLength(2);
    expect(await body.locator('blockquote.pull').innerText()).toContain('The boats count us.');
    expect(await body.locator('.facts').innerText()).toContain('One of them leaks');
    expect(await body.locator('.points li').allInnerTexts()).toEqual(['Forty boats', 'One ferry']);
    expect(await body.locator('.qa dt').innerText()).toBe('Why now?');
    expect(await body.locator('.qa dd').innerText()).toBe('The ice is gone.');
    expect(await body.locator('.fix').innerText()).toContain('not fourteen');
    expect(await body.locator('thead th').allInnerTexts()).toEqual(['Boat', 'Length']);
    expect(await body.locator('tbody td').allInnerTexts()).toEqual(['Sona', '7 m']);
    expect(await body.locator('hr').count()).toBe(1);
    expect(await body.locator('pre').innerText()).toBe('boats = 40');
    expect(await body.locator('video').getAttribute('src')).toBe('https://media.example/harbour.mp4');
    expect(await body.locator('audio').getAttribute('src')).toBe('https://media.example/wind.mp3');
    expect(await body.locator('[data-embed]').getAttribute('data-embed')).toBe('youtube');
    expect(await body.locator('.also a').innerText()).toBe(demoArticle('en').headline);
  });

  it('has its own fields filled by the keyboard: titles, who said it, a day, what is done', async () => {
    const writing = await atEmptyText();
    const { page } = writing;
    const { keyboard } = page;
    const field = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    const value = (name: string) => writing.text.getByLabel(name, { exact: true }).inputValue();
    await insert(page, 'fact', 'Fact box');
    await type(page, 'Four boats are blue.');
    await keyboard.press('ArrowUp');
    await keyboard.type('In brief');
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

  it('is moved, doubled, turned into another and taken out by keys, and each step comes back as one', async () => {
    const writing = await atEmptyText();
    const { page } = writing;
    await type(page, 'First', 'Second', 'Third');
    await page.keyboard.press('Alt+ArrowUp');
    expect(await writing.words(writing.text)).toBe('First\nThird\nSecond');
    await page.keyboard.press('Control+Shift+d');
    expect(await writing.words(writing.text)).toBe('First\nThird\nThird\nSecond');
    await page.keyboard.press('Alt+Enter');
    await page.getByRole('menuitem', { name: 'Heading', exact: true }).press('Enter');
    expect(await writing.text.locator('h2').allInnerTexts()).toEqual(['Third']);
    await page.keyboard.press('Alt+Enter');
    await page.getByRole('menuitem', { name: 'Delete' }).press('Enter');
    expect(await writing.words(writing.text)).toBe('First\nThird\nSecond');
    for (const before of [
      'First\nThird\nThird\nSecond',
      'First\nThird\nThird\nSecond',
      'First\nThird\nSecond',
    ]) {
      await page.keyboard.press('Control+z');
      expect(await writing.words(writing.text)).toBe(before);
    }
    expect(await writing.text.locator('h2').count()).toBe(0);
  });

  it('is moved, turned into another and left again on a phone, from the bar at its foot', async () => {
    const onPhone = () => openBrowser({ viewport: { width: 390, height: 844 } });
    const nona = await hire('Nona Phone', [grantOf('journalist')], onPhone);
    const writing = await openWriting(nona, await startStory(nona));
    const { page } = writing;
    await writing.text.click();
    await type(page, 'First', 'Second');
    const bar = page.getByRole('toolbar', { name: 'Format' });
    const choose = async (name: string) => {
      await bar.getByRole('button', { name: 'More formatting' }).click();
      await page.getByRole('menuitem', { name: new RegExp(`^${name}(?: |$)`) }).click();
      await page.getByRole('menu').waitFor({ state: 'detached' });
    };
    await choose('Move up');
    expect(await writing.words(writing.text)).toBe('Second\nFirst');
    await choose('Heading');
    expect(await writing.text.locator('h2').allInnerTexts()).toEqual(['Second']);
    // one writes on where one was
    await page.keyboard.press('End');
    await page.keyboard.type(' thoughts');
    await choose('Duplicate');
    expect(await writing.words(writing.text)).toBe('Second thoughts\nSecond thoughts\nFirst');
    await choose('Delete');
    expect(await writing.words(writing.text)).toBe('Second thoughts\nFirst');
    // a slash that the button wrote is gone when nothing was chosen: by Esc, or by going elsewhere
    const offers = page.getByRole('listbox', { name: 'Insert a block' });
    for (const leave of [
      () => page.keyboard.press('Escape'),
      () => writing.text.getByText('Second').click(),
    ]) {
      await bar.getByRole('button', { name: 'Insert a block' }).click();
      await offers.waitFor();
      expect(await writing.words(writing.text)).toContain('/');
      await leave();
      await expect.poll(() => writing.words(writing.text)).toBe('Second thoughts\nFirst');
    }
    await bar.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Length of the text' }).click();
    const lengths = page.getByRole('dialog', { name: 'Length of the text' });
    await expect.poll(() => lengths.getByRole('row', { name: 'Words' }).innerText()).toMatch(/3$/);
    await lengths.getByRole('button', { name: 'Close' }).click();
    await bar.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Find in the text' }).click();
    await page.getByRole('textbox', { name: 'Find' }).waitFor();
  });

  it('comes from signs at the start of a line', async () => {
    const writing = await atEmptyText();
    const { page } = writing;
    await type(page, '# Two', '### Three', '#### Four', '[] Task', '', '1. One', '', '> Said', '', '---');
    const kinds = await writing.text.evaluate((text) => [...text.children].map(({ localName }) => localName));
    expect(kinds.slice(0, 7)).toEqual(['h2', 'h3', 'h4', 'ul', 'ol', 'blockquote', 'hr']);
  });

  it('an address of a known site alone on a line is a card of it, and a link again when that is undone', async () => {
    const writing = await atEmptyText();
    const { page } = writing;
    await pasteText(writing.text, film);
    await writing.text.getByRole('link', { name: 'Open on YouTube' }).waitFor();
    await page.keyboard.press('Control+z');
    expect(await writing.text.getByRole('link', { name: film }).getAttribute('href')).toBe(film);
    expect(await writing.text.locator('figure').count()).toBe(0);
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
    await page.keyboard.press('Alt+F10');
    await bar.getByRole('button', { name: 'Split the cell' }).press('Enter');
    await expect.poll(columns).toBe(2);
  });
});

it('A3 Tab goes from cell to cell in a table, and leaves the text everywhere else', async () => {
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
  // the table's caption is a field of its own on the way
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'Caption of the table',
  );
  await page.keyboard.press('Tab');
  expect(await isInText()).toBe(false);
});
