import { afterAll, describe, expect, it } from 'vitest';
import { FrozenDatabase } from './lib/frozen-database.ts';
import { grantOf, hire, nothing, password } from './lib/people.ts';
import { openWriting, startStory } from './lib/writing-page.ts';

describe('writing through an interruption', () => {
  afterAll(() => FrozenDatabase.healAll());

  it('F10 goes on after the session has ended, with what was typed offline meanwhile', async () => {
    const writer = await hire('Nadia Verin', [grantOf('journalist')]);
    const desk = await openWriting(writer, await startStory(writer));
    await desk.type(desk.headline, 'The ferry is back');
    await desk.saved();
    await writer.browser.setOffline(true);
    await desk.type(desk.text, 'It left at noon.');
    await desk.saveState(/^Offline: \d+ changes kept on this device$/).waitFor();
    await writer.api.post('/auth/sign-out-everywhere', undefined, nothing);
    await writer.browser.setOffline(false);

    const dialog = desk.page.getByRole('dialog', { name: 'Your session has ended' });
    await dialog.getByLabel('Password', { exact: true }).fill(password);
    expect(await desk.saveState('Saved').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await desk.saved();
    await desk.type(desk.text, ' It was full.');
    await desk.saved();
    await desk.reopen();
    expect(await desk.headline.innerText()).toBe('The ferry is back');
    expect(await desk.text.innerText()).toBe('It left at noon. It was full.');
  });

  it('says Saved only when the database is back after it was gone', async () => {
    const writer = await hire('Tural Aslan', [grantOf('journalist')]);
    const desk = await openWriting(writer, await startStory(writer));
    await desk.type(desk.text, 'Before. ');
    await desk.saved();
    const database = FrozenDatabase.freeze();
    await desk.type(desk.text, 'While nothing can be stored. ');
    await desk.saveState('Saving…').waitFor();
    database.kill();
    await desk.type(desk.text, 'While it comes back.');
    await desk.saved();
    await desk.reopen();
    expect(await desk.text.innerText()).toBe('Before. While nothing can be stored. While it comes back.');
  });
});
