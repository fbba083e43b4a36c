import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { openBrowser } from './lib/browser.ts';
import { grantOf, hire, type Colleague } from './lib/people.ts';
import { WritingPage } from './lib/writing-page.ts';

const photograph = new URL('../apps/api/src/demo/pictures/forest-stream.jpg', import.meta.url).pathname;
/** So that a second run finds no story of the first. */
const boats = Date.now() % 100_000;
const english = {
  headline: `Fishermen count ${boats} boats in the old harbour`,
  standfirst: 'Nobody had done it for forty years.',
  path: `/en/news/fishermen-count-${boats}-boats-in-the-old-harbour`,
};
const russian = { headline: `Рыбаки насчитали ${boats} лодок в старой гавани` };

/** Writes a whole text with a link, a heading, a list, a quote and a picture, by keyboard as far as it goes. */
async function write(desk: WritingPage): Promise<void> {
  const { page } = desk;
  const block = async (word: string, name: string) => {
    await page.keyboard.type(`/${word}`);
    await page.getByRole('option', { name, exact: false, selected: true }).waitFor();
    await page.keyboard.press('Enter');
  };
  await desk.type(desk.headline, english.headline);
  await page.keyboard.press('Enter');
  await page.keyboard.type(english.standfirst);
  await desk.type(desk.text, 'They began at dawn, with a list from the harbourmaster');
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await page.getByRole('toolbar', { name: 'Format' }).getByRole('button', { name: 'Link' }).click();
  await page.getByLabel('Address, or words of a headline').fill('https://harbour.example/list');
  await page.keyboard.press('Enter');
  await page.keyboard.type(', and found more than it says.');
  await page.keyboard.press('Enter');
  await block('head', 'Heading');
  await page.keyboard.type('What they found');
  await page.keyboard.press('Enter');
  await block('bul', 'Bullets');
  await page.keyboard.type('Forty rowing boats');
  await page.keyboard.press('Enter');
  await page.keyboard.type('One ferry without an engine');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await block('quo', 'Quote');
  await page.keyboard.type('I counted my own boat twice.');
  await page.getByLabel('Who said it').fill('a fisherman');
  await page.keyboard.press('Enter');
  await block('pic', 'Picture');
  const chooser = page.waitForEvent('filechooser');
  await page
    .getByRole('dialog', { name: 'Choose a picture' })
    .getByRole('button', { name: 'Upload' })
    .click();
  await (await chooser).setFiles(photograph);
  // the demo's library holds the same photograph
  await page.getByRole('button', { name: 'Keep both' }).click();
  await desk.pictureField('Alt text').fill('A stream between mossy stones');
  await desk.pictureField('Credit').fill('Nana Iberi');
  await desk.saved();
}

/** Finds a story in the list by its headline and opens it. */
async function openFromList(person: Colleague, headline: string): Promise<WritingPage> {
  const page = await person.open('/stories');
  await page.getByRole('link', { name: headline }).click();
  const desk = new WritingPage(page);
  await desk.saved();
  return desk;
}

/** @param warned whether the step asks about warnings first */
async function take(desk: WritingPage, step: string, told: string, warned = false): Promise<void> {
  await desk.button(step).click();
  if (warned) await desk.goOn();
  await desk.page.getByText(told, { exact: true }).waitFor();
}

/** What a reader finds on the article's page. */
async function expectWholeArticle(page: Page): Promise<void> {
  const article = page.getByRole('article', { name: english.headline });
  await page.getByRole('heading', { level: 1, name: english.headline }).waitFor();
  expect(await article.getByText(english.standfirst, { exact: true }).isVisible()).toBe(true);
  const link = article.getByRole('link', { name: 'harbourmaster' });
  expect(await link.getAttribute('href')).toBe('https://harbour.example/list');
  expect(await article.getByRole('heading', { level: 2, name: 'What they found' }).isVisible()).toBe(true);
  expect(await article.locator('.body').getByRole('listitem').allInnerTexts()).toEqual([
    'Forty rowing boats',
    'One ferry without an engine',
  ]);
  const quote = article.locator('blockquote');
  expect(await quote.innerText()).toContain('I counted my own boat twice.');
  expect(await article.getByText('a fisherman').isVisible()).toBe(true);
  const picture = article.getByRole('img', { name: 'A stream between mossy stones' });
  await picture.scrollIntoViewIfNeeded();
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  expect(await article.getByText('Nana Iberi').isVisible()).toBe(true);
}

describe('a story from the first word to the reader', () => {
  it('is written, sent to the desk, approved, published, and read in two languages', async () => {
    const [writer, editor] = await Promise.all([
      hire('Tsisana Gelo', [grantOf('journalist')]),
      hire('Mher Avan', [grantOf('desk_editor')]),
    ]);
    const page = await writer.open('/stories');
    await page.getByRole('button', { name: 'New story' }).click();
    const form = page.getByRole('dialog', { name: 'New story' });
    await form.getByLabel('Write in').selectOption({ label: 'English' });
    await form.getByLabel('Section').selectOption({ label: 'Society' });
    await form.getByLabel('Region').selectOption({ label: 'Georgia' });
    await page.getByRole('button', { name: 'Start writing' }).click();
    const desk = new WritingPage(page);
    await desk.saved();
    await write(desk);
    await take(desk, 'Send to desk', 'Sent to the desk.');

    const reviewing = await openFromList(editor, english.headline);
    // it has no lead picture; who approves it says so, and is not asked again
    await take(reviewing, 'Approve', 'Approved.', true);
    const unseen = await fetch(inject('siteUrl') + english.path);
    expect(unseen.status).toBe(404);
    await take(reviewing, 'Publish', 'Published.');

    const reader = await (await openBrowser()).newPage();
    await expect.poll(async () => (await reader.goto(inject('siteUrl') + english.path))?.status()).toBe(200);
    await expectWholeArticle(reader);
    for (const list of ['', 'section/society', 'region/georgia']) {
      await reader.goto(`${inject('siteUrl')}/en/${list}`);
      await reader.getByRole('link', { name: english.headline }).first().waitFor();
      const feed = await fetch(`${inject('siteUrl')}/en/${list && `${list}/`}feed.xml`);
      expect(await feed.text()).toContain(`<title>${english.headline}</title>`);
    }

    await reviewing.page.getByRole('link', { name: /^Русский/ }).click();
    await reviewing.button('Start from English').click();
    await reviewing.saved();
    await reviewing.headline.click();
    await reviewing.page.keyboard.press('Control+a');
    await reviewing.page.keyboard.type(russian.headline);
    await reviewing.text.getByRole('img', { name: 'A stream between mossy stones' }).click();
    await reviewing.pictureField('Alt text').fill('Ручей между замшелыми камнями');
    await reviewing.saved();
    await reviewing.takeStep('Publish');
    await reviewing.goOn();
    await reviewing.page.getByText('Published.', { exact: true }).waitFor();

    await expect
      .poll(async () => {
        await reader.goto(inject('siteUrl') + english.path);
        return reader.locator('link[rel=alternate][hreflang=ru]').count();
      })
      .toBe(1);
    await reader.getByRole('link', { name: 'Русский', exact: true }).first().click();
    await reader.getByRole('heading', { level: 1, name: russian.headline }).waitFor();
    const back = reader.locator('link[rel=alternate][hreflang=en]');
    expect(await back.getAttribute('href')).toBe(inject('siteUrl') + english.path);
    await reader.getByRole('link', { name: 'English', exact: true }).first().click();
    await expectWholeArticle(reader);
  });
});
