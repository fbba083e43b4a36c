import { article, type Article, type Story } from '@broadsheet/types';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { demoArticle } from './lib/demo-article.ts';
import { desk, deskAndStory, deskForTwo } from './lib/desk.ts';
import { grantOf, hire, type Colleague } from './lib/people.ts';
import { slowLine } from './lib/slow-line.ts';
import { openWriting, startStory } from './lib/writing-page.ts';

describe('two people in one story', () => {
  it('see each other’s words and carets, and find all of it after a reload', async () => {
    const [hers, his] = await deskForTwo();
    await hers.page.getByRole('img', { name: 'Ilya Gromov' }).waitFor();
    await his.page.getByRole('img', { name: 'Nona Sabir' }).waitFor();

    await hers.type(hers.headline, 'Rain over the bay');
    await his.headline.getByText('Rain over the bay').waitFor();
    await hers.type(hers.text, 'The first drops fell at seven.');
    await his.page.locator('.caret.named', { hasText: 'Nona' }).waitFor();
    await his.text.getByText('The first drops fell at seven.').waitFor();
    await his.type(his.text, ' By eight the streets were rivers.');
    await hers.page.locator('.caret.named', { hasText: 'Ilya' }).waitFor();

    const whole = 'The first drops fell at seven. By eight the streets were rivers.';
    await expect.poll(() => hers.words(hers.text)).toBe(whole);
    await Promise.all([hers.saved(), his.saved()]);
    await Promise.all([hers.reopen(), his.reopen()]);
    for (const each of [hers, his]) {
      expect(await each.words(each.headline)).toBe('Rain over the bay');
      expect(await each.words(each.text)).toBe(whole);
    }
  });

  it('stay in sight of each other, whoever begins a new line', async () => {
    const [hers, his] = await deskForTwo();
    await his.type(his.text, 'By eight the streets were rivers.');
    const theirs = hers.page.locator('.caret', { hasText: 'Ilya' });
    await hers.text.getByText('By eight the streets were rivers.').waitFor();
    await theirs.waitFor({ state: 'attached' });
    await hers.type(hers.text, '\nAt nine the rain stopped.\n');
    await his.text.getByText('At nine the rain stopped.').waitFor();
    expect(await theirs.count()).toBe(1);
  });

  it('go where their arrows lead, however fast the other writes', async () => {
    const [hers, his] = await deskForTwo();
    const line = 'At seven the rain began to fall.';
    await hers.type(hers.text, `${line}\nThen `);
    await his.text.getByText('Then').waitFor();
    await his.type(his.text, 'it ');
    await hers.page.keyboard.press('ArrowUp');
    await hers.page.keyboard.press('Home');
    await hers.page.waitForTimeout(150);
    const go = async () => {
      for (let letter = 0; letter < line.length - 1; letter++) await hers.page.keyboard.press('ArrowRight');
    };
    await Promise.all([go(), his.page.keyboard.type('rained and rained and rained until the evening')]);
    await hers.page.keyboard.type(' hard');
    await hers.text.getByText(`${line.slice(0, -1)} hard.`).waitFor();
  });

  it('go on in a line that the other splits, turns and moves, and lose no letter', async () => {
    const [hers, his] = await deskForTwo();
    await hers.type(hers.text, 'Nothing happened.\nThe first drops fell.');
    await his.text.getByText('The first drops fell.').waitFor();
    const words = ' Then the streets were rivers till eight, and nobody went out before noon.';
    await his.type(his.text, ' So');
    await hers.text.getByText('fell. So').waitFor();
    const { keyboard } = hers.page;
    await keyboard.press('Home');
    await hers.page.waitForTimeout(150);
    const turns = ['Control+Alt+2', 'Control+Alt+0', 'Alt+ArrowUp', 'Control+Shift+8', 'Control+Shift+8'];
    const turn = async () => {
      for (const key of turns) {
        await keyboard.press(key);
        await hers.page.waitForTimeout(150);
      }
      for (let letter = 0; letter < 3; letter++) await keyboard.press('ArrowRight');
      await keyboard.press('Enter');
    };
    await Promise.all([turn(), his.page.keyboard.type(words, { delay: 25 })]);
    await Promise.all([hers.saved(), his.saved()]);
    const lines = `The\n first drops fell. So${words}\nNothing happened.`;
    for (const each of [hers, his]) expect(await each.words(each.text)).toBe(lines);
  });

  it('write in one paragraph at the same time, each letter where its writer put it', async () => {
    const [hers, his] = await deskForTwo();
    await hers.type(hers.text, 'The first drops fell.');
    await expect.poll(() => his.words(his.text)).toBe('The first drops fell.');
    await his.type(his.text, ' Then');
    await expect.poll(() => hers.words(hers.text)).toBe('The first drops fell. Then');
    await hers.page.keyboard.press('Control+Home');
    await hers.page.keyboard.type('At');
    await expect.poll(() => his.words(his.text)).toBe('AtThe first drops fell. Then');

    await Promise.all([
      hers.page.keyboard.type(' seven, before anybody was awake: ', { delay: 12 }),
      his.page.keyboard.type(' the streets were rivers till eight.', { delay: 12 }),
    ]);

    const whole =
      'At seven, before anybody was awake: The first drops fell. Then the streets were rivers till eight.';
    await expect.poll(() => hers.words(hers.text)).toBe(whole);
    await expect.poll(() => his.words(his.text)).toBe(whole);
  });

  it('F8 go on while one of them is without a network, and both have all of it afterwards', async () => {
    const [hers, his] = await deskForTwo();
    const network = (isOn: boolean) => his.page.context().setOffline(!isOn);
    onTestFinished(() => network(true));
    await hers.type(hers.text, 'the first drops fell.');
    await his.text.getByText('the first drops fell.').waitFor();

    await network(false);
    await his.type(his.text, ' By eight the streets were rivers.');
    await his.saveState(/^Offline: \d+ changes kept on this device$/).waitFor();
    await hers.type(hers.headline, 'Rain over the bay');
    await hers.text.click();
    await hers.page.keyboard.press('Control+Home');
    await hers.page.keyboard.type('At seven ');
    await hers.saved();
    expect(await hers.words(hers.text)).toBe('At seven the first drops fell.');

    await network(true);
    await his.headline.getByText('Rain over the bay').waitFor();
    await his.saved();
    for (const each of [hers, his])
      await expect
        .poll(() => each.words(each.text))
        .toBe('At seven the first drops fell. By eight the streets were rivers.');
  });

  it('take back at once what they typed at one go, however much the other writes meanwhile', async () => {
    const [hers, his] = await deskForTwo();
    await hers.type(hers.text, 'At seven it rained.\nThen');
    await his.text.getByText('Then').waitFor();
    await his.type(his.text, ' it');
    await hers.page.keyboard.press('ArrowUp');
    await hers.page.keyboard.press('End');
    await hers.page.waitForTimeout(600);
    await Promise.all([
      hers.page.keyboard.type(' Then came the storm', { delay: 30 }),
      his.page.keyboard.type(' rained and rained until the evening', { delay: 15 }),
    ]);
    await hers.page.keyboard.press('Control+z');
    await expect.poll(() => hers.words(hers.text)).toContain('At seven it rained.\n');
  });

  it('undo only their own words', async () => {
    const [hers, his] = await deskForTwo();
    await hers.type(hers.text, 'Hers.');
    await his.text.getByText('Hers.').waitFor();
    await his.type(his.text, ' His.');
    await hers.text.getByText('Hers. His.').waitFor();

    await hers.page.keyboard.press('Control+z');
    await expect.poll(() => his.words(his.text)).toBe(' His.');
    await his.page.keyboard.press('Control+z');
    await expect.poll(() => hers.words(hers.text)).toBe('');
    await hers.page.keyboard.press('Control+Shift+z');
    await expect.poll(() => his.words(his.text)).toBe('Hers.');
  });
});

