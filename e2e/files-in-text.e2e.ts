import { media, type UploadOutcome } from '@broadsheet/types';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { mp3, mp4 } from '../apps/api/test/factories/make-recording.ts';
import { focusedName } from './lib/block-keys.ts';
import { dropFiles } from './lib/clipboard.ts';
import { desk, deskAndStory } from './lib/desk.ts';
import { photographs, putInLibrary } from './lib/photographs.ts';
import type { WritingPage } from './lib/writing-page.ts';

/** The kinds of the blocks of the text; a picture by the name of its file, as far as uploads told it. */
async function blocks(writing: WritingPage, names: ReadonlyMap<string, string>): Promise<string[]> {
  const found = await writing.text
    .locator(':scope > *')
    .evaluateAll((all) =>
      all.map((one) =>
        one.matches('figure.pic')
          ? (one.querySelector('img')?.getAttribute('src')?.split('/')[3] ?? '')
          : `${one.localName} ${one.textContent}`.trim(),
      ),
    );
  return found.map((each) => names.get(each) ?? each);
}

/** Learns which file became which picture; the answer about `late` comes only once it is let go. */
async function watchUploads(page: Page, late: string) {
  const names = new Map<string, string>();
  const gate = Promise.withResolvers<void>();
  const address = '**/api/uploads/*/finish';
  onTestFinished(() => page.unroute(address));
  await page.route(address, async (route) => {
    const response = await route.fetch();
    const { media } = (await response.json()) as UploadOutcome;
    if (media) names.set(media.id, media.filename.replace('.jpg', ''));
    if (media?.filename.startsWith(late)) await gate.promise;
    await route.fulfill({ response });
  });
  return { names, letGo: () => gate.resolve() };
}

describe('files dropped on the text', () => {
  it.each([
    ['on an empty line', 'p', ['p Before', 'one', 'two', 'three', 'p After']],
    ['behind a line', 'p Before', ['p Before', 'one', 'two', 'three', 'p', 'p After']],
  ])('stand %s in the order they were given, whichever arrives first', async (_, place, expected) => {
    const writing = await desk();
    const { keyboard } = writing.page;
    await writing.type(writing.text, 'Before');
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    await keyboard.type('After');
    const { names, letGo } = await watchUploads(writing.page, 'one');
    const line = place === 'p' ? 1 : 0;
    await dropFiles(writing.text.locator(':scope > p').nth(line), await photographs('one', 'two', 'three'));
    const pictures = writing.text.locator('figure.pic');
    await expect.poll(() => pictures.count()).toBe(2);
    letGo();
    await expect.poll(() => pictures.count()).toBe(3);
    expect(await blocks(writing, names)).toEqual(expected);
    // whoever goes on writing meanwhile is not moved
    await keyboard.type(' all');
    expect(await writing.text.locator(':scope > p').last().innerText()).toBe('After all');
  });

  it('stand at the end of the text where their line is gone, without empty lines between them', async () => {
    const writing = await desk();
    const { keyboard } = writing.page;
    await writing.type(writing.text, 'Before');
    await keyboard.press('Enter');
    const { names, letGo } = await watchUploads(writing.page, 'one');
    await dropFiles(writing.text.locator(':scope > p').last(), await photographs('one'));
    await keyboard.press('Backspace');
    letGo();
    await writing.text.locator('figure.pic').waitFor();
    expect(await blocks(writing, names)).toEqual(['p Before', 'one', 'p']);
  });

  it('are films and sounds there, too, when they are recordings', async () => {
    const writing = await desk();
    const { keyboard } = writing.page;
    await writing.type(writing.text, 'Before');
    await keyboard.press('Enter');
    await keyboard.type('After');
    const content = `moving pictures ${Date.now()}`;
    await dropFiles(writing.text.locator(':scope > p').first(), [
      { name: 'ferry.mp4', type: 'video/mp4', bytes: mp4({ content }) },
      { name: 'bell.mp3', type: 'audio/mpeg', bytes: Buffer.concat([mp3(), Buffer.from(content)]) },
      ...(await photographs('pier')),
    ]);
    await writing.text.locator('figure.pic').waitFor();
    await writing.text.locator('audio').waitFor();
    await writing.saved();
    await writing.reopen();
    const shown = writing.text.locator(':scope > p, video, audio, figure.pic img');
    expect(await shown.evaluateAll((all) => all.map(({ localName }) => localName))).toEqual([
      'p',
      'video',
      'audio',
      'img',
      'p',
    ]);
    expect(await writing.text.locator('video').getAttribute('src')).toMatch(
      /^\/api\/media\/[\w-]{36}\/original$/,
    );
  });

  it('are refused by name where the library takes no such file, and the others come in', async () => {
    const writing = await desk();
    await writing.type(writing.text, 'Before');
    await dropFiles(writing.text.locator(':scope > p').first(), [
      { name: 'harbour.mov', type: 'video/quicktime', bytes: Buffer.from('moov') },
      ...(await photographs('pier')),
    ]);
    await writing.page.getByText('harbour.mov').waitFor();
    await writing.text.locator('figure.pic').waitFor();
  });
});

