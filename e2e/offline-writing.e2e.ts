import { story as storySchema } from '@broadsheet/types';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bytesOf } from './lib/download.ts';
import { openLastingBrowser } from './lib/browser.ts';
import { inLongRun } from './lib/in-long-run.ts';
import { grantOf, hire, nothing, password, takeAwayRoles } from './lib/people.ts';
import { openWriting, startStory, type WritingPage } from './lib/writing-page.ts';

/** Until the page could be opened without a network: its worker has taken it over, and so are its answers. */
async function keptOnDevice(desk: WritingPage): Promise<void> {
  const kept = () =>
    desk.page.evaluate(async () => {
      if (navigator.serviceWorker.controller?.state !== 'activated') return [];
      const name = (await caches.keys()).find((one) => one.startsWith('answers-')) ?? '';
      const answers = await (await caches.open(name)).keys();
      return answers.map(({ url }) => new URL(url).pathname);
    });
  for (const path of [/auth.me$/, /stories.[\da-f-]+$/, /articles.[\da-f-]+$/, /threads$/])
    await expect.poll(kept).toContainEqual(expect.stringMatching(path));
}

describe('writing without a network', () => {
  it('F9 keeps what was typed offline through a reload offline, and sends it when the network is back', async () => {
    const writer = await hire('Sona Vardan', [grantOf('journalist')], openLastingBrowser);
    const story = await startStory(writer);
    const desk = await openWriting(writer, story);
    await desk.type(desk.headline, 'The pass is closed');
    await desk.type(desk.text, 'Snow fell at night.');
    await desk.saved();
    await keptOnDevice(desk);
    const { id: neverOpened } = await startStory(writer);

    await writer.browser.setOffline(true);
    await desk.type(desk.text, ' The road is shut.');
    await desk.type(desk.headline, ' again');
    const notes = desk.page.getByRole('textbox', { name: 'Notes to the desk' });
    await notes.fill('Ask the road service.');
    await desk.page.keyboard.press('Tab');
    await desk.page.getByText('Kept on this device. It is saved by itself').waitFor();
    expect(await desk.page.getByRole('alert').count()).toBe(0);
    await desk.saveState(/^Offline: \d+ changes? kept on this device$/).waitFor();
    await desk.page.reload();
    await desk.text.getByText('Snow fell at night. The road is shut.').waitFor();
    await expect.poll(() => notes.inputValue()).toBe('Ask the road service.');
    await desk.type(desk.text, ' Two lorries wait.');
    // at once: the last letters are still on their way to the disk
    await desk.page.goto(new URL('/', desk.page.url()).href);
    await desk.page.getByText(/^Offline: only the stories that this device keeps .* \d\d:\d\d\./).waitFor();
    const unsent = desk.page.getByRole('status').filter({ hasText: 'Edits that are on this device alone.' });
    const link = unsent.getByRole('link', { name: 'The pass is closed again' });
    await link.waitFor();
    await desk.page.goto(new URL(`/stories/${neverOpened}/en`, desk.page.url()).href);
    await desk.page.getByText('This story is not kept on this device').waitFor();
    await link.click();
    await desk.text.getByText('Two lorries wait.').waitFor();

    await writer.browser.setOffline(false);
    await desk.saved();
    const other = await hire('Levan Tsereteli', [grantOf('journalist')], openLastingBrowser);
    const elsewhere = await openWriting(other, story);
    await elsewhere.text.getByText('Snow fell at night. The road is shut. Two lorries wait.').waitFor();
    expect(await elsewhere.headline.innerText()).toBe('The pass is closed again');
    await expect
      .poll(async () => (await writer.api.get(`/stories/${story.id}`, storySchema)).notes)
      .toBe('Ask the road service.');
    await desk.page.goto(new URL('/stories', desk.page.url()).href);
    await desk.page.locator(`th a[href*="${story.id}"]`).waitFor();
    expect(await unsent.count()).toBe(0);
  });

  it('keeps comments through a reload offline, also one half written, and sends each once', async () => {
    const writer = await hire('Rauf Nabi', [grantOf('journalist')], openLastingBrowser);
    const desk = await openWriting(writer, await startStory(writer));
    const { page } = desk;
    const box = page.getByRole('combobox', { name: 'Your comment' });
    const comment = async (about: string, words: string) => {
      await desk.text.focus();
      await desk.select(about);
      await page.keyboard.press('Control+Alt+m');
      await box.fill(words);
    };
    await desk.type(desk.text, 'Nine boats came home.');
    await comment('Nine boats', 'Who counted them?');
    await box.press('Control+Enter');
    const thread = page.getByRole('article', { name: 'Nine boats' });
    await thread.getByText('Who counted them?').waitFor();
    await keptOnDevice(desk);
    await page.getByRole('tab', { name: 'Comments' }).click();

    await writer.browser.setOffline(true);
    await desk.saveState('Offline: the text so far is saved').waitFor();
    const reply = thread.getByRole('combobox', { name: 'Reply' });
    await thread.getByRole('button', { name: 'Nine boats' }).click();
    await reply.fill('The harbour did.');
    await reply.press('Control+Enter');
    await desk.saveState('Offline: the text so far is saved, 1 comment waits').waitFor();
    await desk.type(desk.text, ' One did not.');
    await comment('One did not', 'Which one?');
    await box.press('Control+Enter');
    const waiting = page.getByText('It will be sent when the connection is back.');
    await expect.poll(() => waiting.count()).toBe(2);
    await desk.saveState(/^Offline: \d+ changes? kept on this device, 2 comments wait$/).waitFor();
    await comment('came home', 'When was');
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await expect.poll(() => waiting.count()).toBe(2);
    await thread.getByText('Who counted them?').waitFor();
    await expect.poll(() => box.inputValue()).toBe('When was');

    // the newsroom takes them, and one answer gets lost on its way
    let lost = 0;
    await page.route('**/api/articles/*/threads', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.fallback();
      lost += 1;
      await route.fetch();
      return route.abort();
    });
    await writer.browser.setOffline(false);
    await box.press('End');
    await page.keyboard.type(' that?');
    await expect.poll(() => waiting.count()).toBe(0);
    await desk.saved();
    await box.press('Control+Enter');
    await page.getByRole('article', { name: 'came home' }).getByText('When was that?').waitFor();
    await page.reload();
    await desk.saved();
    await page.getByRole('tab', { name: 'Comments 3' }).click();
    await page.getByRole('button', { name: 'Comments here: 4' }).waitFor();
    for (const words of ['Who counted them?', 'The harbour did.', 'Which one?', 'When was that?'])
      expect([words, await page.getByText(words).count()]).toEqual([words, 1]);
    await expect
      .poll(async () => (await desk.text.locator('.comment').allInnerTexts()).toSorted())
      .toEqual(['Nine boats', 'One did not', 'came home'].toSorted());
    expect(lost).toBe(1);
  });

  inLongRun(
    'asks before signing out takes words that are nowhere else, and leaves nothing on the device then',
    async () => {
      const writer = await hire('Gulnar Aliyeva', [grantOf('journalist')], openLastingBrowser);
      const story = await startStory(writer);
      const desk = await openWriting(writer, story);
      const otherTab = await openWriting(writer, story);
      await desk.type(desk.text, 'Kept.');
      await desk.saved();
      await keptOnDevice(desk);
      await writer.browser.setOffline(true);
      await desk.type(desk.text, ' Not yet.');
      await desk.saveState(/^Offline: \d+ changes? kept on this device$/).waitFor();
      await desk.page.goto(new URL('/account', desk.page.url()).href);
      await desk.button('Sign out').click();
      const asked = desk.page.getByRole('dialog', { name: 'Words that are only on this device' });
      await asked.getByText('1 article has edits').waitFor();
      await asked.getByText('Signing out needs a connection').waitFor();
      expect(await asked.getByRole('button', { name: 'Sign out and delete them' }).isDisabled()).toBe(true);
      await asked.getByRole('button', { name: 'Cancel' }).click();

      // another tab on the article, with nothing of its own to send, does not speak for what was typed in this one
      await writer.browser.setOffline(false);
      await otherTab.type(otherTab.headline, 'Sent');
      await otherTab.saved();
      await desk.button('Sign out').click();
      await asked.getByText('1 article has edits').waitFor();
      await asked.getByRole('button', { name: 'Sign out and delete them' }).click();
      await desk.page.waitForURL(/\/sign-in/);
      const left = await desk.page.evaluate(async () => ({
        databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
        answers: (await caches.keys()).filter((name) => name.startsWith('answers')),
      }));
      expect(left).toEqual({ databases: [], answers: [] });
    },
  );

  inLongRun(
    'stays for whoever wrote it when somebody else signs in and out at the same browser',
    async () => {
      const sona = await hire('Sona Vardan', [grantOf('journalist')], openLastingBrowser);
      const story = await startStory(sona);
      const desk = await openWriting(sona, story);
      await desk.type(desk.text, 'Sent.');
      await desk.saved();
      await keptOnDevice(desk);
      await sona.browser.setOffline(true);
      await desk.type(desk.text, ' Not yet.');
      await desk.saveState(/^Offline: \d+ changes? kept on this device$/).waitFor();
      await desk.page.close();
      await sona.browser.setOffline(false);

      const levan = await hire('Levan Tsereteli', [grantOf('journalist')], () =>
        Promise.resolve(sona.browser),
      );
      const page = await levan.open('/account');
      const signOut = page.getByRole('button', { name: 'Sign out', exact: true });
      await signOut.waitFor();
      const answers = await page.evaluate(async () => {
        const names = (await caches.keys()).filter((name) => name.startsWith('answers'));
        const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
        return { names, paths: kept.flat().map(({ url }) => new URL(url).pathname) };
      });
      expect(answers.names).toEqual([`answers-${levan.id}`]);
      expect(answers.paths.filter((path) => path.includes(story.id))).toEqual([]);
      await signOut.click();
      await page.waitForURL(/\/sign-in/);

      await sona.api.post('/auth/sign-in', { email: sona.email, password }, nothing);
      const again = await openWriting(sona, story);
      await again.text.getByText('Sent. Not yet.').waitFor();
    },
  );

  it('is saved as a file when the server no longer takes it', async () => {
    const writer = await hire('Vusal Kerim', [grantOf('journalist')], openLastingBrowser);
    const desk = await openWriting(writer, await startStory(writer));
    await desk.type(desk.text, 'Stored words.');
    await desk.saved();
    await writer.browser.setOffline(true);
    await desk.type(desk.text, ' Words too late.');
    await desk.page.getByRole('textbox', { name: 'Notes to the desk' }).fill('Ask the <road> service.');
    await desk.page.keyboard.press('Tab');
    await desk.saveState(/^Offline: \d+ changes? kept on this device$/).waitFor();
    await takeAwayRoles(writer);
    await writer.browser.setOffline(false);
    await desk.saveState('Can’t save: you may no longer write here').waitFor();
    /** The words, and what was changed beside them. */
    const savesAll = async () => {
      const coming = desk.page.waitForEvent('download');
      await desk.button('Save as a file').click();
      const html = (await bytesOf(await coming)).toString();
      expect(html).toContain('Stored words. Words too late.');
      expect(html).toContain('Notes to the desk: Ask the &lt;road&gt; service.');
    };
    await savesAll();

    // also after the page was loaded anew, when nothing of the article is shown any more
    const { page } = desk;
    await page.reload();
    await savesAll();
    await desk.button('Take them off this device').click();
    await page.getByText('Words of yours that are on this device alone').waitFor({ state: 'detached' });
    await page.reload();
    await desk.button('Try again').waitFor();
    expect(await desk.button('Save as a file').count()).toBe(0);
  });

  it('is saved as a file too where it is a field beside the text alone', async () => {
    const writer = await hire('Ayla Karimli', [grantOf('journalist')], openLastingBrowser);
    const desk = await openWriting(writer, await startStory(writer));
    await desk.saved();
    await writer.browser.setOffline(true);
    await desk.page.getByRole('textbox', { name: 'Notes to the desk' }).fill('Ask the ferry.');
    await desk.page.keyboard.press('Tab');
    await takeAwayRoles(writer);
    await writer.browser.setOffline(false);
    await desk.saveState('Can’t save: you may no longer write here').waitFor();
    const coming = desk.page.waitForEvent('download');
    await desk.button('Save as a file').click();
    expect((await bytesOf(await coming)).toString()).toContain('Ask the ferry.');
  });

  it.each([
    ['ru', 'Сохранено', 'Нет связи', /^Нет связи: \d+ прав/],
    ['hy', 'Պահված է', 'Կապ չկա', /^Կապ չկա\. \d+ փոփոխություն/],
  ])('says whole on a phone in %s whether the words are saved', async (locale, saved, offline, kept) => {
    const person = await hire('Sona Vardan', [grantOf('journalist')]);
    const { id } = await startStory(person);
    await person.api.patch('/auth/me', { locale }, nothing);
    const page = await person.open(`/stories/${id}/en`);
    await page.setViewportSize({ width: 390, height: 844 });
    const state = page.locator('header [data-state] .clip');
    const isWhole = () => state.evaluate((words) => words.scrollWidth <= words.clientWidth);
    const lines = () => state.evaluate((words) => words.getBoundingClientRect().height);

    await state.getByText(saved, { exact: true }).waitFor();
    expect(await isWhole()).toBe(true);
    await person.browser.setOffline(true);
    onTestFinished(() => person.browser.setOffline(false));
    await page.locator('.sheet-body [contenteditable]').first().click();
    await page.keyboard.type('On the way.');
    await state.getByText(offline, { exact: true }).waitFor();
    expect([await isWhole(), (await lines()) < 24]).toEqual([true, true]);
    const advice = page.getByRole('status').getByText(kept);
    await advice.waitFor();
    expect((await advice.boundingBox())?.width).toBeGreaterThan(320);
  });
});
