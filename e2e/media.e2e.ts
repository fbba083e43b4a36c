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

  it('cuts one crop by hand, by keys and by the pointer, and lets it follow the focal point again', async () => {
    const photographer = await hire('Leyla Foto', [grantOf('journalist')]);
    const { name, mimeType, buffer } = await photograph('pier.jpg', 900);
    const origin = inject('editorUrl');
    const sent = await photographer.browser.request.post(`${origin}/api/media`, {
      multipart: { file: { name, mimeType, buffer } },
      headers: { origin },
    });
    const { id } = media.parse(await sent.json());
    const page = await photographer.open(`/media?picture=${id}`);
    const crops = page.getByRole('list', { name: 'Crops' });
    await crops.waitFor();
    expect(await crops.getByRole('listitem').allInnerTexts()).toEqual(['3:2', '16:9']);
    await page.getByRole('button', { name: 'Cut 3:2 by hand' }).press('Enter');
    const frame = page.getByRole('button', { name: 'Frame of 3:2' });
    await expect.poll(() => frame.evaluate((it) => it === document.activeElement)).toBe(true);
    for (const key of ['-', '-', 'Shift+_', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
    const saved = async () => (await photographer.api.get(`/media/${id}`, media)).cropBoxes;
    await expect.poll(async () => (await saved())['3x2']?.width).toBeCloseTo(0.88);
    expect((await saved())['16x9']).toBeNull();
    await expect.poll(() => crops.getByRole('listitem').allInnerTexts()).toEqual(['3:2, by hand', '16:9']);
    await page.keyboard.press('Escape');
    const again = page.getByRole('button', { name: 'Cut 3:2 by hand' });
    await expect.poll(() => again.evaluate((it) => it === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    // held in its middle it is moved, held at its corner it is made wider: as far as the picture goes
    const dragTo = async (part: 'middle' | 'corner', x: number) => {
      const at = await frame.boundingBox();
      if (!at) throw new Error('There is no frame');
      const [across, down] =
        part === 'middle' ? [at.width / 2, at.height / 2] : [at.width - 3, at.height - 3];
      await page.mouse.move(at.x + across, at.y + down);
      await page.mouse.down();
      await page.mouse.move(x, at.y + down, { steps: 4 });
      await page.mouse.up();
    };
    await dragTo('middle', 0);
    await expect.poll(async () => (await saved())['3x2']?.x).toBe(0);
    expect((await saved())['3x2']?.width).toBeCloseTo(0.88);
    await dragTo('corner', (page.viewportSize()?.width ?? 0) - 1);
    await expect.poll(async () => (await saved())['3x2']?.width).toBe(1);
    await page.getByRole('button', { name: 'Follow the focal point' }).click();
    await expect.poll(async () => (await saved())['3x2']).toBeNull();
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
    // what is used is not offered to be deleted
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    const deletion = page.getByRole('dialog', { name: 'Delete' });
    await deletion.getByRole('link').first().waitFor();
    expect(await deletion.getByRole('button', { name: 'Delete for good' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    const inPanel = () =>
      page.getByRole('list', { name: 'Crops' }).locator('img').first().getAttribute('src');
    const oldInPanel = await inPanel();
    await page.getByRole('button', { name: 'Replace everywhere' }).click();
    const dialog = page.getByRole('dialog', { name: 'Replace everywhere' });
    const chooser = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Choose a file' }).click();
    await (await chooser).setFiles(await photograph('newer.jpg', 1200));
    await dialog.getByRole('button', { name: 'Replace', exact: true }).click();
    await page.getByText('The new file is in place').first().waitFor();
    await expect.poll(inPanel).not.toBe(oldInPanel);
    await expect.poll(shown, { timeout: 10_000 }).not.toBe(address);
    expect((await reader.request.get(`${inject('siteUrl')}${address}`)).status()).toBe(404);
  });
});