it('A4 the bar of a picture: one tab stop, reached by Alt F10, arrows, Home, End', async () => {
  const writing = await desk();
  const { page } = writing;
  await writing.type(writing.text, 'Before');
  await dropFiles(writing.text.locator(':scope > p').first(), await photographs('one'));
  await writing.text.locator('figure.pic img').click();
  const bar = page.getByRole('toolbar', { name: 'Picture' });
  await bar.getByRole('button', { name: 'Focal point and crops' }).waitFor();
  await expect.poll(() => bar.locator('button:not([tabindex="-1"])').count()).toBe(1);
  await page.keyboard.press('Alt+F10');
  for (const [key, name] of [
    ['ArrowRight', 'Wide'],
    ['End', 'More'],
    ['ArrowRight', 'Inline'],
    ['ArrowLeft', 'More'],
    ['Home', 'Inline'],
  ] as const) {
    await page.keyboard.press(key);
    expect(await focusedName(page)).toBe(name);
  }
  expect(await bar.locator('button:not([tabindex="-1"])').count()).toBe(1);
});

it('the caption that the library offers stands over the credit of a picture, however long it is', async () => {
  const writing = await desk();
  await writing.type(writing.text, 'Before');
  await dropFiles(writing.text.locator(':scope > p').first(), await photographs('one'));
  const picture = writing.text.locator('figure.pic');
  await picture.locator('img').click();
  const caption = picture.locator('figcaption');
  await picture.getByText('Credit', { exact: true }).waitFor();
  const height = async () => (await caption.boundingBox())?.height ?? 0;
  const lines = async (hint: string) => {
    await picture.evaluate((figure, words) => figure.style.setProperty('--caption-hint', `"${words}"`), hint);
    return height();
  };
  const one = await lines('A boat');
  expect(await lines('A boat of the northern harbour in the evening. '.repeat(4))).toBe(2 * one);
  // one writes in its place
  await caption.click({ position: { x: 9, y: 9 } });
  await writing.page.keyboard.type('A ferry');
  expect(await height()).toBe(one);
});

it('the caption of the library stands in the place of its own when the story is opened again, as readers get it', async () => {
  const { person, writing } = await deskAndStory();
  const { page } = writing;
  await writing.type(writing.text, 'Before');
  await dropFiles(writing.text.locator(':scope > p').first(), await photographs('one'));
  const picture = writing.text.locator('figure.pic');
  const id = (await picture.locator('img').getAttribute('src'))?.split('/')[3];
  await writing.saved();
  const { version } = await person.api.get(`/media/${id}`, media);
  await person.api.patch(`/media/${id}`, { caption: { en: 'A boat of the harbour' }, version }, media);
  await page.reload();
  const hint = () => picture.evaluate((figure) => figure.style.getPropertyValue('--caption-hint'));
  await picture.waitFor();
  await expect.poll(hint).toBe('"A boat of the harbour"');
});

