import { article as articleSchema } from '@broadsheet/types';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { grantOf, hire, type Colleague } from './lib/people.ts';
import { openWriting, startStory, type WritingPage } from './lib/writing-page.ts';

const writer = () => hire('Nona Sabir', [grantOf('journalist')]);
const desk = async (person?: Colleague) => {
  const nona = person ?? (await writer());
  return openWriting(nona, await startStory(nona));
};
const select = async (writing: WritingPage, words: string) => {
  await writing.text.getByText(words).first().waitFor();
  await writing.text.evaluate((field, wanted) => {
    const walker = document.createTreeWalker(field, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
  }, words);
};
const palette = (page: Page) => page.getByRole('dialog', { name: 'Go to or do' });
/** Keys do nothing before the page is there. */
const ready = (page: Page) => page.getByRole('navigation', { name: 'Newsroom' }).waitFor();
const choose = async (page: Page, typed: string) => {
  await ready(page);
  await page.keyboard.press('Control+k');
  await palette(page).getByRole('combobox').fill(typed);
  await palette(page).getByRole('option', { selected: true }).waitFor();
  await page.keyboard.press('Enter');
  await palette(page).waitFor({ state: 'detached' });
};

describe('the palette', () => {
  it('goes to a story by words of its headline, from any page', async () => {
    const nona = await writer();
    const number = Date.now() % 100_000;
    const writing = await desk(nona);
    await writing.type(writing.headline, `Storks ${number} over the marsh`);
    await writing.saved();
    const page = await nona.open('/account');
    await ready(page);
    await page.keyboard.press('Control+k');
    const found = palette(page).getByRole('option', { name: `Storks ${number}` });
    await expect
      .poll(async () => {
        await palette(page).getByRole('combobox').fill('');
        await palette(page).getByRole('combobox').fill(`stork ${number}`);
        return found.count();
      })
      .toBe(1);
    await found.click();
    await expect.poll(() => page.url()).toContain('/stories/');
  });

  it('does to the text what its keys do, and gives the focus back', async () => {
    const writing = await desk();
    await writing.type(writing.text, 'A quiet morning');
    await select(writing, 'quiet');
    await choose(writing.page, 'highlight');
    expect(await writing.text.locator('mark').allInnerTexts()).toEqual(['quiet']);
    await writing.page.keyboard.press('Control+Shift+h');
    expect(await writing.text.locator('mark').count()).toBe(0);
    await writing.page.keyboard.press('Control+k');
    await writing.page.keyboard.press('Escape');
    await writing.page.keyboard.type('loud');
    expect(await writing.words(writing.text)).toBe('A loud morning');
  });

  it('keeps what was done last in front, each with its keys', async () => {
    const page = await (await writer()).open('/stories');
    await choose(page, 'night theme');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('night');
    await page.keyboard.press('Control+k');
    const recent = palette(page).getByRole('group', { name: 'Recent' });
    expect(await recent.getByRole('option').first().innerText()).toContain('Night theme');
    expect(await palette(page).getByRole('option', { name: 'Media' }).innerText()).toContain('G M');
  });

  it('lists every shortcut with ? outside text and Ctrl / inside, and they do what it says', async () => {
    const nona = await writer();
    const list = await nona.open('/stories');
    await ready(list);
    await list.keyboard.press('?');
    const shortcuts = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await shortcuts(list).getByText('Ctrl Shift K').waitFor();
    await list.keyboard.press('Escape');
    await list.keyboard.press('g');
    await list.keyboard.press('m');
    await expect.poll(() => new URL(list.url()).pathname).toBe('/media');

    const writing = await desk(nona);
    await writing.type(writing.text, 'Who said so?');
    await writing.page.keyboard.press('Control+/');
    await shortcuts(writing.page).waitFor();
    await writing.page.keyboard.press('Escape');
    expect(await writing.words(writing.text)).toBe('Who said so?');
  });
});

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

  it('stays right while somebody else types', async () => {
    const [nona, ilya] = await Promise.all([writer(), hire('Ilya Gromov', [grantOf('journalist')])]);
    const started = await startStory(nona);
    const [hers, his] = await Promise.all([openWriting(nona, started), openWriting(ilya, started)]);
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
    const nona = await writer();
    const writing = await openWriting(nona, await startStory(nona, 'ru'), 'ru');
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
  });
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
    expect(await outline.getByRole('button').allInnerTexts()).toEqual(['', 'Morning', 'Evening']); // the first closes it
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
    expect(await writing.text.locator('.present').innerText()).toBe('Two.');
    await writing.page.keyboard.press('ArrowUp');
    expect(await writing.text.locator('.present').innerText()).toBe('One.');
    await writing.page.keyboard.press('Escape');
    await writing.page.getByRole('navigation', { name: 'Newsroom' }).waitFor();
    expect(await writing.text.locator('.present').count()).toBe(0);
  });

  it('counts the text and what is selected', async () => {
    const writing = await desk();
    await writing.type(writing.text, 'Nine boats came home today');
    await writing.page.getByText('5 words', { exact: true }).waitFor();
    await select(writing, 'came home');
    await writing.page.getByText('2 words selected', { exact: true }).waitFor();
    await writing.button('5 words 1 min read 2 words selected').click();
    const row = writing.page.getByRole('row', { name: 'Characters without spaces' });
    expect((await row.getByRole('cell').allInnerTexts()).slice(-2)).toEqual(['22', '8']);
  });
});