describe('the history of an article', () => {
  it('takes back the last step with the focus beside the text too, and nothing that others wrote', async () => {
    const [hers, his] = await deskForTwo();
    await hers.type(hers.text, 'One two three.\nFour five six.\nSeven eight nine.');
    await his.text.getByText('Seven eight nine.').waitFor();
    await his.page.keyboard.press('Control+Alt+s');
    await his.type(his.text, ' Ten.');
    await hers.text.locator('ins', { hasText: 'Ten.' }).waitFor();
    await hers.page.getByRole('button', { name: 'Mode: Writing' }).click();
    await hers.page.getByRole('menuitem', { name: /^Accept all/ }).click();
    await hers.text.locator('ins').waitFor({ state: 'detached' });

    const mode = hers.page.getByRole('button', { name: 'Mode: Writing' });
    await mode.focus();
    await hers.page.keyboard.press('Control+z');
    await his.text.locator('ins', { hasText: 'Ten.' }).waitFor();
    const whole = 'One two three.\nFour five six.\nSeven eight nine. Ten.';
    expect(await hers.words(hers.text)).toBe(whole);
    await hers.page.keyboard.press('Control+Shift+z');
    await his.text.locator('ins').waitFor({ state: 'detached' });

    // as the browser's own menu does, or a phone that is shaken
    const browser = await hers.page.context().newCDPSession(hers.page);
    await browser.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Undo', commands: ['undo'] });
    await his.text.locator('ins', { hasText: 'Ten.' }).waitFor();
    expect(await hers.words(hers.text)).toBe(whole);
    await his.page.keyboard.press('Control+Alt+s');
  });
});

