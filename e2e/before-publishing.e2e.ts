import { media, mediaPage, previewLinkList, story as storySchema } from '@broadsheet/types';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { begin } from './lib/begun-story.ts';
import { openBrowser } from './lib/browser.ts';
import { dropFiles } from './lib/clipboard.ts';
import { inLongRun } from './lib/in-long-run.ts';
import { nothing } from './lib/people.ts';
import { photographs, putInLibrary } from './lib/photographs.ts';

describe('before an article is published', () => {
  it('a TK stops it and is found from the checklist; once it is written, what only warns is asked by name', async () => {
    const { desk } = await begin('The ferry is back in service');
    const { page } = desk;
    await desk.type(desk.text, 'The work cost [TK sum] and took a year.');
    const tab = page.getByRole('tab', { name: /^Checks/ });
    await tab.click();
    await page.getByText('1 thing stops this from being published').waitFor();
    expect(await tab.innerText()).toMatch(/Checks\s*1/);

    await desk.saved();
    await desk.takeStep('Publish');
    await page.getByRole('alert').getByText('Something is left to be done (TK)').waitFor();
    expect(await page.getByRole('button', { name: 'Go on all the same' }).count()).toBe(0);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Go to: Something is left to be done/ })
      .click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.type('two million');
    await expect.poll(() => desk.words(desk.text)).toBe('The work cost two million and took a year.');
    await page.getByText('2 things to look at').waitFor();

    await desk.saved();
    await desk.takeStep('Publish');
    const question = page.getByRole('alert');
    await question.getByText('There is no lead picture').waitFor();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Go to: There is no author/ })
      .click();
    const atAuthors = () => page.evaluate(() => (document.activeElement as HTMLElement).innerText);
    await expect.poll(atAuthors).toBe('Add author');
    await desk.takeStep('Publish');
    await question.getByText('There is no lead picture').waitFor();
    expect(await page.getByText('Published.', { exact: true }).count()).toBe(0);
    await desk.button('Go on all the same').click();
    await page.getByText('Published.', { exact: true }).waitFor();
  });
});

