import { describe, expect, it } from 'vitest';
import { desk, deskAndStory } from './lib/desk.ts';

declare global {
  interface Window {
    /** What the save state said, one after the other. */
    said: string[];
  }
}

describe('typing', () => {
  it('has the article’s quotes and dashes, each given back by one Backspace or one Ctrl Z', async () => {
    const writing = await desk();
    const { keyboard } = writing.page;
    await writing.text.click();
    await keyboard.type('"Yes," it\'s - so');
    expect(await writing.words(writing.text)).toBe('“Yes,” it’s\u00a0– so');
    await keyboard.type(' "');
    await keyboard.press('Backspace');
    expect((await writing.words(writing.text)).at(-1)).toBe('"');
    await keyboard.press('Backspace');
    await keyboard.type('"');
    expect((await writing.words(writing.text)).at(-1)).toBe('“');
    await keyboard.press('Control+z');
    expect((await writing.words(writing.text)).at(-1)).toBe('"');
  });

  it('takes the signs of a marked passage’s own language, and none in code', async () => {
    const { writing } = await deskAndStory('ru');
    const { keyboard } = writing.page;
    await writing.text.click();
    await keyboard.type('"да" ');
    await keyboard.press('Control+Shift+l');
    await writing.page.getByLabel('Language tag').fill('en');
    await keyboard.press('Enter');
    await keyboard.type('"yes"');
    expect(await writing.words(writing.text)).toBe('«да» “yes”');
  });

  it('shows invisible signs when asked to, and only then', async () => {
    const writing = await desk();
    await writing.type(writing.text, '№ 5 and more');
    expect(await writing.text.locator('.unseen').count()).toBe(0);
    await writing.page.keyboard.press('Control+Alt+i');
    await expect.poll(() => writing.text.locator('.kept-space').count()).toBe(1);
    await writing.page.keyboard.type(' still');
    expect(await writing.text.locator('.unseen').count()).toBe(4);
    await writing.page.keyboard.press('Control+Alt+i');
    await expect.poll(() => writing.text.locator('.unseen').count()).toBe(0);
  });

  it('is spelt by the browser in the article’s language, until that is turned off', async () => {
    const writing = await desk();
    expect(await writing.text.getAttribute('lang')).toBe('en');
    expect(await writing.text.getAttribute('spellcheck')).toBe('true');
    await writing.button('Spelling: English').click();
    await expect.poll(() => writing.text.getAttribute('spellcheck')).toBe('false');
    await writing.button('Spelling: off').click();
    await expect.poll(() => writing.text.getAttribute('spellcheck')).toBe('true');
  });
});