it('a gallery takes several pictures of the library at once, in the order in which they were chosen, by keys too', async () => {
  const { person, writing } = await deskAndStory();
  const { page } = writing;
  await putInLibrary(person, 'red', 'green', 'blue', 'late');
  await writing.text.click();
  await page.keyboard.type('/gallery');
  await page.getByRole('option', { name: 'Gallery', selected: true }).waitFor();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Choose pictures' });
  const picture = (name: string) => dialog.getByRole('button', { name: `${name}.jpg` }).first();
  await picture('blue').click();
  await picture('late').press('Space');
  await picture('red').press('Space');
  await picture('late').click();
  await picture('green').click();
  expect(await picture('green').getAttribute('aria-pressed')).toBe('true');
  expect(await picture('late').getAttribute('aria-pressed')).toBe('false');
  await dialog.getByRole('button', { name: 'Add 3 pictures' }).press('Enter');
  const images = writing.text.locator('.gallery-box figure.pic img');
  await expect.poll(() => images.count()).toBe(3);
  const names = await Promise.all(
    (await images.evaluateAll((all) => all.map((one) => one.getAttribute('src')?.split('/')[3]))).map(
      async (id) => {
        const answer = await person.browser.request.get(`${new URL(page.url()).origin}/api/media/${id}`);
        return ((await answer.json()) as { filename: string }).filename;
      },
    ),
  );
  expect(names).toEqual(['blue.jpg', 'red.jpg', 'green.jpg']);

  await writing.text.getByRole('button', { name: 'Add pictures' }).click();
  await picture('late').click();
  await dialog.getByRole('button', { name: 'Add 1 picture' }).click();
  await expect.poll(() => images.count()).toBe(4);
});

it('a picture put in below what one sees comes into sight, and the keys reach its caption, its credit and its description', async () => {
  const { person, writing } = await deskAndStory();
  const { page } = writing;
  const { keyboard } = page;
  await putInLibrary(person, 'red');
  await writing.text.click();
  await keyboard.type('Before\n'.repeat(14));
  await keyboard.type('/picture');
  await page.getByRole('option', { name: 'Picture', selected: true }).waitFor();
  await keyboard.press('Enter');
  await page.getByRole('button', { name: 'red.jpg' }).first().click();
  const picture = writing.text.locator('figure.pic');
  const isInSight = () =>
    picture.locator('img').evaluate((image) => {
      const { top, bottom } = image.getBoundingClientRect();
      const foot = document.querySelector('.canvas')?.getBoundingClientRect().bottom ?? 0;
      return top >= 0 && bottom <= foot;
    });
  await picture.waitFor();
  await expect.poll(isInSight).toBe(true);

  const field = () => page.evaluate(() => document.activeElement?.closest('label')?.innerText.trim());
  await picture.locator('img').click();
  await page.mouse.move(2, 2);
  await keyboard.press('Enter');
  await keyboard.type('The boats');
  await keyboard.press('ArrowDown');
  expect(await field()).toBe('Credit');
  await keyboard.type('A sailor');
  await keyboard.press('ArrowDown');
  expect(await field()).toBe('Alt text');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('lang'))).toBe('en');
  await keyboard.type('Nine boats');
  await keyboard.press('ArrowDown');
  await keyboard.type('After');
  await expect.poll(() => writing.words(writing.text)).toMatch(/The boats.*\nAfter$/);
  // once all is written, too, Tab goes from the words to them
  for (const name of ['Alt text', 'Credit']) {
    await keyboard.press('Shift+Tab');
    expect(await field()).toBe(name);
    expect(await page.evaluate(() => document.activeElement?.getBoundingClientRect().height)).toBeGreaterThan(
      20,
    );
  }
});
