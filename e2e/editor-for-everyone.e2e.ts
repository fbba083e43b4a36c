import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { demoArticle, storyOf } from './lib/demo-article.ts';
import { axeFaults, openStillBrowser, sidewaysScroll } from './lib/page-faults.ts';
import { grantOf, invite, signInAsAdmin } from './lib/people.ts';

interface Screen {
  path: string;
  /** What stands on the page once it is whole. */
  whole: (page: Page) => Promise<unknown>;
}

/** Every screen that can be reached without signing in. */
async function outerScreens(): Promise<Screen[]> {
  const { link } = await invite('Sona Artem', [grantOf('translator')]);
  const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name }).waitFor();
  return [
    { path: '/sign-in', whole: heading('Sign in to the newsroom') },
    { path: new URL(link.url).pathname, whole: heading(/^Welcome to the newsroom/) },
    { path: '/link/no-such-link', whole: heading('This link no longer works') },
  ];
}

/** Every screen of the desk, with something on it. */
async function deskScreens(browser: BrowserContext): Promise<Screen[]> {
  const api = await signInAsAdmin(browser);
  const { headline } = demoArticle('en');
  const search = `/stories?search=${encodeURIComponent(headline)}`;
  const { id } = await storyOf(api, headline);
  const text = (words: string) => (page: Page) => page.getByText(words, { exact: true }).first().waitFor();
  return [
    { path: search, whole: text(headline) },
    { path: `/stories/${id}/en`, whole: text('Saved') },
    { path: `/stories/${id}/hy`, whole: text('Saved') },
    { path: '/media', whole: (page) => page.getByRole('img').nth(3).waitFor() },
    { path: '/account', whole: text('Change password') },
    { path: '/settings/site', whole: (page) => page.getByRole('textbox').first().waitFor() },
    ...['sections', 'regions', 'topics', 'authors'].map((list) => ({
      path: `/settings/${list}`,
      whole: (page: Page) => page.getByRole('row').nth(3).waitFor(),
    })),
    { path: '/settings/people', whole: text('Tamar Elani') },
  ];
}

/** The faults of each screen that has some. */
async function faultsOf(
  browser: BrowserContext,
  screens: Screen[],
  look: (page: Page) => Promise<string[]>,
): Promise<Record<string, string[]>> {
  const page = await browser.newPage();
  const faults: Record<string, string[]> = {};
  for (const { path, whole } of screens) {
    await page.goto(inject('editorUrl') + path);
    await whole(page);
    const found = await look(page);
    if (found.length > 0) faults[path] = found;
  }
  return faults;
}

describe('A1 the newsroom is for everyone', () => {
  it('has nothing that axe objects to before one is signed in, by day and by night', async () => {
    expect(await faultsOf(await openStillBrowser(), await outerScreens(), axeFaults)).toEqual({});
  });

  it('has nothing that axe objects to on any screen of the desk, by day and by night', async () => {
    const browser = await openStillBrowser();
    expect(await faultsOf(browser, await deskScreens(browser), axeFaults)).toEqual({});
  });

  it('fits a phone without scrolling sideways', async () => {
    const browser = await openStillBrowser(390);
    const outside = await openStillBrowser(390);
    expect(await faultsOf(outside, await outerScreens(), sidewaysScroll)).toEqual({});
    expect(await faultsOf(browser, await deskScreens(browser), sidewaysScroll)).toEqual({});
  });
});
