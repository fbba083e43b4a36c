import { languageNames, languages, type Language } from '@broadsheet/types';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { openBrowser } from './lib/browser.ts';
import { demoArticle } from './lib/demo-article.ts';
import { openSampleSite } from './lib/sample-site.ts';
import { triedLanguages } from './lib/tried-languages.ts';

const words: Record<Language, { copy: string; copied: string; larger: string; night: string }> = {
  az: { copy: 'Linki kopyala', copied: 'Link kopyalandı', larger: 'A+', night: 'Gecə' },
  ru: { copy: 'Копировать ссылку', copied: 'Ссылка скопирована', larger: 'A+', night: 'Ночь' },
  en: { copy: 'Copy link', copied: 'Link copied', larger: 'A+', night: 'Night' },
  hy: { copy: 'Պատճենել հղումը', copied: 'Հղումը պատճենվեց', larger: 'A+', night: 'Գիշեր' },
};

/** Telegram's own form for sharing, which stands in the row where the system has no sheet. */
const telegram = 'article a[href^="https://t.me/share/"]';

/** Size of the text, theme and background as the reader sees them. */
const looks = (page: Page) =>
  page.evaluate(() => ({
    theme: document.documentElement.dataset.theme,
    textSize: getComputedStyle(document.querySelector('article .body p') ?? document.body).fontSize,
    ground: getComputedStyle(document.documentElement).backgroundColor,
  }));

