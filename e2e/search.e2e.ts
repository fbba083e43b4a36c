import { languageNames, languages, type Language } from '@broadsheet/types';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { libraryClock } from '../apps/api/src/demo/content/stories/library-clock.ts';
import az from '../apps/reader/messages/az.json' with { type: 'json' };
import en from '../apps/reader/messages/en.json' with { type: 'json' };
import hy from '../apps/reader/messages/hy.json' with { type: 'json' };
import ru from '../apps/reader/messages/ru.json' with { type: 'json' };
import { openBrowser } from './lib/browser.ts';
import { axeFaults, openStillBrowser, sidewaysScroll } from './lib/page-faults.ts';
import { openSampleSite } from './lib/sample-site.ts';
import { sampleTexts } from './lib/sample-texts.ts';
import { triedLanguages } from './lib/tried-languages.ts';

const messages = { az, ru, en, hy };

/** Forms of words that the story has in others, and the first word that is marked for them. */
const inflected: Record<Language, { typed: string; marked: string }> = {
  az: { typed: 'kitabxanalarda saatlar', marked: 'Kitabxananın' },
  ru: { typed: 'точном времени', marked: 'точное' },
  en: { typed: 'libraries clocks', marked: 'library' },
  hy: { typed: 'գրադարաններում ժամացույցներով', marked: 'Գրադարանի' },
};

const storyIn = (language: Language) => {
  const article = libraryClock.articles[language];
  if (!article) throw new Error(`The story is not in ${language}`);
  return article;
};
const results = (page: Page, language: Language) =>
  page.getByRole('region', { name: messages[language].results, exact: true });

async function search(page: Page, language: Language, words: string): Promise<void> {
  await page.goto(`${inject('siteUrl')}/${language}/search`);
  const field = page.getByRole('main').getByLabel(messages[language].search_prompt);
  await field.fill(words);
  await field.press('Enter');
}

describe('a reader without JavaScript', () => {
  it.each(triedLanguages)('finds in %s what is written in another form, and narrows it', async (language) => {
    const words = messages[language];
    const { typed, marked } = inflected[language];
    const { headline } = storyIn(language);
    const page = await (await openBrowser({ javaScriptEnabled: false })).newPage();
    await search(page, language, typed);
    const found = results(page, language);
    await found.getByRole('link', { name: headline }).waitFor();
    expect(await found.getByRole('heading', { name: headline }).locator('mark').first().textContent()).toBe(
      marked,
    );

    for (const filter of [words.section, words.region, words.author])
      await page.getByRole('group', { name: filter, exact: true }).getByRole('checkbox').first().check();
    await page.getByLabel(words.from_day, { exact: true }).fill('2020-02-29');
    await page.getByLabel(words.to_day, { exact: true }).fill('2099-12-31');
    await page.getByRole('button', { name: words.show_results }).click();
    await found.getByRole('link', { name: words.by_date, exact: true }).click();
    await expect
      .poll(() => Object.fromEntries(new URL(page.url()).searchParams))
      .toEqual({
        q: typed,
        section: libraryClock.section,
        region: libraryClock.regions[0],
        author: libraryClock.authors[0],
        from: '2020-02-29',
        to: '2099-12-31',
        sort: 'date',
      });
    await found.getByRole('link', { name: headline }).waitFor();

    const other = languages.find((each) => each !== language) ?? 'en';
    await page.getByRole('main').getByRole('link', { name: languageNames[other] }).first().click();
    await expect.poll(() => page.getAttribute('html', 'lang')).toBe(other);
    expect(await page.getByRole('main').getByRole('searchbox').inputValue()).toBe(typed);
    await page.goBack();
    await found.getByRole('link', { name: headline }).click();
    await page.getByRole('heading', { level: 1, name: headline }).waitFor();
  });

  it.each(triedLanguages)('is told in %s what to try where nothing is found', async (language) => {
    const words = messages[language];
    const page = await (await openBrowser({ javaScriptEnabled: false })).newPage();
    await page.goto(`${inject('siteUrl')}/${language}/search?q=qwrtzxcvb+7777&period=year`);
    const found = results(page, language);
    await found.getByText(words.try_spelling).waitFor();
    await page
      .getByRole('region', { name: words.newest, exact: true })
      .getByRole('article')
      .first()
      .waitFor();
    await found.getByRole('link', { name: words.try_without_filters }).click();
    expect(new URL(page.url()).searchParams.has('period')).toBe(false);
  });

  it('turns the pages of many results and comes back to the first', async () => {
    const { url } = await openSampleSite();
    const page = await (await openBrowser({ javaScriptEnabled: false })).newPage();
    const [word = ''] = sampleTexts.en.standfirst.split(' ');
    await page.goto(`${url}/en/search?q=${word}`);
    const pages = page.getByRole('navigation', { name: en.pages, exact: true });
    const shown = results(page, 'en').getByRole('article');
    await pages.getByText('1–10').waitFor();
    expect(await shown.count()).toBe(10);
    await pages.getByRole('link', { name: en.next_results }).click();
    await pages.getByText('11–20').waitFor();
    await pages.getByRole('link', { name: en.next_results }).click();
    await pages.getByText('21–25').waitFor();
    expect(await shown.count()).toBe(5);
    expect(await pages.getByRole('link', { name: en.next_results }).count()).toBe(0);
    await pages.getByRole('link', { name: en.first_results }).click();
    await pages.getByText('1–10').waitFor();
  });
});

