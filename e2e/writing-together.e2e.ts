import { describe, expect, it, onTestFinished } from 'vitest';
import { desk, deskForTwo } from './lib/desk.ts';

describe('two people in one story', () => {
  it('see each other’s words and carets, and find all of it after a reload', async () => {
    const [hers, his] = await deskForTwo();
    await hers.page.getByRole('img', { name: 'Ilya Gromov' }).waitFor();
    await his.page.getByRole('img', { name: 'Nona Sabir' }).waitFor();

    await hers.type(hers.headline, 'Rain over the bay');
    await his.headline.getByText('Rain over the bay').waitFor();
    await hers.type(hers.text, 'The first drops fell at seven.');
    await his.page.locator('.caret.named', { hasText: 'Nona' }).waitFor();
    await his.text.getByText('The first drops fell at seven.').waitFor();
    await his.type(his.text, ' By eight the streets were rivers.');
    await hers.page.locator('.caret.named', { hasText: 'Ilya' }).waitFor();

    const whole = 'The first drops fell at seven. By eight the streets were rivers.';
    await expect.poll(() => hers.words(hers.text)).toBe(whole);
    await Promise.all([hers.saved(), his.saved()]);
    await Promise.all([hers.reopen(), his.reopen()]);
    for (const each of [hers, his]) {
      expect(await each.words(each.headline)).toBe('Rain over the bay');
      expect(await each.words(each.text)).toBe(whole);
    }
  });

  it('stay in sight of each other, whoever begins a new line', async () => {
    const [hers, his] = await deskForTwo();
    await his.type(his.text, 'By eight the streets were rivers.');
    const theirs = hers.page.locator('.caret', { hasText: 'Ilya' });
    await hers.text.getByText('By eight the streets were rivers.').waitFor();
    await theirs.waitFor({ state: 'attached' });
    await hers.type(hers.text, '\nAt nine the rain stopped.\n');
    await his.text.getByText('At nine the rain stopped.').waitFor();
    expect(await theirs.count()).toBe(1);
  });

  it('go where their arrows lead, however fast the other writes', async () => {
    const [hers, his] = await deskForTwo();
    const line = 'At seven the rain began to fall.';
    await hers.type(hers.text, `${line}\nThen `);
    await his.text.getByText('Then').waitFor();
    await his.type(his.text, 'it ');
    await hers.page.keyboard.press('ArrowUp');
    await hers.page.keyboard.press('Home');
    await hers.page.waitForTimeout(150);
    const go = async () => {
      for (let letter = 0; letter < line.length - 1; letter++) await hers.page.keyboard.press('ArrowRight');
    };
    await Promise.all([go(), his.page.keyboard.type('rained and rained and rained until the evening')]);
    await hers.page.keyboard.type(' hard');
    await hers.text.getByText(`${line.slice(0, -1)} hard.`).waitFor();
  });

  it('go on in a line that the other splits, turns and moves, and lose no letter', async () => {
    const [hers, his] = await deskForTwo();
    await hers.type(hers.text, 'Nothing happened.\nThe first drops fell.');
    await his.text.getByText('The first drops fell.').waitFor();
    const words = ' Then the streets were rivers till eight, and nobody went out before noon.';
    await his.type(his.text, ' So');
    await hers.text.getByText('fell. So').waitFor();
    const { keyboard } = hers.page;
    await keyboard.press('Home');
    await hers.page.waitForTimeout(150);
    const turns = ['Control+Alt+2', 'Control+Alt+0', 'Alt+ArrowUp', 'Control+Shift+8', 'Control+Shift+8'];
    const turn = async () => {
      for (const key of turns) {
        await keyboard.press(key);
        await hers.page.waitForTimeout(150);
      }
      for (let letter = 0; letter < 3; letter++) await keyboard.press('ArrowRight');
      await keyboard.press('Enter');
    };
    await Promise.all([turn(), his.page.keyboard.type(words, { delay: 25 })]);
    await Promise.all([hers.saved(), his.saved()]);
    const lines = `The\n first drops fell. So${words}\nNothing happened.`;
    for (const each of [hers, his]) expect(await each.words(each.text)).toBe(lines);
  });

  it('write in one paragraph at the same time, each letter where its writer put it', async () => {
    const [hers, his] = await deskForTwo();
    await hers.type(hers.text, 'The first drops fell.');
    await expect.poll(() => his.words(his.text)).toBe('The first drops fell.');
    await his.type(his.text, ' Then');
    await expect.poll(() => hers.words(hers.text)).toBe('The first drops fell. Then');
    await hers.page.keyboard.press('Control+Home');
    await hers.page.keyboard.type('At');
    await expect.poll(() => his.words(his.text)).toBe('AtThe first drops fell. Then');

    await Promise.all([
      hers.page.keyboard.type(' seven, before anybody was awake: ', { delay: 12 }),
      his.page.keyboard.type(' the streets were rivers till eight.', { delay: 12 }),
    ]);

    const whole =
      'At seven, before anybody was awake: The first drops fell. Then the streets were rivers till eight.';
    await expect.poll(() => hers.words(hers.text)).toBe(whole);
    await expect.poll(() => his.words(his.text)).toBe(whole);
  });

  it('compose a word letter by letter, as phones do, while the other writes in the same line', async () => {
    const [hers, his] = await deskForTwo();
    await hers.type(hers.text, 'At seven it rained.\n');
    await his.text.getByText('At seven it rained.').waitFor();
    await his.type(his.text, 'Then');
    await hers.text.getByText('Then').waitFor();
    await hers.page.keyboard.press('ArrowUp');
    await hers.page.keyboard.press('End');
    await hers.page.keyboard.type(' ');
    const keyboard = await hers.page.context().newCDPSession(hers.page);
    const compose = (text: string) =>
      keyboard.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await compose('Pe');
    await his.page.keyboard.press('ArrowUp');
    await his.page.keyboard.press('Home');
    await his.page.keyboard.type('Well: ');
    await hers.text.getByText('Well: At seven').waitFor();
    await compose('Peop');
    await his.page.keyboard.press('Control+ArrowRight');
    await his.page.keyboard.type(' on Monday');
    await hers.text.getByText('At on Monday').waitFor();
    await compose('People');
    await keyboard.send('Input.insertText', { text: 'People' });
    await hers.page.keyboard.type(' ran.');
    for (const each of [hers, his])
      await expect
        .poll(() => each.words(each.text))
        .toBe('Well: At on Monday seven it rained. People ran.\nThen');
  });

  it('F8 go on while one of them is without a network, and both have all of it afterwards', async () => {
    const [hers, his] = await deskForTwo();
    const network = (isOn: boolean) => his.page.context().setOffline(!isOn);
    onTestFinished(() => network(true));
    await hers.type(hers.text, 'the first drops fell.');
    await his.text.getByText('the first drops fell.').waitFor();

    await network(false);
    await his.type(his.text, ' By eight the streets were rivers.');
    await his.saveState(/^Offline: \d+ changes kept on this device$/).waitFor();
    await hers.type(hers.headline, 'Rain over the bay');
    await hers.text.click();
    await hers.page.keyboard.press('Control+Home');
    await hers.page.keyboard.type('At seven ');
    await hers.saved();
    expect(await hers.words(hers.text)).toBe('At seven the first drops fell.');

    await network(true);
    await his.headline.getByText('Rain over the bay').waitFor();
    await his.saved();
    for (const each of [hers, his])
      await expect
        .poll(() => each.words(each.text))
        .toBe('At seven the first drops fell. By eight the streets were rivers.');
  });

  it('take back at once what they typed at one go, however much the other writes meanwhile', async () => {
    const [hers, his] = await deskForTwo();
    await hers.type(hers.text, 'At seven it rained.\nThen');
    await his.text.getByText('Then').waitFor();
    await his.type(his.text, ' it');
    await hers.page.keyboard.press('ArrowUp');
    await hers.page.keyboard.press('End');
    await hers.page.waitForTimeout(600);
    await Promise.all([
      hers.page.keyboard.type(' Then came the storm', { delay: 30 }),
      his.page.keyboard.type(' rained and rained until the evening', { delay: 15 }),
    ]);
    await hers.page.keyboard.press('Control+z');
    await expect.poll(() => hers.words(hers.text)).toContain('At seven it rained.\n');
  });

  it('undo only their own words', async () => {
    const [hers, his] = await deskForTwo();
    await hers.type(hers.text, 'Hers.');
    await his.text.getByText('Hers.').waitFor();
    await his.type(his.text, ' His.');
    await hers.text.getByText('Hers. His.').waitFor();

    await hers.page.keyboard.press('Control+z');
    await expect.poll(() => his.words(his.text)).toBe(' His.');
    await his.page.keyboard.press('Control+z');
    await expect.poll(() => hers.words(hers.text)).toBe('');
    await hers.page.keyboard.press('Control+Shift+z');
    await expect.poll(() => his.words(his.text)).toBe('Hers.');
  });
});

