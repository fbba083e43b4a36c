import { article, revisionSummary, story as storySchema } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { begin } from './lib/begun-story.ts';
import { insert } from './lib/block-keys.ts';
import { grantOf, hire } from './lib/people.ts';

describe('the history of an article', () => {
  it('tells two versions apart, names one, puts it back and keeps what came after', async () => {
    const { desk } = await begin('The ferry is back');
    const { page } = desk;
    await desk.type(desk.text, 'The work took a year.');
    await desk.saved();
    await page.getByRole('tab', { name: 'History' }).click();
    await desk.button('Keep this version').click();
    await page.getByText('Version 1 · Kept by hand').waitFor();
    await desk.button('Name it').click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('After a year');
    await desk.button('Save name').click();
    await page.getByText('After a year · Kept by hand').waitFor();
    await desk.type(desk.text, ' It cost two million.');
    await desk.saved();

    await page.getByRole('link', { name: 'Compare versions' }).click();
    await page.getByRole('heading', { name: /^From .* to Now$/ }).waitFor();
    await page.locator('ins', { hasText: 'It cost two million.' }).waitFor();
    await page.getByText(/^1 change in the text/).waitFor();
    await desk.button('Name this version').first().click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Before the costs');
    await desk.button('Save name').click();
    await page.getByRole('complementary', { name: 'Versions' }).getByText('Before the costs').waitFor();

    await page.getByRole('button', { name: /^Restore / }).click();
    await desk.button('Restore').click();
    await expect.poll(() => desk.words(desk.text)).toBe('The work took a year.');
    await page.getByRole('tab', { name: 'History' }).click();
    // the text that was there is a version of its own
    await page.getByText('Version 2 · ').click();
    await page.getByText('It cost two million.').waitFor();
  });

  it('tells whoever writes there that somebody has put a version back, and where the words before it are', async () => {
    const { desk, story } = await begin('The ferry is late');
    const colleague = await hire('Ilya Restov', [grantOf('desk_editor')]);
    const path = `/articles/${story.articles[0]?.id ?? ''}`;
    await desk.type(desk.text, 'It is due at noon.');
    await desk.saved();
    const { id: revisionId } = await colleague.api.post(
      `${path}/revisions`,
      { name: 'At noon' },
      revisionSummary,
    );
    await desk.type(desk.text, ' Or at one.');
    await desk.saved();
    await colleague.api.post(`${path}/restore`, { revisionId }, article);
    const { page } = desk;
    await page
      .getByText(/^Ilya Restov restored “At noon, .*” at \d\d:\d\d\. The text before it is kept/)
      .waitFor();
    expect(await desk.words(desk.text)).toBe('It is due at noon.');
    await desk.button('History').click();
    await page.getByRole('heading', { name: /^From Before a restore, .* to Now$/ }).waitFor();
    await page.locator('del', { hasText: 'Or at one.' }).waitFor();

    // the versions that are wanted now are none of the address that the page was opened with
    await page.context().setOffline(true);
    await page.getByRole('radio', { name: /^Compare from: At noon, / }).check();
    await page.getByRole('status').getByText('The history is kept by the newsroom').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: /^From At noon, .* to Now$/ }).waitFor();
  });

  it('says once that there is none yet', async () => {
    const { desk } = await begin('The ferry is new');
    const { page } = desk;
    await page.getByRole('tab', { name: 'History' }).click();
    await page
      .getByText(/^No versions yet. One is kept whenever somebody pauses, at each approval,/)
      .waitFor();
    await page.getByRole('link', { name: 'Compare versions' }).click();
    const words = page.getByText('There is no earlier version yet.');
    await words.first().waitFor();
    expect(await words.count()).toBe(1);
  });

  it('draws a table that came as a table and counts it once, and names who changed the data of the story', async () => {
    const { desk, story, person } = await begin('The ferry has a timetable');
    const { page } = desk;
    const path = `/articles/${story.articles[0]?.id ?? ''}/revisions`;
    await desk.type(desk.text, 'It leaves three times a day.');
    await desk.saved();
    await person.api.post(path, { name: 'Before the timetable' }, revisionSummary);
    await page.keyboard.press('Enter');
    await insert(page, 'table', 'Table');
    await page.getByRole('dialog', { name: 'Table' }).getByLabel('Rows').fill('3');
    await page.keyboard.press('Enter');
    await desk.text.locator('table').waitFor();
    await page.keyboard.type('Noon');
    await desk.saved();
    const { version } = await person.api.get(`/stories/${story.id}`, storySchema);
    await person.api.patch(`/stories/${story.id}`, { version, priority: 1 }, storySchema);

    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByRole('link', { name: 'Compare versions' }).click();
    await page.getByText(/^1 change in the text, 1 in the story’s data, by Salome Arin/).waitFor();
    const field = page.getByRole('row', { name: /^Priority/ });
    await field.getByRole('cell', { name: 'Salome Arin' }).waitFor();
    const table = page.getByRole('table').filter({ hasText: 'Noon' });
    await table.locator('th ins', { hasText: 'Noon' }).waitFor();
    expect(await table.getByRole('row').count()).toBe(3);

    // of three within a minute two have the same name and minute
    for (let kept = 0; kept < 3; kept++) await person.api.post(path, { name: 'At noon' }, revisionSummary);
    await page.reload();
    const toTheSecond = page.getByRole('radio', { name: /^Compare from: At noon, \d\d:\d\d:\d\d$/ });
    await expect.poll(() => toTheSecond.count()).toBeGreaterThan(1);
  });

  it('shows the page that readers had, though another has taken its place', async () => {
    const { desk, headline } = await begin('The bridge opens');
    const { page } = desk;
    await desk.type(desk.text, 'It opens on Monday.');
    await desk.saved();
    await desk.takeStep('Publish');
    await desk.goOn();
    await page.getByText('Published.', { exact: true }).waitFor();
    await desk.type(desk.text, ' Or on Tuesday.');
    await desk.saved();
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByRole('link', { name: 'Compare versions' }).click();
    await page.getByRole('button', { name: 'As published at' }).click();
    const shown = page.frameLocator('iframe[title="As published at"]');
    await shown.getByText('A version as it was published. Readers may see another one now.').waitFor();
    await shown.getByRole('heading', { name: headline }).waitFor();
    await shown.getByText('It opens on Monday.', { exact: true }).waitFor();
    expect(await shown.getByText('Or on Tuesday.').count()).toBe(0);
  });
});
