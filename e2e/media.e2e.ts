import { media, story } from '@broadsheet/types';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, inject, it } from 'vitest';
import { openBrowser } from './lib/browser.ts';
import { demoArticle } from './lib/demo-article.ts';
import { grantOf, hire, theAdmin } from './lib/people.ts';

/** A photograph of some megabytes: noise cannot be packed. */
const photograph = async (name: string, size: number) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await sharp({
    create: {
      width: size,
      height: size,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 100 + size / 50, sigma: 50 },
    },
  })
    .jpeg({ quality: 95 })
    .toBuffer(),
});

/** Lets the browser send no faster than so many bytes a second. */
async function narrowLine(page: Page, bytesPerSecond: number): Promise<(offline: boolean) => Promise<void>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  return async (offline) => {
    await devtools.send('Network.emulateNetworkConditions', {
      offline,
      latency: 5,
      downloadThroughput: -1,
      uploadThroughput: bytesPerSecond,
    });
  };
}

describe('the media library', () => {
  it('takes five pictures at once, pauses, and goes on by itself after the network was lost', async () => {
    const photographer = await hire('Leyla Foto', [grantOf('journalist')]);
    const page = await photographer.open('/media');
    const cut = await narrowLine(page, 1_500_000);
    await cut(false);
    const files = await Promise.all(
      [1, 2, 3, 4, 5].map((at) => photograph(`harbour-${at}.jpg`, 900 + at * 20)),
    );
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Upload' }).first().click();
    await (await chooser).setFiles(files);
    await page.getByText('Uploading 5 files').waitFor();
    const progress = page.getByRole('progressbar');
    const part = () => progress.evaluate((bar: HTMLProgressElement) => bar.value);
    await expect.poll(part, { timeout: 20_000 }).toBeGreaterThan(5);

    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('Paused.').waitFor();
    await page.getByRole('button', { name: 'Go on' }).click();

    await cut(true);
    await page.getByText('No connection: it goes on by itself').waitFor();
    await cut(false);
    for (const { name } of files) await page.getByRole('link', { name }).waitFor({ timeout: 60_000 });
    expect(await page.getByText('Uploading').count()).toBe(0);
  });

  it('replaces a picture everywhere, and the page that readers see follows', async () => {
    const chief = await theAdmin();
    const { path, slug } = demoArticle('en');
    const known = (await (await fetch(`${inject('editorUrl')}/api/public/en/articles/${slug}`)).json()) as {
      storyId: string;
    };
    const { leadMediaId } = await chief.api.get(`/stories/${known.storyId}`, story);
    const before = await chief.api.get(`/media/${leadMediaId}`, media);
    const reader = await (await openBrowser()).newPage();
    const shown = async () => {
      await reader.goto(`${inject('siteUrl')}${path}`);
      return reader.locator('main img').first().getAttribute('src');
    };
    const address = await shown();

    const page = await chief.open(`/media?picture=${before.id}`);
    await page.getByRole('button', { name: 'Replace everywhere' }).click();
    const dialog = page.getByRole('dialog', { name: 'Replace everywhere' });
    const chooser = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Choose a file' }).click();
    await (await chooser).setFiles(await photograph('newer.jpg', 1200));
    await dialog.getByRole('button', { name: 'Replace', exact: true }).click();
    await page.getByText('The new file is in place').first().waitFor();
    await expect.poll(shown, { timeout: 10_000 }).not.toBe(address);
    expect((await reader.request.get(`${inject('siteUrl')}${address}`)).status()).toBe(404);
  });
});
