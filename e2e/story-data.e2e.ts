import { article as articleSchema, story as storySchema, topic as topicSchema } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { begin } from './lib/begun-story.ts';
import { grantOf, hire, nothing } from './lib/people.ts';

describe('the data of a story', () => {
  it('is reached field by field from the command palette, whatever stands open in the inspector', async () => {
    const { page } = (await begin('A bell is heard')).desk;
    const palette = page.getByRole('dialog', { name: 'Go to or do' });
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest('[data-place]')?.getAttribute('data-place'));
    for (const [typed, name, place] of [
      ['seo title', 'Title in search', 'seoTitle'],
      ['topic', 'Topics', 'topics'],
      ['slug', 'Slug', 'slug'],
      ['secti', 'Section', 'section'],
      ['notes', 'Notes to the desk', 'notes'],
    ] as const) {
      await page.keyboard.press('Control+k');
      await palette.getByRole('combobox').fill(typed);
      await palette.getByRole('option', { name, selected: true }).waitFor();
      await page.keyboard.press('Enter');
      await expect.poll(focused).toBe(place);
    }
    await page.keyboard.press('Control+k');
    await palette.getByRole('combobox').fill('comments');
    await palette.getByRole('option', { name: 'Comments', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'Comments', selected: true }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Control+.');
    await page.keyboard.press('Control+k');
    await palette.getByRole('combobox').fill('priori');
    await palette.getByRole('option', { name: 'Priority', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('priority');
  });

  it('is set in the inspector, saved field by field, and there again after a reload', async () => {
    const { person, story, desk } = await begin('A clock is restored');
    const { page } = desk;
    const story$ = () => person.api.get(`/stories/${story.id}`, storySchema);
    const article$ = () => person.api.get(`/articles/${story.articles[0]?.id ?? ''}`, articleSchema);

    await desk.button('Add: Regions').click();
    await page.getByRole('option', { name: 'Georgia' }).click();
    await desk.button('Add: Regions').click();
    await page.getByRole('option', { name: 'Armenia' }).click();
    await page.getByRole('button', { name: /^Make Armenia / }).click();
    await expect.poll(async () => (await story$()).regionIds.length).toBe(2);

    const topic = `Clocks ${Date.now() % 100_000}`;
    await desk.button('Add: Topics').click();
    await page.getByRole('combobox', { name: 'Topics' }).fill(topic);
    await page.getByRole('option', { name: new RegExp(topic) }).click();
    await page.getByRole('group', { name: 'Topics' }).getByText(topic).waitFor();
    await page.getByRole('combobox', { name: 'Type' }).selectOption('Analysis');
    await page.getByRole('combobox', { name: 'Priority' }).selectOption({ index: 0 });
    await page.getByRole('textbox', { name: 'Notes to the desk' }).fill('Ring the clockmaker.');
    await page.keyboard.press('Tab');
    await expect.poll(async () => (await story$()).notes).toBe('Ring the clockmaker.');
    const kept = await story$();
    expect([kept.contentType, kept.priority, kept.topicIds.length]).toEqual(['analysis', 1, 1]);

    await page.getByRole('tab', { name: 'Article' }).click();
    for (const place of [0, 1]) {
      await desk.button('Add author').click();
      await page.getByRole('listbox', { name: 'Authors' }).getByRole('option').nth(place).click();
    }
    await page
      .getByRole('combobox', { name: /^What .* did: role$/ })
      .nth(1)
      .selectOption('photos');
    await page
      .getByRole('button', { name: /^Move .*: arrow keys or drag$/ })
      .nth(1)
      .press('ArrowUp');
    await page.getByRole('textbox', { name: 'Source' }).fill('The Tower Gazette');
    await page.getByRole('textbox', { name: 'Canonical' }).fill('https://tower.example/clock');
    await page.getByRole('textbox', { name: 'Summary' }).fill('The clock strikes again.');
    await page.keyboard.press('Tab');
    await page.getByText('Search engines are sent to the original.').waitFor();
    await expect.poll(async () => (await article$()).summary).toBe('The clock strikes again.');
    const written = await article$();
    expect(written.authors.map(({ role }) => role)).toEqual(['photo', 'text']);
    expect([written.sourceName, written.canonicalUrl]).toEqual([
      'The Tower Gazette',
      'https://tower.example/clock',
    ]);

    // the previews follow what is typed
    await page.getByRole('tab', { name: 'SEO' }).click();
    await page.getByRole('textbox', { name: 'Title in search' }).fill('The clock of the library');
    await page.locator('[data-preview=search]').getByText('The clock of the library').waitFor();
    await page.locator('[data-preview=card]').getByText('The clock of the library').waitFor();
    await page.keyboard.press('Tab');
    await expect.poll(async () => (await article$()).seoTitle).toBe('The clock of the library');
    await desk.reopen();
    await page.getByRole('tab', { name: 'SEO' }).click();
    await expect
      .poll(() => page.getByRole('textbox', { name: 'Title in search' }).inputValue())
      .toBe('The clock of the library');
  });

  it('is not written over unseen when a colleague saves a field in which somebody is typing', async () => {
    const { person, story, desk } = await begin('A stream is cleaned');
    const { page } = desk;
    const id = story.articles[0]?.id ?? '';
    const article$ = () => person.api.get(`/articles/${id}`, articleSchema);
    await page.getByRole('tab', { name: 'Article' }).click();
    const source = page.getByRole('textbox', { name: 'Source' });
    const summary = page.getByRole('textbox', { name: 'Summary' });
    await summary.fill('Mine of the summary');
    const { version } = await article$();
    const theirs = { sourceName: 'Their source', summary: 'Theirs of the summary' };
    await person.api.patch(`/articles/${id}`, { version, ...theirs }, articleSchema);
    // the page has heard of it: another field of the same record shows it
    await expect.poll(() => source.inputValue()).toBe('Their source');
    expect(await summary.inputValue()).toBe('Mine of the summary');
    await page.keyboard.press('Tab');
    const question = page.getByRole('alert').filter({ hasText: 'Theirs of the summary' });
    await question.getByText('Mine of the summary').waitFor();
    expect((await article$()).summary).toBe('Theirs of the summary');
    await question.getByRole('button', { name: 'Keep mine' }).click();
    await expect.poll(async () => (await article$()).summary).toBe('Mine of the summary');
  });

  it('is as it was last typed, though that stood there before words which are still on their way', async () => {
    const { person, story, desk } = await begin('A bridge is painted');
    const { page } = desk;
    const id = story.articles[0]?.id ?? '';
    const article$ = () => person.api.get(`/articles/${id}`, articleSchema);
    await page.getByRole('tab', { name: 'Article' }).click();
    const summary = page.getByRole('textbox', { name: 'Summary' });
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    await page.route(`**/api/articles/${id}`, async (route) => {
      if (route.request().method() === 'PATCH') await held;
      await route.continue();
    });
    for (const words of ['Painted green.', '']) {
      await summary.fill(words);
      await page.keyboard.press('Tab');
    }
    const landed = page.waitForResponse((answer) => answer.request().method() === 'PATCH');
    goOn();
    await landed;
    await expect.poll(async () => (await article$()).summary).toBe('');
    expect(await summary.inputValue()).toBe('');
  });

  it('names a topic that a colleague has just made', async () => {
    const { person, story, desk } = await begin('A ferry is back');
    await desk.saved();
    const slug = `ferries-${Date.now() % 100_000}`;
    const name = slug.replace('f', 'F');
    const { id } = await person.api.post('/topics', { slug, names: { en: name } }, topicSchema);
    const { version } = await person.api.get(`/stories/${story.id}`, storySchema);
    await person.api.patch(`/stories/${story.id}`, { version, topicIds: [id] }, storySchema);
    await desk.page.getByRole('group', { name: 'Topics' }).getByText(name).waitFor();
  });

  it.each([1440, 1110, 768])(
    'is whole in the list of stories %i px wide, in the longest words',
    async (width) => {
      const person = await hire('Nane Avan', [grantOf('desk_editor')]);
      await person.api.patch('/auth/me', { locale: 'hy' }, nothing);
      const page = await person.open('/stories');
      await page.setViewportSize({ width, height: 900 });
      await page.getByText('Պլանավորված').last().waitFor();
      const cut = () =>
        page
          .locator('tbody :is(td, td .clip)')
          .evaluateAll((all) =>
            all.filter((it) => it.scrollWidth > it.clientWidth).map((it) => (it as HTMLElement).innerText),
          );
      await expect.poll(cut).toEqual([]);
    },
  );
});