describe('links', () => {
  it('come from an address pasted over words', async () => {
    const writing = await desk();
    await writing.type(writing.text, 'See the log today');
    await select(writing, 'the log');
    await writing.text.evaluate((field) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'https://ferry.example/log');
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    const link = writing.text.getByRole('link', { name: 'the log' });
    expect(await link.getAttribute('href')).toBe('https://ferry.example/log');
    expect(await writing.words(writing.text)).toBe('See the log today');
  });

  it('lead to one’s own story, found by its headline, and warn once it is withdrawn', async () => {
    const [nona, chief] = await Promise.all([writer(), hire('Vera Desk', [grantOf('editor_in_chief')])]);
    const number = Date.now() % 100_000;
    const target = await openWriting(
      chief,
      await startStory(chief, 'en', { sectionId: (await chief.sections())[0]?.id ?? null }),
    );
    await target.type(target.headline, `Beekeepers ${number} meet`);
    await target.type(target.text, 'They met.');
    await target.saved();
    await target.button('Publish').click();
    await target.page.getByText('Published', { exact: true }).first().waitFor();

    const writing = await desk(nona);
    const { page } = writing;
    await writing.type(writing.text, 'As told before');
    await select(writing, 'told');
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
    await select(writing, 'gamarjoba');
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
    await select(writing, 'marj');
    await page.keyboard.press('Control+b');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('xx');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Backspace');
    await writing.saved();
    await writing.reopen();
    expect((await passage.allInnerTexts()).join('')).toBe('gamarjxxoba');

    await writing.button('Publish').click();
    await page.getByText('Published', { exact: true }).first().waitFor();
    const { publicUrl } = await nona.api.get(`/articles/${started.articles[0]?.id ?? ''}`, articleSchema);
    const reader = await nona.browser.newPage();
    await reader.goto(publicUrl ?? '');
    expect((await reader.locator('article [lang=ka]').allInnerTexts()).join('')).toBe('gamarjxxoba');
  });

  it('refuses what is no tag, in a sentence', async () => {
    const writing = await desk();
    await writing.type(writing.text, 'word');
    await select(writing, 'word');
    await writing.page.keyboard.press('Control+Shift+l');
    await writing.page.getByLabel('Language tag').fill('not a tag');
    await writing.page.keyboard.press('Enter');
    await writing.page.getByText('This is not a language tag.').waitFor();
    expect(await writing.text.locator('span[lang]').count()).toBe(0);
  });
});