describe('a reader who types', () => {
  it('chooses among suggestions with the keyboard, as in any combobox', async () => {
    const page = await (await openBrowser()).newPage();
    await page.goto(`${inject('siteUrl')}/en/`);
    await page.getByRole('banner').getByRole('button', { name: en.search_prompt }).focus();
    await page.keyboard.press('Enter');
    const field = page.getByRole('dialog', { name: en.search }).getByRole('combobox');
    const options = page.getByRole('listbox', { name: en.suggestions }).getByRole('option');
    const chosen = page.getByRole('option', { selected: true });
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('libr');
    await options.first().waitFor();
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    expect(await chosen.count()).toBe(0);
    await page.keyboard.press('ArrowDown');
    expect(await field.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'));
    await page.keyboard.press('Escape');
    expect(await field.getAttribute('aria-expanded')).toBe('false');
    expect(await field.inputValue()).toBe('libr');

    await page.keyboard.type('ary clo');
    const { headline } = storyIn('en');
    await options.getByText(headline).waitFor();
    await page.keyboard.press('ArrowUp');
    expect(await chosen.textContent()).toContain(headline);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: headline }).waitFor();
  });

  it('has a typing error put right', async () => {
    const page = await (await openBrowser()).newPage();
    await expect
      .poll(async () => {
        await search(page, 'en', 'librery clocks');
        return page.getByText('Nothing was found for “librery clocks”').count();
      })
      .toBe(1);
    await results(page, 'en')
      .getByRole('link', { name: storyIn('en').headline })
      .waitFor();
  });

  it.each(triedLanguages)('is shown in %s what an address with an error meant', async (language) => {
    const { slug, headline } = storyIn(language);
    const page = await (await openBrowser()).newPage();
    const answer = await page.goto(`${inject('siteUrl')}/${language}/news/${slug.slice(2, -4)}`);
    expect(answer?.status()).toBe(404);
    await page
      .getByRole('region', { name: messages[language].perhaps_meant })
      .getByRole('link', { name: headline })
      .click();
    await page.getByRole('heading', { level: 1, name: headline }).waitFor();
  });
});

describe('A1 search is for everyone', () => {
  it('by day and by night, on a desk and on a phone', async () => {
    const page = await (await openStillBrowser()).newPage();
    const faults: Record<string, string[]> = {};
    const look = async (what: string) => {
      const found = await axeFaults(page);
      await page.setViewportSize({ width: 360, height: 740 });
      found.push(...(await sidewaysScroll(page)));
      await page.setViewportSize({ width: 1280, height: 800 });
      if (found.length > 0) faults[what] = found;
    };
    await search(page, 'en', 'libraries');
    await results(page, 'en').getByRole('article').first().waitFor();
    await look('results');
    await page.goto(`${inject('siteUrl')}/hy/search?q=qwrtzxcvb&period=year`);
    await look('nothing found');
    await page.goto(`${inject('siteUrl')}/az/news/${storyIn('az').slug}`);
    await page.getByRole('banner').getByRole('button', { name: az.search, exact: true }).click();
    await page.keyboard.type('kitab');
    await page.getByRole('option').first().waitFor();
    await look('the open sheet');
    expect(faults).toEqual({});
  });
});
