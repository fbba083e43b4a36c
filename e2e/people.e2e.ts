import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { stories } from '../apps/api/src/demo/content/stories.ts';
import { openBrowser } from './lib/browser.ts';
import { grantOf, hire, nothing, password, theAdmin } from './lib/people.ts';
import { openWriting, startStory } from './lib/writing-page.ts';

/** Demo stories of a region, or of every other, by a headline of theirs. */
const headlines = (isIn: (keys: readonly string[]) => boolean) =>
  stories
    .filter((story) => isIn(story.regions))
    .map(({ articles, original }) => (articles.en ?? articles[original])?.headline ?? '');

/** Opens a person's pane among the people and chooses from the menu there. */
async function chooseForPerson(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('link', { name }).click();
  await page.getByRole('button', { name: `More for ${name}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

describe('a person of the newsroom', () => {
  it('is invited by a link, sets a password, and finds only what the grant covers', async () => {
    const admin = await theAdmin();
    const desk = await admin.open('/settings/people');
    await desk.getByRole('button', { name: 'Invite' }).click();
    const dialog = desk.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: true }).fill('Ketevan Dolidze');
    await dialog.getByLabel('E-mail').fill('ketevan@journeys.example');
    await dialog.getByRole('button', { name: 'Regions: All' }).click();
    await desk.getByRole('checkbox', { name: 'Georgia' }).check();
    await desk.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Regions: Georgia' }).waitFor();
    await dialog.getByRole('button', { name: 'Make a link' }).click();
    const link = await desk.getByLabel('Link', { exact: true }).inputValue();

    const page = await (await openBrowser()).newPage();
    await page.goto(link);
    await page.getByRole('heading', { name: 'Welcome to the newsroom, Ketevan Dolidze' }).waitFor();
    await page.getByLabel('New password').fill('short');
    await page.getByRole('button', { name: 'Save and go in' }).click();
    await page.getByText('Use at least 10 characters.').waitFor();
    await page.getByLabel('New password').fill(password);
    await page.getByRole('button', { name: 'Save and go in' }).click();
    await page.getByRole('link', { name: headlines((keys) => keys.includes('georgia'))[0] }).waitFor();

    for (const headline of headlines((keys) => !keys.includes('georgia')))
      expect(await page.getByRole('link', { name: headline }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Settings' }).count()).toBe(0);
    await page.goto(link);
    await page.getByRole('heading', { name: 'This link no longer works' }).waitFor();
  });

  it('signs in with e-mail and password, and is told plainly when they are wrong', async () => {
    const person = await hire('Rauf Nazim', [grantOf('journalist')]);
    const page = await (await openBrowser()).newPage();
    await page.goto(`${inject('editorUrl')}/stories?status=draft`);
    await page.getByLabel('E-mail').fill(person.email);
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Stories' }).waitFor();
    expect(page.url()).toBe(`${inject('editorUrl')}/stories?status=draft`);
  });

  it('is out at once when suspended, in the middle of a sentence', async () => {
    const writer = await hire('Orkhan Selim', [grantOf('journalist')]);
    const started = await startStory(writer);
    const writing = await openWriting(writer, started);
    await writing.type(writing.text, 'Until here.');
    await writing.saved();

    const admin = await theAdmin();
    const desk = await admin.open('/settings/people');
    await desk.getByLabel('Find a person').fill(writer.email);
    await chooseForPerson(desk, 'Orkhan Selim', 'Suspend');
    await desk.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
    await writing.saveState('Can’t save: you are signed out').waitFor({ timeout: 5000 });
    expect(await writer.api.statusOf('/stories')).toBe(401);

    const dialog = writing.page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.getByLabel('Password', { exact: true }).fill(password);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await dialog.getByRole('alert').waitFor();
    await desk.getByText('Orkhan Selim can’t sign in.').waitFor();
  });

  it('reads a role, and the names of regions, whole on a phone in the longest words', async () => {
    const nane = await hire('Nane Avan', [grantOf('admin')]);
    await nane.api.patch('/auth/me', { locale: 'hy' }, nothing);
    const page = await nane.open('/settings/regions');
    await page.setViewportSize({ width: 360, height: 780 });
    const names = page.locator('tbody input');
    await names.first().waitFor();
    const cut = await names.evaluateAll((all) =>
      (all as HTMLInputElement[]).filter((it) => it.scrollWidth > it.clientWidth).map(({ value }) => value),
    );
    expect(cut).toEqual([]);

    await page.goto(new URL('/settings/people', page.url()).href);
    await page.getByRole('link', { name: 'Davit Orun' }).click();
    const role = page.getByRole('combobox', { name: 'Դեր', exact: true });
    const [shown, whole] = await role.evaluate((select) => {
      const width = select.getBoundingClientRect().width;
      select.style.inlineSize = 'max-content';
      return [width, select.getBoundingClientRect().width];
    });
    expect(shown).toBe(whole);
  });
});
