import { languageNames, languages, type Language } from '@broadsheet/types';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { openBrowser } from './lib/browser.ts';
import { theAdmin } from './lib/people.ts';

const names: Record<Language, string> = { az: 'Dağıstan', ru: 'Дагестан', en: 'Dagestan', hy: 'Դաղստան' };
const railTitles: Record<Language, string> = {
  az: 'Dağıstanın ən vacib xəbərləri',
  ru: 'Главные новости Дагестана',
  en: 'The most important news of Dagestan',
  hy: 'Դաղստանի ամենակարևոր լուրերը',
};
const englishNames: Record<Language, string> = {
  az: 'Azerbaijani',
  ru: 'Russian',
  en: 'English',
  hy: 'Armenian',
};
const addressIn = (language: Language) => `${inject('siteUrl')}/${language}/region/dagestan`;

/** Loads a page of the site again and again until it shows what it should. */
async function untilShown(page: Page, url: string, isShown: () => Promise<boolean>): Promise<void> {
  await expect
    .poll(async () => {
      await page.goto(url);
      return isShown();
    })
    .toBe(true);
}

describe('a region', () => {
  it('is added by an admin in four languages, read on the site, and retired to where its news went', async () => {
    const admin = await theAdmin();
    const desk = await admin.open('/settings/regions');
    await desk.getByRole('button', { name: 'New region' }).click();
    for (const language of languages)
      await desk.getByLabel(languageNames[language], { exact: true }).fill(names[language]);
    await desk.getByRole('button', { name: 'Add', exact: true }).click();
    await desk.getByRole('button', { name: 'Open Dagestan' }).click();
    for (const language of languages) {
      const title = desk.getByLabel(`Rail title in ${englishNames[language]}`);
      await title.fill(railTitles[language]);
      await title.press('Enter');
      await expect.poll(() => savedRailTitle(language)).toBe(railTitles[language]);
    }
    async function savedRailTitle(language: Language) {
      const saved = (await admin.regions()).find(({ slug }) => slug === 'dagestan');
      return saved?.railTitles[language];
    }

    const page = await (await openBrowser()).newPage();
    for (const language of languages) {
      const link = page.getByRole('navigation').getByRole('link', { name: names[language] });
      await untilShown(page, `${inject('siteUrl')}/${language}/`, () => link.isVisible());
      await link.click();
      await page.getByRole('heading', { level: 1, name: names[language] }).waitFor();
      expect(page.url()).toBe(addressIn(language));
      await untilShown(page, addressIn(language), () => page.getByText(railTitles[language]).isVisible());
    }

    await desk.getByRole('button', { name: 'Retire…' }).click();
    await desk.getByLabel(/its old address leads to/).selectOption({ label: 'Georgia' });
    await desk.getByRole('button', { name: 'Retire', exact: true }).click();
    for (const language of languages) {
      const link = page.getByRole('navigation').getByRole('link', { name: names[language] });
      const georgia = `${inject('siteUrl')}/${language}/region/georgia`;
      await untilShown(page, addressIn(language), async () => page.url() === georgia);
      expect(await link.count()).toBe(0);
    }
    const answer = await fetch(addressIn('en'), { redirect: 'manual' });
    expect(answer.status).toBe(301);
  });
});
