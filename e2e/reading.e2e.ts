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

  it.each(triedLanguages)('copies the link and is told so in %s', async (language) => {
    const browser = await openBrowser({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await browser.newPage();
    await page.goto(demoArticle(language).url);
    await page.getByRole('button', { name: words[language].copy }).click();
    await page.getByRole('status').getByText(words[language].copied, { exact: true }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(demoArticle(language).url);
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
    expect(new URL(page.url()).pathname).toMatch(new RegExp(`^/${other}/`));
  });
});
