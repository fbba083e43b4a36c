import { article as articleSchema } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { demoArticle } from './lib/demo-article.ts';
import { desk } from './lib/desk.ts';
import { inLongRun } from './lib/in-long-run.ts';
import { grantOf, hire } from './lib/people.ts';
import { openWriting, startStory } from './lib/writing-page.ts';

describe('the looks of words', () => {
  it('come from signs around them, as in Markdown', async () => {
    const writing = await desk();
    await writing.type(writing.text, '**bold** *leaning* ~~struck~~ ==marked== and plain');
    const looks = await writing.text.evaluate((text) =>
      [...text.querySelectorAll('strong, em, s, mark')].map((each) => [each.localName, each.textContent]),
    );
    expect(looks).toEqual([
      ['strong', 'bold'],
      ['em', 'leaning'],
      ['s', 'struck'],
      ['mark', 'marked'],
    ]);
    expect(await writing.words(writing.text)).toBe('bold leaning struck marked and plain');
  });

  it('are offered at words that were just dragged elsewhere', async () => {
    const writing = await desk();
    const { mouse } = writing.page;
    await writing.type(writing.text, 'One line of words');
    await writing.select('words');
    const bar = writing.page.getByRole('toolbar', { name: 'Format' });
    await bar.waitFor();
    const { x, y, start } = await writing.text.evaluate((field) => {
      const words = getSelection()?.getRangeAt(0).getBoundingClientRect() ?? new DOMRect();
      const { left } = field.getBoundingClientRect();
      return { x: words.x + words.width / 2, y: words.y + words.height / 2, start: left + 1 };
    });
    await mouse.move(x, y);
    await mouse.down();
    await mouse.move(start + 30, y, { steps: 5 });
    await mouse.move(start, y, { steps: 5 });
    await mouse.up();
    await expect.poll(() => writing.words(writing.text)).toMatch(/^words/);
    await bar.waitFor();
  });

  it('come and go by keys, and all at once', async () => {
    const writing = await desk();
    const { keyboard } = writing.page;
    await writing.type(writing.text, 'One line of words');
    await writing.select('words');
    const looks = () =>
      writing.text.evaluate((text) =>
        [...text.querySelectorAll('p *')].map(({ localName }) => localName).toSorted(),
      );
    for (const [keys, look] of [
      ['Control+u', 'u'],
      ['Control+Shift+x', 's'],
      ['Control+,', 'sub'],
      ['Control+Alt+6', 'sup'],
    ] as const) {
      await keyboard.press(keys);
      expect(await looks()).toEqual([look]);
      await keyboard.press(keys);
      expect(await looks()).toEqual([]);
    }
    for (const keys of ['Control+b', 'Control+i', 'Control+u']) await keyboard.press(keys);
    expect(await looks()).toEqual(['em', 'strong', 'u']);
    await keyboard.press('Control+\\');
    expect(await looks()).toEqual([]);
  });
});

describe('links', () => {
  it('come from an address pasted over words', async () => {
    const writing = await desk();
    await writing.type(writing.text, 'See the log today');
    await writing.select('the log');
    await writing.text.evaluate((field) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'https://ferry.example/log');
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    const link = writing.text.getByRole('link', { name: 'the log' });
    expect(await link.getAttribute('href')).toBe('https://ferry.example/log');
    expect(await writing.words(writing.text)).toBe('See the log today');
  });

  it('are written with a story’s headline or an address where nothing is selected, and open where readers are', async () => {
    const writing = await desk();
    const { page } = writing;
    const { headline, path, url } = demoArticle('en');
    const field = page.getByRole('combobox', { name: 'Address, or words of a headline' });
    await writing.type(writing.text, 'As told in ');
    await page.keyboard.press('Control+l');
    await field.fill(headline);
    await page.getByRole('option', { name: headline, selected: true }).waitFor();
    await field.press('Enter');
    await page.keyboard.type(' and in ');
    await page.keyboard.press('Control+l');
    await field.fill('ferry.example/log');
    await field.press('Enter');
    await page.keyboard.type('.');
    expect(await writing.words(writing.text)).toBe(`As told in ${headline} and in ferry.example/log.`);
    const links = writing.text.getByRole('link');
    expect(await links.allInnerTexts()).toEqual([headline, 'ferry.example/log']);
    expect(await links.first().getAttribute('href')).toBe(path);
    // nothing of this story is published yet
    await links.first().click();
    const card = page.getByRole('toolbar', { name: 'Link' });
    expect(await card.getByRole('link', { name: 'Open' }).getAttribute('href')).toBe(url);
  });

  inLongRun('lead to one’s own story, found by its headline, and warn once it is withdrawn', async () => {
    const chief = await hire('Vera Desk', [grantOf('editor_in_chief')]);
    const number = Date.now() % 100_000;
    const target = await openWriting(
      chief,
      await startStory(chief, 'en', { sectionId: (await chief.sections())[0]?.id ?? null }),
    );
    await target.type(target.headline, `Beekeepers ${number} meet`);
    await target.type(target.text, 'They met.');
    await target.saved();
    await target.takeStep('Publish');
    await target.goOn();
    await target.page.getByText('Published.', { exact: true }).waitFor();

    const writing = await desk();
    const { page } = writing;
    await writing.type(writing.text, 'As told before');
    await writing.select('told');
    await page.keyboard.press('Control+l');
    const field = page.getByRole('combobox', { name: 'Address, or words of a headline' });
    await field.fill(`beekeepers ${number}`);
    await page.getByRole('option', { name: `Beekeepers ${number} meet`, selected: true }).waitFor();
    await field.press('Enter');
    const link = writing.text.getByRole('link', { name: 'told' });
    expect(await link.getAttribute('href')).toBe(`/en/news/beekeepers-${number}-meet`);

    await target.takeStep('Unpublish');
    await target.page.getByRole('dialog').getByRole('button', { name: 'Unpublish' }).click();
    await writing.saved();
    await writing.reopen();
    await writing.text.locator('.dead-link').waitFor();
    await link.click();
    await page.getByText('This story was withdrawn').waitFor();
    await page
      .getByRole('toolbar', { name: 'Link' })
      .getByRole('button', { name: 'Remove the link' })
      .click();
    expect(await link.count()).toBe(0);
  });
});

