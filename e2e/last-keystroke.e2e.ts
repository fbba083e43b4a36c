import { article, type Article, type Story } from '@broadsheet/types';
import { describe, expect, inject, it } from 'vitest';
import { demoArticle } from './lib/demo-article.ts';
import { deskAndStory } from './lib/desk.ts';
import { grantOf, hire, type Colleague } from './lib/people.ts';
import { slowLine } from './lib/slow-line.ts';
import { openWriting, startStory } from './lib/writing-page.ts';

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
