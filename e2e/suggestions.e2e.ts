import { describe, expect, it } from 'vitest';
import { deskAndStory, deskForTwo } from './lib/desk.ts';
import { grantOf, hire } from './lib/people.ts';
import { openWriting } from './lib/writing-page.ts';

describe('suggestions in two browsers', () => {
  it('are made by one, accepted and rejected by the other, and taken back by undo', async () => {
    const [hers, his] = await deskForTwo();
    await hers.type(hers.text, 'Two summers running.');
    await his.text.getByText('Two summers running.').waitFor();

    await his.page.keyboard.press('Control+Alt+s');
    await his.page.getByRole('button', { name: 'Mode: Suggesting' }).waitFor();
    await his.type(his.text, ' Three in all.');
    await hers.page.locator('ins', { hasText: 'Three in all.' }).waitFor();
    // the text itself is what it was
    await hers.page.getByText('3 words', { exact: true }).waitFor();
    await his.page.keyboard.press('Home');
    for (let letters = 0; letters < 3; letters++) await his.page.keyboard.press('Shift+ArrowRight');
    await his.page.keyboard.type('Some');
    await hers.page.locator('del', { hasText: 'Two' }).waitFor();

    await hers.page.getByRole('button', { name: 'Accept: “Two” becomes “Some”' }).click();
    await hers.page.getByRole('button', { name: 'Reject: adds “Three in all.”' }).click();
    await expect.poll(() => his.words(his.text)).toBe('Some summers running.');
    await expect.poll(() => his.page.locator('ins, del').count()).toBe(0);

    await his.page.keyboard.press('End');
    await his.page.keyboard.type(' Yes');
    await hers.page.locator('ins', { hasText: 'Yes' }).waitFor();
    await his.page.keyboard.press('Control+z');
    await expect.poll(() => hers.words(hers.text)).toBe('Some summers running.');
    await Promise.all([hers.saved(), his.saved()]);
    await his.page.keyboard.press('Control+Alt+s');
    await his.page.getByRole('button', { name: 'Mode: Writing' }).waitFor();
  });

  it('are all that somebody may do whose grant is for another language, with keys alone', async () => {
    const { story, writing: hers } = await deskAndStory();
    const timur = await hire('Timur Aliyev', [grantOf('journalist', { languages: ['az'] })]);
    await hers.type(hers.text, 'The order hangs at the trailhead.');
    await hers.saved();
    const his = await openWriting(timur, story);
    await his.page.getByRole('button', { name: 'Mode: Suggesting' }).waitFor();
    await his.type(his.text, ' Still.');
    await his.saved();
    await hers.page.locator('ins', { hasText: 'Still.' }).waitFor();
    expect(await his.page.getByRole('button', { name: /^Accept/ }).count()).toBe(0);

    // with nothing but the sheet in sight too
    await hers.page.keyboard.press('Control+Shift+f');
    await hers.page.getByRole('button', { name: 'Mode: Writing' }).waitFor({ state: 'detached' });
    await hers.page.keyboard.press('Control+Alt+j');
    await hers.page.keyboard.press('Control+Alt+a');
    await expect.poll(() => his.page.locator('ins').count()).toBe(0);
    await hers.page.keyboard.press('Control+Shift+f');
    expect(await his.words(his.text)).toBe('The order hangs at the trailhead. Still.');
  });

  it('say what becomes of a block, which goes on being written in, of emphasis and of the headline', async () => {
    const [hers, his] = await deskForTwo();
    await hers.type(hers.headline, 'Boats');
    await hers.type(hers.text, 'Two summers running.');
    await his.text.getByText('Two summers running.').waitFor();
    await his.page.keyboard.press('Control+Alt+s');
    await his.type(his.headline, ' come home');
    await his.text.click();
    await his.page.keyboard.press('Control+Alt+2');
    await hers.page.getByRole('button', { name: 'Accept: Text → Heading' }).waitFor();
    expect(await hers.text.locator('h2').count()).toBe(0);
    await hers.type(hers.text, ' And a third.');
    await his.text.getByText('And a third.').waitFor();
    await his.select('summers');
    await his.page.keyboard.press('Control+b');
    await hers.page.getByRole('button', { name: 'Accept: “summers”: Bold' }).waitFor();

    await hers.page.keyboard.press('Control+k');
    await hers.page.keyboard.type('accept all');
    await hers.page.getByRole('option', { name: /^Accept all/ }).click();
    await his.text.locator('h2', { hasText: 'Two summers running. And a third.' }).waitFor();
    await his.text.locator('h2 strong', { hasText: 'summers' }).waitFor();
    await expect.poll(() => his.words(his.headline)).toBe('Boats come home');
    await expect.poll(() => his.page.locator('ins, del').count()).toBe(0);
    await his.page.keyboard.press('Control+Alt+s');
  });

  it('of new lines become headings and lists as one types, and are settled from one note to the next', async () => {
    const [hers, his] = await deskForTwo();
    await hers.type(hers.text, 'Two summers running.');
    await his.text.getByText('Two summers running.').waitFor();
    await his.page.keyboard.press('Control+Alt+s');
    await his.type(his.text, ' Three.');
    await his.page.keyboard.press('Enter');
    await his.page.keyboard.type('The third');
    await his.page.keyboard.press('Control+Alt+2');
    await his.page.keyboard.press('Enter');
    await his.page.keyboard.type('- Fish');
    await his.page.keyboard.press('Enter');
    await his.page.keyboard.type('Cod');
    await his.select('Two');
    await his.page.keyboard.press('Control+b');
    const lines = 'adds “Three.”, new: Heading “The third”, new: Bullets “Fish Cod”';
    await hers.page.getByRole('button', { name: `Accept: ${lines}` }).waitFor();

    // whoever clicks on suggested words has their note, and the keyboard goes on to the next one
    await hers.text.locator('ins', { hasText: 'Cod' }).click();
    await hers.page
      .locator('.note.current')
      .and(hers.page.getByRole('group', { name: lines }))
      .waitFor();
    await hers.page.getByRole('button', { name: 'Accept: “Two”: Bold' }).focus();
    await hers.page.keyboard.press('Enter');
    await hers.page
      .getByRole('button', { name: `Accept: ${lines}` })
      .and(hers.page.locator(':focus'))
      .waitFor();
    await hers.page.keyboard.press('Enter');
    await hers.text.and(hers.page.locator(':focus')).waitFor();
    await his.text.locator('h2', { hasText: 'The third' }).waitFor();
    await expect.poll(() => his.page.locator('ins, del, .suggested').count()).toBe(0);
    expect(await his.words(his.text)).toBe('Two summers running. Three.\nThe third\nFishCod');
    await his.page.keyboard.press('Control+Alt+s');
  });

  it('put items of a list one level deeper, and back before anybody has accepted', async () => {
    const [hers, his] = await deskForTwo();
    await hers.type(hers.text, '- Fish');
    await hers.page.keyboard.press('Enter');
    await hers.page.keyboard.type('Cod');
    await his.text.locator('li', { hasText: 'Cod' }).waitFor();
    await his.page.keyboard.press('Control+Alt+s');
    await his.text.getByText('Cod').click();
    await his.page.keyboard.press('Control+]');
    const accept = hers.page.getByRole('button', { name: 'Accept: List item: one level deeper' });
    await accept.waitFor();
    expect(await hers.text.locator('li li').count()).toBe(0);
    await his.page.keyboard.press('Control+[');
    await accept.waitFor({ state: 'detached' });
    await his.page.keyboard.press('Control+]');
    await hers.type(hers.text.getByText('Cod'), ' and hake');
    await accept.click();
    await his.text.locator('li li', { hasText: 'Cod and hake' }).waitFor();
    await his.page.keyboard.press('Control+Alt+s');
  });
});