describe('a step that is held back', () => {
  it('leads to the field that it needs, also where the inspector is closed', async () => {
    const { person, story, desk } = await begin('The ferry has no section');
    const { page } = desk;
    await desk.type(desk.text, 'It carries nine cars.');
    await desk.saved();
    const { version } = await person.api.get(`/stories/${story.id}`, storySchema);
    await person.api.patch(`/stories/${story.id}`, { version, sectionId: null }, storySchema);
    await page.reload();
    await desk.saved();
    await desk.button('Inspector').click();
    await page.getByLabel('Section', { exact: true }).waitFor({ state: 'detached' });
    await desk.takeStep('Publish');
    await page.getByRole('dialog').getByRole('button', { name: 'Go to: Choose a section.' }).click();
    const field = page.getByLabel('Section', { exact: true });
    await expect.poll(() => field.evaluate((it) => it === document.activeElement)).toBe(true);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

describe('what the checklist finds of pictures', () => {
  /** The name of the field that has the focus, and whether one sees it. */
  const field = (page: Page) =>
    page.evaluate(() => {
      const at = document.activeElement as HTMLInputElement;
      const { top, bottom } = at.getBoundingClientRect();
      return { name: at.labels?.[0]?.innerText ?? '', isSeen: top > 0 && bottom < innerHeight };
    });

  it('is led to where it is mended: the alt text in the text and of the lead, the rights in the library', async () => {
    const { person, story, desk } = await begin('The harbour in pictures');
    const { page } = desk;
    await putInLibrary(person, 'lead');
    const {
      items: [lead],
    } = await person.api.get('/media?uploader=me', mediaPage);
    if (!lead) throw new Error('The library has no picture');
    const { version } = await person.api.get(`/stories/${story.id}`, storySchema);
    await person.api.patch(`/stories/${story.id}`, { version, leadMediaId: lead.id }, storySchema);
    await page.reload();
    await desk.text.click();
    await page.keyboard.insertText(Array.from({ length: 30 }, () => 'A long story.').join('\n'));
    await page.keyboard.press('Enter');
    await dropFiles(desk.text.locator(':scope > p').last(), await photographs('below'));
    await desk.text.locator('figure.pic img').waitFor();
    await desk.headline.click();
    const checks = page.getByRole('tab', { name: /^Checks/ });
    await checks.click();

    await page.getByRole('button', { name: /^Go to: A picture in the text has no alt text/ }).click();
    await expect.poll(() => field(page)).toEqual({ name: 'Alt text', isSeen: true });
    await page.keyboard.type('A quay with two cranes');
    await page.getByText('A picture in the text has no alt text').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: /^Go to: The lead picture has no alt text/ }).click();
    await expect.poll(() => field(page)).toEqual({ name: 'Alt text', isSeen: true });
    await page.keyboard.type('A lighthouse');
    await page.keyboard.press('Enter');
    const known = () => person.api.get(`/media/${lead.id}`, media);
    await expect.poll(async () => (await known()).alt.en).toBe('A lighthouse');

    const over = { version: (await known()).version, rightsEnd: '2020-01-31' };
    await person.api.patch(`/media/${lead.id}`, over, media);
    await checks.click();
    const [library] = await Promise.all([
      person.browser.waitForEvent('page'),
      page.getByRole('link', { name: /^Go to: The rights to a picture have ended/ }).click(),
    ]);
    await library.getByLabel('Rights end').waitFor();
    expect(await library.getByLabel('Rights end').inputValue()).toBe('2020-01-31');
    // among files that the filters leave out it is shown as well
    await library.goto(`${inject('editorUrl')}/media?kind=audio&picture=${lead.id}`);
    await library.getByText('The rights have ended').waitFor();
    await desk.saved();
  });
});

describe('the tabs over and beside the text', () => {
  it('show all names with their numbers in every language', async () => {
    const { person, story, desk } = await begin('Tabs [TK]');
    const { page } = desk;
    await page.setViewportSize({ width: 1440, height: 900 });
    await desk.type(desk.text, 'Words to count.');
    await desk.saved();
    const input = { place: { kind: 'headline' }, text: 'Is it?', isBlocking: true };
    await person.api.post(`/articles/${story.articles[0]?.id ?? ''}/threads`, input, nothing);
    /** By how many pixels each tab is beyond its row, and whether it is open. */
    const beyond = (row: Locator, tabs: string) =>
      row.evaluate((list, selector) => {
        const { left, right } = list.getBoundingClientRect();
        return [...list.querySelectorAll(selector)].map((tab) => {
          const box = tab.getBoundingClientRect();
          const isOpen = tab.matches('[aria-selected="true"], [aria-current]');
          return { isOpen, by: Math.round(Math.max(0, left - box.left, box.right - right)) };
        });
      }, tabs);
    const inspector = page.locator('#inspector').getByRole('tablist');
    for (const locale of ['en', 'az', 'ru', 'hy'] as const) {
      await person.api.patch('/auth/me', { locale }, nothing);
      await page.reload();
      const tabs = inspector.getByRole('tab');
      await tabs.last().locator('small').waitFor();
      await tabs.nth(3).locator('small').waitFor();
      for (const at of [0, 3, 5]) {
        await tabs.nth(at).click();
        const hidden = async () => (await beyond(inspector, '[role=tab]')).filter(({ by }) => by > 0);
        await expect.poll(hidden).toEqual([]);
      }
      await page.keyboard.press('Control+Shift+P');
      await page.locator('iframe').waitFor();
      const languages = page.locator('nav.tabs');
      expect(await beyond(languages, 'a')).toEqual(
        ['az', 'ru', 'en', 'hy'].map((each) => ({ isOpen: each === 'en', by: 0 })),
      );
      // nor does the foot of the text run under the preview
      const foot = await beyond(page.locator('footer'), 'button');
      expect(foot.map(({ by }) => by)).toEqual([0, 0, 0, 0]);
    }
  });
});

describe('two people who choose a lead picture at once', () => {
  it('are shown both pictures by their file names, and one of them chooses again', async () => {
    const { person, story, desk } = await begin('The lighthouse opens');
    const { page } = desk;
    const { items } = await person.api.get('/media?kind=picture', mediaPage);
    const [theirs, mine] = items;
    // what this person sends is held until a colleague has chosen too
    const { promise: chosen, resolve: choose } = Promise.withResolvers<void>();
    const { promise: sent, resolve: send } = Promise.withResolvers<void>();
    await page.route(`**/api/stories/${story.id}`, async (route) => {
      if (route.request().method() !== 'PATCH') return route.continue();
      send();
      await chosen;
      await route.continue();
    });
    await desk.button('Choose a picture').click();
    await page
      .getByRole('dialog')
      .locator(`img[src*="${mine?.id ?? ''}"]`)
      .click();
    await sent;
    const { version } = await person.api.get(`/stories/${story.id}`, storySchema);
    await person.api.patch(`/stories/${story.id}`, { version, leadMediaId: theirs?.id }, storySchema);
    choose();
    const question = page.getByRole('alert').filter({ hasText: 'Meanwhile' });
    await question
      .getByText(`Meanwhile ${person.name} chose “${theirs?.filename}”. You chose “${mine?.filename}”.`)
      .waitFor();
    expect(await question.locator('img').count()).toBe(2);
    await question.getByRole('button', { name: 'Keep mine' }).click();
    await question.waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await person.api.get(`/stories/${story.id}`, storySchema)).leadMediaId)
      .toBe(mine?.id);
  });
});

