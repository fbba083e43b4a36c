import { article, newPreviewLink } from '@broadsheet/types';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { demoArticle, storyOf } from './lib/demo-article.ts';
import { axeFaults, openStillBrowser, sidewaysScroll } from './lib/page-faults.ts';
import type { NewsroomApi } from './lib/newsroom-api.ts';
import { signInAsAdmin } from './lib/people.ts';

interface Overlay {
  name: string;
  path: string;
  open: (page: Page) => Promise<unknown>;
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

/** A story of the demo in English, and the same made ready to be scheduled. */
async function storyPaths(api: NewsroomApi) {
  const published = await storyOf(api, demoArticle('en').headline);
  const review = await storyOf(api, 'A drum class begins with silence');
  const id = published.articles.find(({ language }) => language === 'en')?.id ?? '';
  return { published: `/stories/${published.id}/en`, review: `/stories/${review.id}/en`, id };
}

/** Everything that floats over a screen or takes its place for a while. */
async function overlays(api: NewsroomApi): Promise<Overlay[]> {
  const { published, review } = await storyPaths(api);
  const saved = (page: Page) => page.getByText('Saved', { exact: true }).waitFor();
  const writing = (act: (page: Page) => Promise<unknown>) => async (page: Page) => {
    await saved(page);
    await act(page);
  };
  return [
    {
      name: 'a new story',
      path: '/stories',
      open: async (page) => {
        await press(page, 'New story');
        await page.getByRole('dialog', { name: 'New story' }).waitFor();
      },
    },
    {
      name: 'the other steps',
      path: review,
      open: writing(async (page) => {
        await press(page, 'Other steps');
        await page.getByRole('menu').waitFor();
      }),
    },
    {
      name: 'a time to go out',
      path: review,
      open: writing(async (page) => {
        await press(page, 'Other steps');
        await page.getByRole('menuitem', { name: 'Schedule' }).click();
        await page.getByRole('dialog').getByLabel('Day').waitFor();
      }),
    },
    {
      name: 'a note to the writer',
      path: review,
      open: writing(async (page) => {
        await press(page, 'Other steps');
        await page.getByRole('menuitem', { name: 'Send back' }).click();
        await page.getByRole('dialog').getByLabel('Note to the writer').waitFor();
      }),
    },
    {
      name: 'the blocks',
      path: review,
      open: writing(async (page) => {
        await page.getByRole('textbox', { name: 'Text', exact: true }).click();
        await page.keyboard.press('Control+End');
        await page.keyboard.press('Enter');
        await page.keyboard.type('/');
        await page.getByRole('listbox').waitFor();
      }),
    },
    {
      name: 'the bar over a selection',
      path: review,
      open: writing(async (page) => {
        await page.getByRole('textbox', { name: 'Text', exact: true }).click();
        await page.keyboard.press('Control+Shift+ArrowRight');
        await page.getByRole('toolbar', { name: 'Format' }).first().waitFor();
      }),
    },
    {
      name: 'the pictures to choose from',
      path: review,
      open: writing(async (page) => {
        const open = page.getByRole('button', { name: /^(Choose a picture|Change)$/ }).first();
        if (!(await open.isVisible())) await page.keyboard.press('Control+.');
        await open.click();
        await page.getByRole('dialog').getByRole('img').first().waitFor();
      }),
    },
    ...(['Article', 'SEO', 'Checks'] as const).map((tab) => ({
      name: `the inspector’s tab ${tab}`,
      path: published,
      open: writing(async (page: Page) => {
        const found = page.getByRole('tab', { name: tab });
        if (!(await found.isVisible())) await page.keyboard.press('Control+.');
        await found.click();
        await page.getByRole('tabpanel').waitFor();
      }),
    })),
    {
      name: 'the preview beside the text, and links for others',
      path: published,
      open: writing(async (page) => {
        await page.keyboard.press('Control+Shift+P');
        await page.getByRole('button', { name: 'Links for others' }).click();
        await page.getByText('Links that hold').waitFor();
      }),
    },
    {
      name: 'an earlier version',
      path: published,
      open: writing(async (page) => {
        const tab = page.getByRole('tab', { name: 'History' });
        if (!(await tab.isVisible())) await page.keyboard.press('Control+.');
        await tab.click();
        await page.getByRole('button', { name: /^Version 1/ }).click();
        await page.getByRole('button', { name: 'Back to writing' }).waitFor();
      }),
    },
    {
      name: 'a person',
      path: '/settings/people',
      open: async (page) => {
        await page.getByRole('link', { name: /Tamar Elani/ }).click();
        await page.getByRole('textbox', { name: 'Name', exact: true }).waitFor();
      },
    },
    {
      name: 'what may be done to a person',
      path: '/settings/people',
      open: async (page) => {
        await page.getByRole('link', { name: /Tamar Elani/ }).click();
        await press(page, 'More for Tamar Elani');
        await page.getByRole('menu').waitFor();
      },
    },
    {
      name: 'where a role holds',
      path: '/settings/people',
      open: async (page) => {
        await page.getByRole('link', { name: /Tamar Elani/ }).click();
        await press(page, /^Sections:/);
        await page.getByRole('checkbox').first().waitFor();
      },
    },
    {
      name: 'an invitation',
      path: '/settings/people',
      open: async (page) => {
        await press(page, 'Invite');
        await page.getByRole('dialog').getByLabel('E-mail').waitFor();
      },
    },
    {
      name: 'a new region',
      path: '/settings/regions',
      open: async (page) => {
        await press(page, /^New region/);
        await page.getByRole('dialog').getByLabel('English').waitFor();
      },
    },
    {
      name: 'a region and its retirement',
      path: '/settings/regions',
      open: async (page) => {
        await page.locator('td.act button').first().click();
        await press(page, 'Retire…');
        await page.getByRole('dialog').waitFor();
      },
    },
    {
      name: 'a picture of the library',
      path: '/media',
      open: async (page) => {
        await page.locator('main li a').first().click();
        await page.getByRole('complementary').getByLabel('Alt text', { exact: true }).waitFor();
      },
    },
  ];
}

/** What `look` finds wrong while each overlay is open. */
async function faultsOf(
  browser: BrowserContext,
  look: (page: Page) => Promise<string[]>,
): Promise<Record<string, string[]>> {
  const faults: Record<string, string[]> = {};
  for (const { name, path, open } of await overlays(await signInAsAdmin(browser))) {
    const page = await browser.newPage();
    await page.goto(inject('editorUrl') + path);
    await open(page);
    const found = await look(page);
    if (found.length > 0) faults[name] = found;
    await page.close();
  }
  return faults;
}

describe('A1 what opens over the newsroom is for everyone', () => {
  it('has nothing that axe objects to, by day and by night', async () => {
    expect(await faultsOf(await openStillBrowser(), axeFaults)).toEqual({});
  });

  it('fits the narrowest phone without scrolling sideways', async () => {
    expect(await faultsOf(await openStillBrowser(360), sidewaysScroll)).toEqual({});
  });
});

describe('a preview', () => {
  it('shows the draft with its pictures to everyone who has the link, until it is taken back', async () => {
    const browser = await openStillBrowser(360);
    const api = await signInAsAdmin(browser);
    const { id } = await storyPaths(api);
    const shown = await api.get(`/articles/${id}`, article);
    const wanted = { name: 'The museum', hours: 24 };
    const link = await api.post(`/articles/${id}/preview-links`, wanted, newPreviewLink);
    const { url } = link;

    const page = await (await openStillBrowser(360)).newPage();
    await page.goto(url);
    await page.getByRole('heading', { level: 1, name: shown.headline }).waitFor();
    const pictures = page.getByRole('article').getByRole('img');
    await pictures.first().scrollIntoViewIfNeeded();
    await expect
      .poll(() => pictures.first().evaluate((img: HTMLImageElement) => img.naturalWidth))
      .toBeGreaterThan(0);
    expect(await sidewaysScroll(page)).toEqual([]);
    expect(await axeFaults(page)).toEqual([]);

    await api.remove(`/articles/${id}/preview-links/${link.id}`);
    expect((await page.reload())?.status()).toBe(404);
    expect(await page.getByText(shown.headline).count()).toBe(0);
    expect(await sidewaysScroll(page)).toEqual([]);
    expect(await axeFaults(page)).toEqual([]);
  });
});