describe('the history of an article', () => {
  it('takes back the last step with the focus beside the text too, and nothing that others wrote', async () => {
    const [hers, his] = await deskForTwo();
    await hers.type(hers.text, 'One two three.\nFour five six.\nSeven eight nine.');
    await his.text.getByText('Seven eight nine.').waitFor();
    await his.page.keyboard.press('Control+Alt+s');
    await his.type(his.text, ' Ten.');
    await hers.text.locator('ins', { hasText: 'Ten.' }).waitFor();
    await hers.page.getByRole('button', { name: 'Mode: Writing' }).click();
    await hers.page.getByRole('menuitem', { name: /^Accept all/ }).click();
    await hers.text.locator('ins').waitFor({ state: 'detached' });

    const mode = hers.page.getByRole('button', { name: 'Mode: Writing' });
    await mode.focus();
    await hers.page.keyboard.press('Control+z');
    await his.text.locator('ins', { hasText: 'Ten.' }).waitFor();
    const whole = 'One two three.\nFour five six.\nSeven eight nine. Ten.';
    expect(await hers.words(hers.text)).toBe(whole);
    await hers.page.keyboard.press('Control+Shift+z');
    await his.text.locator('ins').waitFor({ state: 'detached' });

    // as the browser's own menu does, or a phone that is shaken
    const browser = await hers.page.context().newCDPSession(hers.page);
    await browser.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Undo', commands: ['undo'] });
    await his.text.locator('ins', { hasText: 'Ten.' }).waitFor();
    expect(await hers.words(hers.text)).toBe(whole);
    await his.page.keyboard.press('Control+Alt+s');
  });
});

describe('one person in one story', () => {
  it('takes back a line at a time, however fast the lines were typed', async () => {
    const writing = await desk();
    await writing.type(writing.text, 'One line.\nAnother line.\nA third.');
    await expect.poll(() => writing.words(writing.text)).toBe('One line.\nAnother line.\nA third.');
    for (const left of ['One line.\nAnother line.', 'One line.']) {
      await writing.page.keyboard.press('Control+z');
      await expect.poll(() => writing.words(writing.text)).toBe(left);
    }
    for (const back of ['One line.\nAnother line.', 'One line.\nAnother line.\nA third.']) {
      await writing.page.keyboard.press('Control+Shift+z');
      await expect.poll(() => writing.words(writing.text)).toBe(back);
    }
  });

  it('takes back what was typed at another place by itself, however fast one went there', async () => {
    const writing = await desk();
    await writing.type(writing.text, 'It rained.');
    await writing.page.keyboard.press('Home');
    await writing.page.keyboard.type('Then ');
    await writing.page.keyboard.press('Control+z');
    await expect.poll(() => writing.words(writing.text)).toBe('It rained.');
    await writing.page.keyboard.press('Control+z');
    await expect.poll(() => writing.words(writing.text)).toBe('');
  });
});
