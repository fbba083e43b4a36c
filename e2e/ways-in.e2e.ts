import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { focusedName } from './lib/block-keys.ts';
import { desk, deskAndStory, writer } from './lib/desk.ts';
import { inLongRun } from './lib/in-long-run.ts';
import { grantOf, hire } from './lib/people.ts';
import { putInLibrary } from './lib/photographs.ts';

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

/** Takes the warnings that a step asks about as they are, from wherever the focus was put. */
const goOnByTab = async (page: Page) => {
  const goOn = page.getByRole('alert').getByRole('button', { name: 'Go on all the same' });
  await goOn.waitFor();
  const isThere = () => goOn.evaluate((button) => button === document.activeElement);
  for (let stops = 0; stops < 3 && !(await isThere()); stops++) await page.keyboard.press('Tab');
  expect(await isThere()).toBe(true);
  await page.keyboard.press('Enter');
  await goOn.waitFor({ state: 'detached' });
};

describe('the palette', () => {
  it('goes to a story by words of its headline, from any page', async () => {
    const { person: nona, writing } = await deskAndStory();
    const number = Date.now() % 100_000;
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
        // the list may learn of the headline later than the page says "Saved"
        await found.waitFor({ timeout: 1000 }).catch(() => undefined);
        return found.count();
      })
      .toBe(1);
    await found.click();
    await expect.poll(() => page.url()).toContain('/stories/');
  });

  it('does to the text what its keys do, and gives the focus back', async () => {
    const writing = await desk();
    await writing.type(writing.text, 'A quiet morning');
    await writing.select('quiet');
    await choose(writing.page, 'highlight');
    await expect.poll(() => writing.text.locator('mark').allInnerTexts()).toEqual(['quiet']);
    await writing.page.keyboard.press('Control+Shift+h');
    expect(await writing.text.locator('mark').count()).toBe(0);
    await writing.page.keyboard.press('Control+k');
    await palette(writing.page).waitFor();
    await writing.page.keyboard.press('Escape');
    await palette(writing.page).waitFor({ state: 'detached' });
    await writing.page.keyboard.type('loud');
    expect(await writing.words(writing.text)).toBe('A loud morning');
  });

  it('gives the selection back with the focus, before a fast key can come', async () => {
    const writing = await desk();
    await writing.type(writing.text, 'A quiet morning');
    await writing.select('quiet');
    const selected = await writing.text.evaluate((text) => {
      const layer = document.body.appendChild(document.createElement('input'));
      layer.focus();
      text.focus();
      layer.remove();
      return getSelection()?.toString();
    });
    expect(selected).toBe('quiet');
  });

  it('has what is typed before it is loaded', async () => {
    const page = await (await writer()).open('/stories');
    await ready(page);
    const { promise: loaded, resolve: load } = Promise.withResolvers<void>();
    await page.route('**/*.js', (route) => loaded.then(() => route.continue()));
    await page.keyboard.press('Control+k');
    await page.keyboard.type('mediq');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('a');
    load();
    await expect.poll(() => palette(page).getByRole('combobox').inputValue()).toBe('media');
    await palette(page).getByRole('option', { name: 'Media' }).waitFor();
  });

  inLongRun('keeps what was done last in front, each with its keys', async () => {
    const page = await (await writer()).open('/stories');
    await choose(page, 'night theme');
    await page.locator('html[data-theme=night]').waitFor();
    await page.keyboard.press('Control+k');
    const recent = palette(page).getByRole('group', { name: 'Recent' });
    expect(await recent.getByRole('option').first().innerText()).toContain('Night theme');
    expect(await palette(page).getByRole('option', { name: 'Media' }).innerText()).toContain('G M');
  });

  inLongRun(
    'offers all that can be done with the open article, and begins a story from wherever one is',
    async () => {
      const { person: nona, writing } = await deskAndStory();
      const { page } = writing;
      await writing.type(writing.text, 'A quiet morning');
      await writing.saved();
      await page.getByText('3 words', { exact: true }).waitFor();
      await page.keyboard.press('Control+k');
      await palette(page)
        .getByRole('option', { name: /^Comment / })
        .waitFor();
      const offered = (await palette(page).getByRole('option').allInnerTexts()).join('\n');
      for (const name of [
        'Suggest changes',
        'Only look at the text',
        'Keep this version',
        'Compare versions',
        'Links for others',
        'Export for Word (.docx)',
        'Print or save as PDF',
        'Duplicate the block',
        'Move the block down',
        'New story',
        'Sign out',
      ])
        expect(offered).toContain(name);
      // somebody has written: nothing can be imported over it
      expect(offered).not.toContain('Import a file here');
      await page.keyboard.press('Escape');

      await choose(page, 'keep this version');
      await page.getByText('This version is kept', { exact: false }).waitFor();
      await choose(page, 'links for others');
      await page.getByRole('dialog', { name: 'Links for others' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Close the preview' }).click();

      const media = await nona.open('/media');
      await choose(media, 'new story');
      await media.getByRole('dialog', { name: 'New story' }).waitFor();
      expect(new URL(media.url()).pathname).toBe('/stories');
    },
  );

  it('lists every shortcut with ? outside text and Ctrl / inside, and they do what it says', async () => {
    const { person: nona, writing } = await deskAndStory();
    const list = await nona.open('/stories');
    await ready(list);
    await list.keyboard.press('?');
    const shortcuts = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    for (const keys of [
      'Ctrl Shift K',
      'Ctrl Alt M',
      'Ctrl Alt S',
      'Ctrl Shift D',
      'Ctrl Alt 4',
      'Shift Enter',
    ])
      await shortcuts(list).getByText(keys, { exact: true }).waitFor();
    await list.keyboard.press('Escape');
    await list.keyboard.press('g');
    await list.keyboard.press('m');
    await expect.poll(() => new URL(list.url()).pathname).toBe('/media');
    // from any page to a new story, and to the field that finds one
    await list.keyboard.press('n');
    await list.getByRole('dialog', { name: 'New story' }).waitFor();
    await list.keyboard.press('Escape');
    await list.goto(new URL('/account', list.url()).href);
    await ready(list);
    await list.keyboard.press('/');
    const search = list.getByRole('searchbox', { name: 'Search headlines and text' });
    await expect.poll(() => search.evaluate((box) => box === document.activeElement)).toBe(true);

    await writing.type(writing.text, 'Who said so?');
    await writing.page.keyboard.press('Control+/');
    await shortcuts(writing.page).waitFor();
    await writing.page.keyboard.press('Escape');
    expect(await writing.words(writing.text)).toBe('Who said so?');
  });
});