describe('a reader of the site', () => {
  it('goes to the same story in another language, and search engines find it there too', async () => {
    const page = await (await openBrowser()).newPage();
    await page.goto(demoArticle('en').url);
    for (const language of ['ru', 'hy', 'az', 'en'] as const) {
      await page.getByRole('link', { name: languageNames[language], exact: true }).first().click();
      await page.getByRole('heading', { level: 1, name: demoArticle(language).headline }).waitFor();
      expect(new URL(page.url()).pathname).toBe(demoArticle(language).path);
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      const linked = await page
        .locator('link[rel=alternate][hreflang]')
        .evaluateAll((links) =>
          links.map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')]),
        );
      expect(Object.fromEntries(linked)).toEqual({
        ...Object.fromEntries(languages.map((each) => [each, demoArticle(each).url])),
        'x-default': demoArticle('en').url,
      });
    }
  });

  it('chooses night and larger text, and has both before the next page is painted', async () => {
    const browser = await openBrowser({ colorScheme: 'light' });
    await browser.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.body) return;
        observer.disconnect();
        sessionStorage.setItem('theme when the body began', document.documentElement.dataset.theme ?? 'none');
      }).observe(document, { childList: true, subtree: true });
    });
    const page = await browser.newPage();
    await page.goto(demoArticle('en').url);
    const before = await looks(page);
    await page.getByRole('button', { name: words.en.night }).click();
    await page.getByRole('button', { name: words.en.larger }).click();
    const after = await looks(page);
    expect(after.theme).toBe('dark');
    expect(after.ground).not.toBe(before.ground);
    expect(parseFloat(after.textSize)).toBeGreaterThan(parseFloat(before.textSize));

    await page.reload();
    expect(await looks(page)).toEqual(after);
    const begun = await page.evaluate(() => sessionStorage.getItem('theme when the body began'));
    expect(begun).toBe('dark');
    await page.goto(`${inject('siteUrl')}/hy/`);
    expect((await looks(page)).ground).toBe(after.ground);
    expect(await page.getByRole('button', { name: words.hy.night }).getAttribute('aria-pressed')).toBe(
      'true',
    );
  });

  it('makes the text smaller and larger within limits, prints every picture, and shares by the system’s own sheet', async () => {
    const site = await openSampleSite();
    const story = site.newsroom.articles.find(({ language }) => language === 'en');
    if (!story) throw new Error('The site has no story in English.');
    // too far down to be fetched while reading begins
    const far = '<img src="/media/full9/640.webp" width="640" height="480" alt="Hills" loading="lazy">';
    story.html = `${story.html.repeat(40)}<figure class="pic">${far}</figure>`;
    const browser = await openBrowser();
    await browser.addInitScript(() => {
      const done: unknown[] = [];
      const pictures = () => [...document.querySelectorAll<HTMLImageElement>('article.art img')];
      Object.assign(globalThis, {
        done,
        print: () =>
          done.push(pictures().every(({ complete, naturalWidth }) => complete && naturalWidth > 0)),
      });
      Object.assign(navigator, { share: (what: unknown) => Promise.resolve(done.push(what)) });
    });
    const page = await browser.newPage();
    await page.goto(`${site.url}/en/news/${story.slug}`);
    const scale = () => page.evaluate(() => document.documentElement.style.getPropertyValue('--text-scale'));
    for (const [name, limit] of [
      ['A−, Smaller text', '0.875'],
      ['A+, Larger text', '1.5'],
    ] as const) {
      for (let press = 0; press < 6; press++) await page.getByRole('button', { name, exact: true }).click();
      expect(await scale()).toBe(limit);
    }
    const last = page.locator('article.art img').last();
    expect(await last.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(0);
    const done = () => page.evaluate(() => (globalThis as unknown as { done: unknown[] }).done);
    await page.getByRole('button', { name: 'Print', exact: true }).click();
    await expect.poll(done).toEqual([true]);
    expect(await page.locator(telegram).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Share', exact: true }).click();
    const url = `https://ledger.example/en/news/${story.slug}`;
    await expect.poll(done).toEqual([true, { title: story.headline, url }]);
  });

  it.each(triedLanguages)('copies the link and is told so in %s', async (language) => {
    const browser = await openBrowser({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await browser.newPage();
    await page.goto(demoArticle(language).url);
    await page.getByRole('button', { name: words[language].copy }).click();
    await page.getByRole('status').getByText(words[language].copied, { exact: true }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(demoArticle(language).url);
    // this browser's system has no sheet, so there are links
    const link = page.locator(telegram);
    expect(new URL((await link.getAttribute('href')) ?? '').searchParams.get('url')).toBe(
      demoArticle(language).url,
    );
    expect(await link.isVisible()).toBe(true);
  });

  it('reads everything without JavaScript and meets no control that does nothing', async () => {
    const page = await (await openBrowser({ javaScriptEnabled: false })).newPage();
    await page.goto(demoArticle('en').url);
    const { headline, standfirst, body } = demoArticle('en');
    await page.getByRole('heading', { level: 1, name: headline }).waitFor();
    expect(await page.getByText(standfirst, { exact: true }).isVisible()).toBe(true);
    for (const block of body) {
      if (block.type === 'h2')
        expect(await page.getByRole('heading', { name: block.text }).isVisible()).toBe(true);
    }
    const pictures = page.locator('article img');
    for (const picture of await pictures.all()) {
      await picture.scrollIntoViewIfNeeded();
      await expect
        .poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth))
        .toBeGreaterThan(0);
    }
    const dead = page.locator('button:visible:not([popovertarget])');
    expect(await dead.allInnerTexts()).toEqual([]);

    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('dialog', { name: 'Menu' }).getByRole('link', { name: 'Georgia' }).click();
    await page.getByRole('heading', { level: 1, name: 'Georgia' }).waitFor();
  });

  it.each(triedLanguages)('turns pages and switches language without JavaScript in %s', async (language) => {
    const site = await openSampleSite();
    const page = await (await openBrowser({ javaScriptEnabled: false })).newPage();
    await page.goto(`${site.url}/${language}/section/politics`);
    const first = await page.locator('main .hed').allInnerTexts();
    await page.locator('main a[rel=next]').click();
    await expect.poll(() => page.url()).toContain('?older=');
    const second = await page.locator('main .hed').allInnerTexts();
    expect(second.length).toBeGreaterThan(0);
    expect(second).not.toEqual(first);
    const other = languages.find((each) => each !== language) ?? 'en';
    await page.getByRole('link', { name: languageNames[other], exact: true }).first().click();
    await expect.poll(() => page.getAttribute('html', 'lang')).toBe(other);
    expect(page.url()).toBe(`${site.url}/${other}/section/politics`);
    const lead = page.locator('main img').first();
    expect(await lead.evaluate((img) => getComputedStyle(img).backgroundColor)).toBe('rgb(143, 180, 201)');
  });
});