it('says “Saved” once the keys rest, and not between them', async () => {
  const writing = await desk();
  await writing.text.click();
  await writing.page.evaluate(() => {
    const status = document.querySelector('[role="status"][data-state]');
    const said: string[] = (window.said = []);
    new MutationObserver(() => said.push(status?.textContent.trim() ?? '')).observe(status ?? document, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  await writing.page.keyboard.type('The ferry left at noon.', { delay: 40 });
  await writing.saved();
  expect(await writing.page.evaluate(() => window.said)).toEqual(['Saving…', 'Saved']);
});

describe('the way through a long text', () => {
  it('is shown by the outline, which goes there', async () => {
    const writing = await desk();
    const { keyboard } = writing.page;
    await writing.text.click();
    for (const name of ['Morning', 'Evening']) {
      await keyboard.press('Control+Alt+2');
      await keyboard.type(name);
      await keyboard.press('Enter');
      await keyboard.type(`What the ${name.toLowerCase()} brought.`);
      await keyboard.press('Enter');
    }
    await keyboard.press('Control+Alt+o');
    const outline = writing.page.getByRole('navigation', { name: 'Outline' });
    // the first closes it
    await expect.poll(() => outline.getByRole('button').allInnerTexts()).toEqual(['', 'Morning', 'Evening']);
    await expect.poll(() => outline.locator('[aria-current]').innerText()).toBe('Evening');
    await outline.getByRole('button', { name: 'Morning' }).click();
    await keyboard.type('Early ');
    expect(await writing.text.locator('h2').first().innerText()).toBe('Early Morning');
    await expect.poll(() => outline.locator('[aria-current]').innerText()).toBe('Early Morning');
  });

  it('is quiet in focus mode, and comes back with Esc', async () => {
    const writing = await desk();
    await writing.type(writing.text, 'One.');
    await writing.page.keyboard.press('Enter');
    await writing.page.keyboard.type('Two.');
    await writing.page.keyboard.press('Control+Shift+f');
    await writing.page.getByRole('navigation', { name: 'Newsroom' }).waitFor({ state: 'hidden' });
    const present = writing.text.locator('.present');
    expect(await present.allInnerTexts()).toEqual(['Two.']);
    await writing.page.keyboard.press('ArrowUp');
    // the browser tells of a moved caret only after the key
    await expect.poll(() => present.allInnerTexts()).toEqual(['One.']);
    await writing.page.keyboard.press('Escape');
    await writing.page.getByRole('navigation', { name: 'Newsroom' }).waitFor();
    await expect.poll(() => present.count()).toBe(0);
  });

  it('ends with focus mode when the inspector is asked for', async () => {
    const writing = await desk();
    const inspector = writing.page.locator('#inspector');
    await inspector.waitFor();
    await writing.text.click();
    await writing.page.keyboard.press('Control+Shift+f');
    await inspector.waitFor({ state: 'hidden' });
    const button = writing.button('Inspector');
    expect(await button.getAttribute('aria-pressed')).toBe('false');
    await button.click();
    await inspector.waitFor();
    await writing.page.getByRole('navigation', { name: 'Newsroom' }).waitFor();
    expect(await button.getAttribute('aria-pressed')).toBe('true');
  });

  it('has the whole screen, and goes to the next language, by keys', async () => {
    const { story, writing } = await deskAndStory();
    const { page } = writing;
    await writing.type(writing.text, 'One.');
    const isFull = () => page.evaluate(() => document.fullscreenElement !== null);
    await page.keyboard.press('Control+Alt+f');
    await expect.poll(isFull).toBe(true);
    await page.keyboard.press('Control+Alt+f');
    await expect.poll(isFull).toBe(false);
    await page.keyboard.press('Control+Alt+ArrowRight');
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/stories/${story.id}/hy`);
    await page.keyboard.press('Control+Alt+ArrowLeft');
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/stories/${story.id}/en`);
    await writing.saved();
  });

  it('counts the text and what is selected', async () => {
    const writing = await desk();
    await writing.type(writing.text, 'Nine boats came home today');
    await writing.page.getByText('5 words', { exact: true }).waitFor();
    await writing.select('came home');
    await writing.page.getByText('2 words selected', { exact: true }).waitFor();
    await writing.button('5 words 1 min read 2 words selected').click();
    const row = writing.page.getByRole('row', { name: 'Characters without spaces' });
    const counts = async () => (await row.getByRole('cell').allInnerTexts()).slice(-2);
    await expect.poll(counts).toEqual(['22', '8']);
  });

  it('goes where one has just clicked, and not over what was selected, while the page is busy', async () => {
    const writing = await desk();
    const { page, text } = writing;
    await text.click();
    await page.keyboard.type('Nine boats came home.');
    await page.keyboard.press('Control+a');
    const line = await text.locator('p').first().boundingBox();
    await page.evaluate(() => {
      setTimeout(() => {
        for (const begun = performance.now(); performance.now() - begun < 300;);
      });
    });
    await Promise.all([
      page.mouse.click((line?.x ?? 0) + 400, (line?.y ?? 0) + 10),
      page.keyboard.press('!'),
    ]);
    await expect.poll(() => writing.words(text)).toBe('Nine boats came home.!');
  });
});

it('starts no other story by a letter that is pressed beside a text', async () => {
  const writing = await desk();
  const { page } = writing;
  await writing.type(writing.text, 'Who said so?');
  const address = page.url();
  await page.keyboard.press('Tab');
  expect(await writing.text.evaluate((text) => text.contains(document.activeElement))).toBe(false);
  await page.keyboard.press('n');
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Go to or do' });
  await palette.waitFor();
  expect(page.url()).toBe(address);
  await page.keyboard.press('Escape');
  await palette.waitFor({ state: 'detached' });
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await keys.waitFor();
  // the next journey goes on with this page
  await page.keyboard.press('Escape');
  await keys.waitFor({ state: 'detached' });
});