describe('the language of a passage', () => {
  it('A8 language mark survives editing and comes out as lang', async () => {
    const nona = await hire('Vera Desk', [grantOf('editor_in_chief')]);
    const started = await startStory(nona, 'en', { sectionId: (await nona.sections())[0]?.id ?? null });
    const writing = await openWriting(nona, started);
    const { page } = writing;
    const number = Date.now() % 100_000;
    await writing.type(writing.headline, `A greeting ${number}`);
    await writing.type(writing.text, 'He said gamarjoba to us');
    await writing.select('gamarjoba');
    await page.keyboard.press('Alt+F10');
    const bar = page.getByRole('toolbar', { name: 'Format' });
    await bar.getByRole('button', { name: 'Language of the passage' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Another language…' }).click();
    await page.getByLabel('Language tag').fill('ka');
    await page.getByText('Georgian').waitFor();
    await page.keyboard.press('Enter');

    const passage = writing.text.locator('span[lang=ka]');
    expect(await passage.innerText()).toBe('gamarjoba');
    // in its middle, with a part in bold, cut in two by a new block and put together again
    await writing.select('marj');
    await page.keyboard.press('Control+b');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('xx');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Backspace');
    await writing.saved();
    await writing.reopen();
    expect((await passage.allInnerTexts()).join('')).toBe('gamarjxxoba');

    // the standfirst is heard in its language too
    await writing.type(writing.standfirst, 'They say madloba');
    for (let letter = 0; letter < 'madloba'.length; letter++) await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Control+Shift+l');
    await page.getByLabel('Language tag').fill('ka');
    await page.keyboard.press('Enter');
    await writing.standfirst.locator('span[lang=ka]').waitFor();
    await writing.saved();

    await writing.takeStep('Publish');
    await writing.goOn();
    await page.getByText('Published.', { exact: true }).waitFor();
    const { publicUrl } = await nona.api.get(`/articles/${started.articles[0]?.id ?? ''}`, articleSchema);
    const reader = await nona.browser.newPage();
    await reader.goto(publicUrl ?? '');
    expect(await reader.locator('.standfirst [lang=ka]').innerText()).toBe('madloba');
    expect((await reader.locator('.body [lang=ka]').allInnerTexts()).join('')).toBe('gamarjxxoba');
  });

  it('is named in a standfirst too, by the key, the palette and the bar, which has what a standfirst takes', async () => {
    const writing = await desk();
    const { page, standfirst } = writing;
    const tag = page.getByLabel('Language tag');
    const bar = page.getByRole('toolbar', { name: 'Format' });
    const selectLast = async () => {
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Control+Shift+ArrowLeft');
      await bar.waitFor();
    };
    await writing.type(standfirst, 'He said gamarjoba');
    await selectLast();
    await page.keyboard.press('Control+Shift+l');
    await tag.fill('ka');
    await page.keyboard.press('Enter');
    expect(await standfirst.locator('span[lang=ka]').allInnerTexts()).toEqual(['gamarjoba']);

    await bar.waitFor();
    expect(
      await bar.getByRole('button').evaluateAll((all) => all.map((each) => each.getAttribute('aria-label'))),
    ).toEqual(['Italic', 'Language of the passage', null]);
    await page.keyboard.press('Alt+F10');
    await page.keyboard.press('Enter');
    expect(await standfirst.locator('em').allInnerTexts()).toEqual(['gamarjoba']);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+i');
    expect(await standfirst.locator('em').count()).toBe(0);

    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Go to or do' }).fill('language of the passage');
    await page.getByRole('option', { name: 'Language of the passage', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await tag.fill('tr');
    await page.keyboard.press('Enter');
    expect(await standfirst.locator('span[lang=tr]').allInnerTexts()).toEqual(['gamarjoba']);
    // and the bar is the text's again where that is written
    await writing.type(writing.text, 'They answered');
    await selectLast();
    await bar.getByRole('button', { name: 'Bold' }).click();
    expect(await writing.text.locator('strong').allInnerTexts()).toEqual(['answered']);
  });

  it('refuses what is no tag, in a sentence', async () => {
    const writing = await desk();
    await writing.type(writing.text, 'word');
    await writing.select('word');
    await writing.page.keyboard.press('Control+Shift+l');
    await writing.page.getByLabel('Language tag').fill('not a tag');
    await writing.page.keyboard.press('Enter');
    await writing.page.getByText('This is not a language tag.').waitFor();
    expect(await writing.text.locator('span[lang]').count()).toBe(0);
  });
});
