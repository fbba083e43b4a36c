import { article } from '@broadsheet/types';
import type { BrowserContext } from 'playwright-core';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { demoArticle } from './lib/demo-article.ts';
import { desk } from './lib/desk.ts';
import { grantOf, hire, nothing, password, takeAwayRoles } from './lib/people.ts';
import { openWriting, startStory } from './lib/writing-page.ts';

const photograph = new URL('../apps/api/src/demo/pictures/forest-stream.jpg', import.meta.url).pathname;

/** From when `pretend` is called, pages say that they were built before the last change of the document's schema. */
async function olderPages(browser: BrowserContext) {
  let older = false;
  const open = new Set<{ close: () => Promise<void> }>();
  await browser.routeWebSocket(/\/api\/collaboration/, (socket) => {
    const server = socket.connectToServer();
    open.add(socket);
    socket.onMessage((message) => {
      const text = Buffer.from(message).toString('latin1');
      const told = older ? text.replace(/"schemaVersion":\d/, '"schemaVersion":0') : text;
      server.send(Buffer.from(told, 'latin1'));
    });
  });
  return {
    pretend: async () => {
      older = true;
      await Promise.all([...open].map((socket) => socket.close()));
    },
    stop: () => (older = false),
  };
}

describe('writing that is refused', () => {
  it('stays on the page when the right to write is taken away, and the page says so', async () => {
    const writer = await hire('Vusal Kerim', [grantOf('journalist')]);
    const desk = await openWriting(writer, await startStory(writer));
    await desk.type(desk.text, 'Stored words.');
    await desk.saved();
    await takeAwayRoles(writer);
    await desk.type(desk.text, ' Words too late.');
    await desk.saveState('Can’t save: you may no longer write here').waitFor();
    await desk.page.getByText('copy it before you leave').waitFor();
    expect(await desk.words(desk.text)).toContain('Stored words.');
    expect(await desk.text.getAttribute('contenteditable')).toBe('false');
  });

  it('waits for a reload when the page is older than the server, and nothing typed is taken off it', async () => {
    const writer = await hire('Gayane Tovma', [grantOf('journalist')]);
    const pages = await olderPages(writer.browser);
    const desk = await openWriting(writer, await startStory(writer));
    await desk.type(desk.text, 'Before the update.');
    await desk.saved();
    await pages.pretend();
    await desk.saveState('Can’t save: this page is older than the server').waitFor();
    expect(await desk.words(desk.text)).toBe('Before the update.');
    pages.stop();
    await desk.button('Reload').click();
    await desk.saved();
    await desk.type(desk.text, ' After it.');
    await desk.saved();
    await desk.reopen();
    expect(await desk.words(desk.text)).toBe('Before the update. After it.');
  });
});

describe('a step that comes too late', () => {
  it.each([
    ['en', 'Publish', 'Other steps', 'Mira Hakob published this article before you.'],
    ['ru', 'Опубликовать', 'Другие шаги', 'Вас опередили: статья уже опубликована (Mira Hakob).'],
  ])('says in %s who was faster, and what was written stays', async (locale, step, others, sentence) => {
    const [slow, fast] = await Promise.all([
      hire('Zaur Alim', [grantOf('desk_editor')]),
      hire('Mira Hakob', [grantOf('desk_editor')]),
    ]);
    const sections = await slow.sections();
    const started = await startStory(slow, 'en', { sectionId: sections[0]?.id ?? null });
    const desk = await openWriting(slow, started);
    await desk.type(desk.headline, `Who was faster, told in ${locale} ${Date.now() % 100_000}`);
    await desk.type(desk.text, 'Both wanted to publish.');
    await desk.saved();
    await slow.api.patch('/auth/me', { locale }, nothing);
    await desk.page.reload();
    await desk.text.or(desk.page.locator('.sheet-body [contenteditable]')).first().waitFor();
    // The notice of the other's step reaches this page, but what it asks for then does not come.
    await slow.browser.route('**/api/{stories,articles}/*', (route) => route.abort());
    const mine = await fast.api.get(`/articles/${started.articles[0]?.id}`, article);
    await fast.api.post(`/articles/${mine.id}/publish`, { version: mine.version }, article);
    await desk.button(others).click();
    await desk.page.getByRole('menuitem', { name: step, exact: true }).click();
    await desk.page.getByRole('alert').getByText(sentence).waitFor();
    expect(await desk.page.locator('.sheet-body').innerText()).toContain('Both wanted to publish.');
  });
});

describe('an address that is taken', () => {
  it('is refused beside the field, with what was typed still in it', async () => {
    const writer = await hire('Lala Emin', [grantOf('desk_editor')]);
    const desk = await openWriting(writer, await startStory(writer));
    await desk.type(desk.text, 'Another bridge.');
    await desk.page.getByRole('tab', { name: 'Article' }).click();
    const slug = desk.page.getByLabel('Slug', { exact: true });
    await slug.fill(demoArticle('en').slug);
    await slug.press('Enter');
    await desk.page.getByText('This address is in use or was used before. Choose another.').waitFor();
    expect(await slug.inputValue()).toBe(demoArticle('en').slug);
    await desk.saved();
    expect(await desk.words(desk.text)).toBe('Another bridge.');
  });
});

describe('a picture that can’t be taken', () => {
  it('is named with the reason, and the text stays as it was', async () => {
    const writing = await desk();
    await writing.type(writing.text, 'Words around a picture.');
    const folder = await mkdtemp(join(tmpdir(), 'broadsheet-pictures-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const send = async (name: string, bytes: Buffer) => {
      await writeFile(join(folder, name), bytes);
      await writing.page.keyboard.press('Enter');
      await writing.page.keyboard.type('/pic');
      await writing.page.getByRole('option', { name: /^Picture/, selected: true }).waitFor();
      await writing.page.keyboard.press('Enter');
      const chooser = writing.page.waitForEvent('filechooser');
      await writing.page.getByRole('dialog').getByRole('button', { name: 'Upload' }).click();
      await (await chooser).setFiles(join(folder, name));
    };
    const tray = writing.page.getByRole('list', { name: 'Uploads' });
    const beginning = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb0043', 'hex');
    await send('half.jpg', beginning);
    await tray.getByText("This file is damaged and can't be read.").waitFor();
    await writing.text.click();
    await send('letter.jpg', Buffer.from('Dear editor, this is no picture at all.'));
    await tray.getByText('letter.jpg').waitFor();
    await tray.getByText('This kind of file is not accepted.').waitFor();
    await writing.text.click();
    await send('huge.jpg', Buffer.concat([beginning, Buffer.alloc(42_000_000, 1)]));
    await tray.getByText('This file is too large').waitFor();
    await writing.saved();
    expect((await writing.words(writing.text)).trim()).toBe('Words around a picture.');
  });

  it('waits for a new sign-in when the session has ended meanwhile, and then arrives', async () => {
    const writer = await hire('Elnur Piri', [grantOf('journalist')]);
    const page = await writer.open('/media');
    await page.getByRole('img').first().waitFor();
    await writer.api.post('/auth/sign-out-everywhere', undefined, nothing);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Upload' }).click();
    await (await chooser).setFiles(photograph);
    const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.getByLabel('Password', { exact: true }).fill(password);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Keep both' }).click();
    await page
      .getByRole('link', { name: /^A stream running over rocks/ })
      .first()
      .waitFor();
  });
});
