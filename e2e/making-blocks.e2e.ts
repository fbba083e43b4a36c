import { article as articleSchema } from '@broadsheet/types';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { openBrowser } from './lib/browser.ts';
import { pasteText } from './lib/clipboard.ts';
import { atEmptyText, insert, leave, type } from './lib/block-keys.ts';
import { demoArticle } from './lib/demo-article.ts';
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

async function writeBoxes(page: Page): Promise<void> {
  await insert(page, 'task', 'Tasks');
  await type(page, 'Call the harbour', 'Ask for the list', '');
  await page.keyboard.press('Enter');
  await insert(page, 'pull', 'Pull quote');
  await type(page, 'The boats count us.');
  await leave(page);
  await insert(page, 'fact', 'Fact box');
  await type(page, 'In brief', 'Four boats are blue.', '- One of them leaks', '');
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

  it('is doubled from its handle as often as one likes: the focus is in the text, and Ctrl Z takes the last back', async () => {
    const writing = await atEmptyText();
    const { page } = writing;
    await type(page, 'First', 'Second', 'Third');
    const double = async () => {
      await writing.text.getByText('Second').first().hover();
      await writing.button('Move or change this block').click();
      await page.getByRole('menuitem', { name: 'Duplicate' }).click();
      await page.getByRole('menu').waitFor({ state: 'detached' });
    };
    const isInText = () => writing.text.evaluate((text) => text === document.activeElement);
    await double();
    await double();
    await double();
    await expect.poll(isInText).toBe(true);
    await page.keyboard.press('Control+z');
    expect(await writing.words(writing.text)).toBe('First\nSecond\nSecond\nSecond\nThird');
    await double();
    await expect.poll(isInText).toBe(true);
    await page.keyboard.type('!');
    await expect.poll(() => writing.words(writing.text)).toMatch(/^First\n(Second!?\n){4}Third$/);
  });

  it('is dragged to the edge of a list and lands beside it, where the line shows: in none of its items', async () => {
    const writing = await atEmptyText();
    const { page } = writing;
    const { mouse } = page;
    await type(page, '- One', 'Two', '', 'Last');
    const list = writing.text.locator('ul');
    const dragTo = async (edge: 'top' | 'bottom') => {
      await writing.text.getByText('Last').hover();
      await writing.button('Move or change this block').hover();
      await mouse.down();
      const box = await list.boundingBox();
      if (!box) throw new Error('no list');
      const at = edge === 'top' ? box.y : box.y + box.height;
      await mouse.move(box.x + 20, at + (edge === 'top' ? 3 : -3), { steps: 9 });
      const line = await page.locator('.drop-here').boundingBox();
      expect(Math.abs((line?.y ?? 0) - at)).toBeLessThan(16);
      // as wide as the text: items begin further in
      expect(line?.width).toBe((await writing.text.boundingBox())?.width);
      await mouse.up();
    };
    const shape = () =>
      writing.text.evaluate((text) => [...text.children].map(({ textContent }) => textContent).join('|'));
    await dragTo('top');
    await expect.poll(shape).toBe('Last|OneTwo');
    await dragTo('bottom');
    await expect.poll(shape).toBe('OneTwo|Last');
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

  it('a link comes from words and an address in brackets, and what follows is no part of it', async () => {
    const writing = await atEmptyText();
    await type(writing.page, 'See [the log](https://example.org/log), and [this](no address).');
    expect(await writing.words(writing.text)).toBe('See the log, and [this](no address).');
    const link = writing.text.getByRole('link');
    expect([await link.allInnerTexts(), await link.getAttribute('href')]).toEqual([
      ['the log'],
      'https://example.org/log',
    ]);
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