describe('one person in one story', () => {
  it('takes back a line at a time, however fast the lines were typed', async () => {
    const writing = await desk();
    await writing.type(writing.text, 'One line.\nAnother line.\nA third.');
    await expect.poll(() => writing.words(writing.text)).toBe('One line.\nAnother line.\nA third.');
    for (const left of ['One line.\nAnother line.', 'One line.']) {
      await writing.page.keyboard.press('Control+z');
      await expect.poll(() => writing.words(writing.text)).toBe(left);
    }
    for (const back of ['One line.\nAnother line.', 'One line.\nAnother line.\nA third.']) {
      await writing.page.keyboard.press('Control+Shift+z');
      await expect.poll(() => writing.words(writing.text)).toBe(back);
    }
  });
});

/** Waits until the desk has the story, and looks at what went with it. */
async function sentToDesk({ api }: Colleague, { articles }: Story, details: Partial<Article>): Promise<void> {
  const stored = () => api.get(`/articles/${articles[0]?.id}`, article);
  await expect.poll(async () => (await stored()).status).toBe<Article['status']>('in_review');
  expect(await stored()).toMatchObject(details);
}

describe('F12 publish-flushes-last-keystroke', () => {
  it('publishes the last character typed before Publish was pressed, on a slow line too', async () => {
    const editor = await hire('Lusine Avan', [grantOf('desk_editor')]);
    const sections = await editor.sections();
    const started = await startStory(editor, 'en', { sectionId: sections[0]?.id ?? null });
    await slowLine(editor.browser, 400);
    const desk = await openWriting(editor, started);
    await desk.type(desk.headline, 'The last keystroke');
    await desk.saved();
    await desk.type(desk.text, 'Every character counts!');
    await desk.takeStep('Publish');
    await desk.goOn();
    await desk.page.getByText('Published.', { exact: true }).waitFor();

    const published = await editor.api.get(`/articles/${started.articles[0]?.id}`, article);
    expect(published.status).toBe<Article['status']>('published');
    const page = await fetch(`${inject('siteUrl')}/en/news/the-last-keystroke`);
    expect(/Every[^<]*/.exec(await page.text())?.[0]).toBe('Every character counts!');
  });

  it('takes a field beside the text along with keys pressed in it, and does not go without it', async () => {
    const { person, story, writing } = await deskAndStory();
    const { page } = writing;
    await writing.type(writing.headline, 'Beside the text');
    await page.getByRole('tab', { name: 'Article' }).click();
    const slug = page.getByLabel('Slug', { exact: true });
    await slug.fill(demoArticle('en').slug);
    await slug.press('Control+Shift+Enter');
    await page
      .getByRole('alert')
      .getByText('“Slug” could not be saved, so the step was not taken.')
      .waitFor();
    await page.keyboard.press('Escape');
    await slug.fill(`beside-the-text-${Date.now() % 1_000_000}`);

    await page.getByRole('tab', { name: 'SEO' }).click();
    const title = page.getByLabel('Title in search');
    await title.fill('What search engines read');
    await title.press('Control+Shift+Enter');
    await sentToDesk(person, story, { seoTitle: 'What search engines read' });
  });

  it('waits for a field that is on its way when the step is clicked', async () => {
    const { person, story, writing } = await deskAndStory();
    const { page } = writing;
    await writing.type(writing.headline, 'On its way');
    await writing.saved();
    await page.route('**/api/articles/*', async (route) => {
      if (route.request().method() === 'PATCH') await page.getByText('Working…').waitFor();
      await route.continue();
    });
    await page.getByRole('tab', { name: 'SEO' }).click();
    await page.getByLabel('Title in search').fill('Sent before the step');
    await writing.button('Send to desk').click();
    await sentToDesk(person, story, { seoTitle: 'Sent before the step' });
    await page.unroute('**/api/articles/*');
  });
});
