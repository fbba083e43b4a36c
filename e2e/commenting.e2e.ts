import { describe, expect, it } from 'vitest';
import { openBrowser } from './lib/browser.ts';
import { deskAndStory, deskForTwo } from './lib/desk.ts';
import { grantOf, hire } from './lib/people.ts';
import { openWriting, startStory } from './lib/writing-page.ts';

describe('a conversation about words', () => {
  it('is begun by one, answered by the other, stays with its words, and is resolved and reopened', async () => {
    const [hers, his] = await deskForTwo();
    await hers.type(hers.text, 'Nine boats came home. One did not.');
    await his.text.getByText('One did not.').waitFor();
    await hers.select('Nine boats');
    await hers.page.keyboard.press('Control+Alt+m');
    await hers.page.getByRole('combobox', { name: 'Your comment' }).waitFor();
    await hers.page.keyboard.type('Who counted them? @Ily');
    await hers.page.getByRole('option', { name: 'Ilya Gromov' }).waitFor();
    await hers.page.keyboard.press('Enter');
    await hers.page.keyboard.press('Control+Enter');

    // he is called, and finds the conversation at its words
    await his.page.getByRole('button', { name: 'Notices, 1 unread' }).waitFor();
    await his.page.getByRole('button', { name: 'Comments here: 1' }).click();
    const thread = his.page.getByRole('article', { name: 'Nine boats' });
    await thread.getByText('Who counted them?').waitFor();
    await thread.getByRole('combobox', { name: 'Reply' }).fill('The harbour did.');
    await thread.getByRole('combobox', { name: 'Reply' }).press('Control+Enter');
    const hersToo = hers.page.getByRole('article', { name: 'Nine boats' });
    await hersToo.getByText('The harbour did.').waitFor();
    await his.page.getByRole('button', { name: 'Comments here: 2' }).waitFor();

    // words before it, and its own block turned into another, move it along
    await his.text.click();
    await his.page.keyboard.press('Control+Home');
    await his.page.keyboard.type('Last night: ');
    await his.page.keyboard.press('Control+Alt+2');
    await his.page.keyboard.press('Control+End');
    await hers.text.locator('h2', { hasText: 'came home' }).waitFor();
    expect(await hers.words(hers.text)).toBe('Last night: Nine boats came home. One did not.');
    await hers.saved();
    await expect.poll(() => hers.text.locator('.comment').allInnerTexts()).toEqual(['Nine boats']);

    await hersToo.getByRole('button', { name: 'Resolve' }).click();
    await his.page.getByRole('button', { name: 'Comments here: 2' }).waitFor({ state: 'detached' });
    await his.page.getByRole('button', { name: 'Resolved 1' }).click();
    await thread.getByText('Resolved by Nona Sabir').waitFor();
    await thread.getByText('Who counted them?').click();
    await thread.getByRole('button', { name: 'Reopen' }).click();
    await hers.page.getByRole('button', { name: 'Comments here: 2' }).waitFor();
  });

  it('keeps off the edge of a phone, and what is told there off the bar at its foot', async () => {
    const onPhone = () => openBrowser({ viewport: { width: 390, height: 844 } });
    const nona = await hire('Nona Phone', [grantOf('journalist')], onPhone);
    const writing = await openWriting(nona, await startStory(nona));
    const { page } = writing;
    await writing.type(writing.text, 'Nine boats came home.');
    await writing.select('Nine boats');
    await page.keyboard.press('Control+Alt+m');
    await page.getByRole('combobox', { name: 'Your comment' }).fill('Who counted them?');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('article', { name: 'Nine boats' }).waitFor();
    await page.keyboard.press('Escape');
    const edge = async (name: string) => {
      const box = await page.getByRole('button', { name }).boundingBox();
      return box ? box.x + box.width : 0;
    };
    await expect.poll(() => edge('Comments here: 1')).toBe(386);

    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Go to or do' }).fill('keep this version');
    await page.getByRole('option', { name: 'Keep this version', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    const told = page.locator('.toast', { hasText: 'kept' });
    const foot = page.getByRole('toolbar', { name: 'Format' });
    const gap = async () => {
      const [toast, bar] = [await told.boundingBox(), await foot.boundingBox()];
      return toast && bar ? bar.y - toast.y - toast.height : 0;
    };
    await expect.poll(gap).toBeGreaterThan(4);
  });

  it('is begun with the mouse by somebody who may only read', async () => {
    const { story, writing: hers } = await deskAndStory();
    await hers.type(hers.text, 'Nineteen boats came home.');
    await hers.saved();
    const timur = await hire('Timur Osman', [grantOf('translator', { languages: ['az'] })]);
    const page = await timur.open(`/stories/${story.id}/en`);
    const words = page.getByText('Nineteen boats came home.');
    await words.dblclick({ position: { x: 24, y: 12 } });
    await page.getByRole('group', { name: 'Comment' }).getByRole('button', { name: 'Comment' }).click();
    await page.getByRole('combobox', { name: 'Your comment' }).waitFor();
    await page.keyboard.type('Who counted them?');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('article').getByText('Who counted them?').waitFor();
    await hers.page.getByRole('button', { name: 'Comments here: 1' }).waitFor();
    expect(await hers.words(hers.text)).toBe('Nineteen boats came home.');
  });

  it('keeps a reply that is half written, and whom it calls, whatever one looks at meanwhile', async () => {
    const [hers] = await deskForTwo();
    await hers.type(hers.text, 'Nine boats came home.');
    await hers.select('Nine boats');
    await hers.page.keyboard.press('Control+Alt+m');
    await hers.page.getByRole('combobox', { name: 'Your comment' }).fill('Who counted them?');
    await hers.page.keyboard.press('Control+Enter');
    const thread = hers.page.getByRole('article', { name: 'Nine boats' });
    await thread.getByRole('combobox', { name: 'Reply' }).click();
    await hers.page.keyboard.type('I ask @Ily');
    await hers.page.getByRole('option', { name: 'Ilya Gromov' }).waitFor();
    await hers.page.keyboard.press('Enter');
    await hers.page.getByRole('tab', { name: 'Checks' }).click();
    await thread.waitFor({ state: 'detached' });
    await hers.page.getByRole('tab', { name: 'Comments' }).click();
    const reply = thread.getByRole('combobox', { name: 'Reply' });
    await expect.poll(() => reply.inputValue()).toBe('I ask @Ilya Gromov ');
    await reply.press('Control+Enter');
    // a name that calls nobody is no more than words
    await thread.locator('b', { hasText: '@Ilya Gromov' }).waitFor();
  });

  it('calls whom one chose in the place of the name, and nobody of a name that was typed before', async () => {
    const [hers] = await deskForTwo();
    const { page } = hers;
    await hers.type(hers.text, 'Nine boats came home.');
    await hers.select('Nine boats');
    await page.keyboard.press('Control+Alt+m');
    const box = page.getByRole('combobox', { name: 'Your comment' });
    await box.waitFor();
    const ilya = page.getByRole('option', { name: 'Ilya Gromov' });
    await page.keyboard.type('I ask @Ily');
    await ilya.waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect.poll(() => box.inputValue()).toBe('I ask @Ilya Gromov ');
    await page.keyboard.type('and @Ily');
    await ilya.waitFor();
    // no answer comes any more
    await page.route('**/colleagues?*', () => undefined);
    for (let letter = 0; letter < 3; letter++) await page.keyboard.press('Backspace');
    await page.keyboard.type('Zor');
    await page.keyboard.press('Enter');
    expect(await box.inputValue()).toBe('I ask @Ilya Gromov and @Zor\n');
  });

  it('leaves the buttons of a suggestion on its line in reach', async () => {
    const { writing } = await deskAndStory();
    const { page } = writing;
    await writing.type(writing.text, 'Nine boats came home.');
    await writing.select('Nine');
    await page.keyboard.press('Control+Alt+m');
    await page.getByRole('combobox', { name: 'Your comment' }).fill('Who counted them?');
    await page.keyboard.press('Control+Enter');
    const sign = page.getByRole('button', { name: 'Comments here: 1' });
    await sign.waitFor();
    await page.keyboard.press('Control+Alt+s');
    await page.getByRole('button', { name: 'Mode: Suggesting' }).waitFor();
    await writing.type(writing.text, ' At dawn.');
    await page.keyboard.press('Control+Alt+s');
    await page.getByRole('button', { name: 'Mode: Writing' }).waitFor();
    const accept = page.getByRole('button', { name: 'Accept: adds “At dawn.”' });
    // a press that would meet the other is refused by the browser's driver
    for (const button of [accept, page.getByRole('button', { name: /^Reject: / }), sign])
      await button.click({ trial: true });
    await accept.click();
    await expect.poll(() => writing.words(writing.text)).toBe('Nine boats came home. At dawn.');
  });

  it('can be about the whole text', async () => {
    const { writing } = await deskAndStory();
    const { page } = writing;
    await writing.type(writing.text, 'Nine boats came home.\nOne did not.');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+Alt+m');
    await page.getByRole('combobox', { name: 'Your comment' }).fill('Too short?');
    await page.keyboard.press('Control+Enter');
    const thread = page.getByRole('article', { name: 'Nine boats came home. One did not.' });
    await thread.waitFor();

    // and holds publishing: the list of checks leads to it
    await thread.getByRole('checkbox', { name: 'Blocks publishing' }).check();
    await page.getByRole('tab', { name: 'Checks' }).click();
    await page.getByRole('button', { name: /^Go to: A blocking comment is open/ }).click();
    await thread.getByText('Too short?').waitFor();
  });

  it('goes on without a place when its words are deleted; the headline and a picture have one each', async () => {
    const { writing } = await deskAndStory();
    const { page } = writing;
    const say = async (words: string) => {
      await page.keyboard.press('Control+Alt+m');
      await page.getByRole('combobox', { name: 'Your comment' }).fill(words);
      await page.keyboard.press('Control+Enter');
      await page.getByRole('article').getByText(words).waitFor();
    };
    await writing.type(writing.headline, 'Boats come home');
    await say('Too long?');
    await page.getByRole('article', { name: 'On the headline' }).waitFor();

    await writing.type(writing.text, 'Nine boats came home. One did not.');
    await writing.select('Nine boats came home.');
    await say('Who counted them?');
    await writing.select('Nine boats came home.');
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: 'Without place 1' }).click();
    await page.getByRole('article', { name: 'Nine boats came home.' }).waitFor();
    await page.getByText('What this was about is no longer in the text.').waitFor();

    await page.getByRole('button', { name: /^Open / }).click();
    await writing.type(writing.text, '\n/picture');
    await page.getByRole('option', { name: /^Picture / }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').locator('img').first().click();
    await writing.text.locator('figure').click();
    await say('Is this ours?');
    await page.getByRole('article', { name: /^On (a|the) picture/ }).waitFor();

    // the lead picture too, until another takes its place
    await page.getByRole('tab', { name: 'Story', exact: true }).click();
    await writing.button('Choose a picture').click();
    await page.getByRole('dialog').locator('img').nth(1).click();
    await page.locator('[data-place=lead]').getByRole('button', { name: 'Comment' }).click();
    await page.getByRole('combobox', { name: 'Your comment' }).fill('Sharper, please');
    await page.keyboard.press('Control+Enter');
    const lead = page.getByRole('article', { name: 'On the lead picture' });
    await lead.getByText('Sharper, please').waitFor();
    await page.getByRole('tab', { name: 'Story', exact: true }).click();
    await page.locator('[data-place=lead]').getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('tab', { name: 'Comments' }).click();
    await page.getByRole('button', { name: 'Without place 2' }).click();
    await lead.getByText('What this was about is no longer in the text.').waitFor();
  });
});