describe('by the keyboard', () => {
  it('A2 write → publish with the keyboard alone', async () => {
    const chief = await hire('Vera Desk', [grantOf('editor_in_chief')]);
    const page = await chief.open('/stories');
    const { keyboard } = page;
    const number = Date.now() % 100_000;
    await page.getByRole('heading', { name: 'Stories' }).waitFor();
    await keyboard.press('n');
    await page.getByRole('dialog').waitFor();
    await page.getByLabel('Section').waitFor();
    // the select, then a section by its arrow keys, then the form by Enter on its button
    for (let stops = 0; stops < 12; stops++) {
      const focused = await page.evaluate(() => document.activeElement?.textContent ?? '');
      if (focused.trim() === 'Start') break;
      const isSection = await page
        .getByLabel('Section')
        .evaluate((element) => element === document.activeElement);
      if (isSection) await keyboard.press('ArrowDown');
      await keyboard.press('Tab');
    }
    await keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Headline' }).waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Headline');
    await keyboard.type(`Lamplighters ${number} return`);
    await keyboard.press('Enter');
    await keyboard.type('After a hundred years.');
    await keyboard.press('Enter');
    await keyboard.type('They walk at dusk. ');
    await keyboard.press('Control+b');
    await keyboard.type('All of them.');
    await page.getByRole('status').getByText('Saved', { exact: true }).waitFor();
    await keyboard.press('Control+Shift+Enter');
    await expect
      .poll(async () => (await fetch(`${inject('siteUrl')}/en/news/lamplighters-${number}-return`)).status)
      .toBe(200);
  });

  it('A3 no keyboard trap: Tab leaves the editor, forwards and backwards', async () => {
    const writing = await desk();
    await writing.text.click();
    const isInside = () => writing.text.evaluate((field) => field.contains(document.activeElement));
    await writing.page.keyboard.press('Tab');
    expect(await isInside()).toBe(false);
    await writing.text.click();
    await writing.page.keyboard.press('Shift+Tab');
    expect(await isInside()).toBe(false);
  });

  it('A4 toolbar: one tab stop, arrows, Home, End', async () => {
    const writing = await desk();
    await writing.type(writing.text, 'Some words');
    await select(writing, 'words');
    const bar = writing.page.getByRole('toolbar', { name: 'Format' });
    await bar.waitFor();
    expect(await bar.locator('button:not([tabindex="-1"])').count()).toBe(1);
    await writing.page.keyboard.press('Alt+F10');
    const name = () =>
      writing.page.evaluate(() => {
        const focused = document.activeElement;
        return focused?.getAttribute('aria-label') ?? focused?.textContent?.trim();
      });
    expect(await name()).toBe('Text');
    await writing.page.keyboard.press('ArrowRight');
    expect(await name()).toBe('Bold');
    await writing.page.keyboard.press('End');
    expect(await name()).toBe('More formatting');
    await writing.page.keyboard.press('ArrowRight');
    expect(await name()).toBe('Text');
    await writing.page.keyboard.press('ArrowLeft');
    expect(await name()).toBe('More formatting');
    await writing.page.keyboard.press('Home');
    expect(await name()).toBe('Text');
    expect(await bar.locator('button:not([tabindex="-1"])').count()).toBe(1);
    await writing.page.keyboard.press('Escape');
    await writing.page.keyboard.type('letters');
    expect(await writing.words(writing.text)).toBe('Some letters');
  });

  it('TK is written and marked by Ctrl Shift K', async () => {
    const writing = await desk();
    await writing.type(writing.text, 'He is ');
    await writing.page.keyboard.press('Control+Shift+k');
    await writing.page.keyboard.type(' years old');
    expect(await writing.text.locator('[data-tk]').allInnerTexts()).toEqual(['TK']);
    await select(writing, 'years');
    await writing.page.keyboard.press('Control+Shift+k');
    expect(await writing.text.locator('[data-tk]').allInnerTexts()).toEqual(['TK', 'years']);
  });
});