describe('the preview beside the text', () => {
  const paragraphs = Array.from({ length: 30 }, (_, number) => `Paragraph ${number + 1} of a long story.`);
  const scrolled = (frame: FrameLocator) =>
    frame.locator('html').evaluate((root) => Math.round(root.scrollTop));

  it('follows the typing within a second, keeps its place, and shows width and theme', async () => {
    const { desk } = await begin('A long story, looked at');
    const { page } = desk;
    await desk.text.click();
    await page.keyboard.insertText(paragraphs.join('\n'));
    await desk.saved();
    await page.keyboard.press('Control+Shift+P');
    const frame = page.frameLocator('iframe');
    await frame.getByText('Paragraph 30 of a long story.').waitFor();
    await frame.getByText('Preview. Readers do not see this version.').waitFor();
    await frame.locator('html').evaluate((root) => root.scrollTo(0, 600));
    await expect.poll(() => scrolled(frame)).toBeGreaterThan(500);
    const place = await scrolled(frame);

    await desk.type(desk.text, ' And it goes on.');
    const begun = Date.now();
    await frame.getByText('And it goes on.').waitFor();
    expect(Date.now() - begun).toBeLessThan(1000);
    expect(await scrolled(frame)).toBe(place);

    await desk.button('Night theme').click();
    await expect.poll(() => frame.locator('html').getAttribute('data-theme')).toBe('dark');
    const widthOf = () => page.locator('iframe').evaluate((each: HTMLIFrameElement) => each.clientWidth);
    expect(await widthOf()).toBe(390);
    await desk.button('Tablet').click();
    await expect.poll(widthOf).toBe(768);
    await desk.button('Desktop').click();
    await expect.poll(widthOf).toBe(1280);
  });

  inLongRun(
    'S9: goes to somebody outside by a link of its own, which is gone once it is taken back',
    async () => {
      const { person, story, desk } = await begin('Shown to one person outside');
      const { page } = desk;
      await desk.type(desk.text, 'Only for their eyes.');
      await desk.saved();
      await page.keyboard.press('Control+Shift+P');
      await desk.button('Links for others').click();
      await page.getByLabel('Who it is for').fill('The museum');
      await page.getByLabel('How long it holds').selectOption({ label: '3 days' });
      await desk.button('Make a link').click();
      const url = await page.getByLabel('Address of the link').inputValue();
      expect(url.startsWith(`${inject('siteUrl')}/preview/`)).toBe(true);
      const own = await page.locator('iframe').getAttribute('src');
      expect(own).not.toBe(url);

      const outside = await (await openBrowser()).newPage();
      expect((await outside.goto(url))?.headers()['x-robots-tag']).toBe('noindex, nofollow');
      await outside.getByText('Only for their eyes.').waitFor();

      await page.getByRole('button', { name: 'Take back the link for The museum' }).click();
      await page.getByText('No link is out.').waitFor();
      expect((await outside.reload())?.status()).toBe(404);
      const { items } = await person.api.get(
        `/articles/${story.articles[0]?.id}/preview-links`,
        previewLinkList,
      );
      expect(items).toEqual([]);
      // the person's own look goes on
      await page.frameLocator('iframe').getByText('Only for their eyes.').waitFor();
    },
  );
});