describe('by the keyboard', () => {
  it('A2 write → publish with the keyboard alone', async () => {
    const chief = await hire('Vera Desk', [grantOf('editor_in_chief')]);
    const page = await chief.open('/stories');
    await putInLibrary(chief, 'lamp');
    const { keyboard } = page;
    const number = Date.now() % 100_000;
    await page.getByRole('heading', { name: 'Stories' }).waitFor();
    await keyboard.press('n');
    const section = page.getByRole('dialog').getByLabel('Section', { exact: true });
    await section.waitFor();
    // the button that begins is ready for Enter; before it a section is chosen by the arrow keys
    const isAt = (field: Locator) => field.evaluate((element) => element === document.activeElement);
    const begin = page.getByRole('button', { name: 'Start writing' });
    await expect.poll(() => isAt(begin)).toBe(true);
    for (let stops = 0; stops < 12 && !(await isAt(section)); stops++) await keyboard.press('Shift+Tab');
    await keyboard.press('ArrowDown');
    for (let stops = 0; stops < 12 && !(await isAt(begin)); stops++) await keyboard.press('Tab');
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
    await keyboard.press('Enter');
    await keyboard.type('/picture');
    await page.getByRole('option', { name: 'Picture', selected: true }).waitFor();
    await keyboard.press('Enter');
    const lamp = page.getByRole('dialog').getByRole('button', { name: 'lamp.jpg' });
    await lamp.waitFor();
    for (let stops = 0; stops < 20 && !(await isAt(lamp)); stops++) await keyboard.press('Tab');
    await keyboard.press('Enter');
    const alt = page
      .getByRole('textbox', { name: 'Text', exact: true })
      .getByRole('textbox', { name: /^Alt/ });
    await alt.waitFor();
    // one writes on below it: its fields are on the way back
    for (let stops = 0; stops < 6 && !(await isAt(alt)); stops++) await keyboard.press('Shift+Tab');
    await keyboard.type('A lamplighter on a ladder');
    await page.getByRole('status').getByText('Saved', { exact: true }).waitFor();
    // the same keys for every step to the readers; what is only warned of is asked first
    await keyboard.press('Control+Shift+Enter');
    await page.getByRole('button', { name: 'Approve', exact: true }).waitFor();
    await keyboard.press('Control+Shift+Enter');
    await goOnByTab(page);
    await page.getByRole('button', { name: 'Publish', exact: true }).waitFor();
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
    await writing.select('words');
    const bar = writing.page.getByRole('toolbar', { name: 'Format' });
    await bar.waitFor();
    expect(await bar.locator('button:not([tabindex="-1"])').count()).toBe(1);
    await writing.page.keyboard.press('Alt+F10');
    const name = () => focusedName(writing.page);
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
    await writing.select('years');
    await writing.page.keyboard.press('Control+Shift+k');
    expect(await writing.text.locator('[data-tk]').allInnerTexts()).toEqual(['TK', 'years']);
  });
});
