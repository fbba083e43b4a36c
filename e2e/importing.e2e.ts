import { describe, expect, inject, it } from 'vitest';
import { deskAndStory } from './lib/desk.ts';
import { bytesOf } from './lib/download.ts';
import { grantOf, hire } from './lib/people.ts';
import { WritingPage } from './lib/writing-page.ts';

const ferry = Buffer.from('# The old ferry\n\nIt carried **nine** cars.\n\n- first bell\n- second bell\n');

describe('files of other programs', () => {
  it('become drafts from the list, and say what was left behind', async () => {
    const writer = await hire('Nona Sabir', [grantOf('journalist')]);
    const page = await writer.open('/stories');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    const form = page.getByRole('dialog', { name: 'Import a file' });
    await form.getByRole('button', { name: 'Choose a file' }).waitFor();
    const [whole, shown] = await form.evaluate((it) => [it.scrollWidth, it.clientWidth]);
    expect(whole, 'the form is cut off').toBe(shown);
    const choose = async (name: string, buffer: Buffer) => {
      const chosen = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose a file' }).click();
      await (await chosen).setFiles({ name, mimeType: 'application/octet-stream', buffer });
    };
    await choose('broken.docx', Buffer.from('PK no document'));
    await page.getByText("This file can't be read. Nothing was changed").waitFor();
    await choose('ferry.html', Buffer.from('<h1>The old ferry</h1><p>It is back.</p><svg></svg>'));
    await page.getByText('drawings: 1').waitFor();
    await page.getByRole('link', { name: 'Open the draft' }).click();
    const desk = new WritingPage(page);
    await desk.saved();
    expect(await desk.headline.innerText()).toBe('The old ferry');
    expect(await desk.words(desk.text)).toBe('It is back.');
  });

  it('come into an empty article, while it is open, and go out again as Word documents', async () => {
    const { person, writing } = await deskAndStory();
    const { page } = writing;
    await writing.button('More actions').click();
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('menuitem', { name: 'Import a file here' }).click();
    await (await chosen).setFiles({ name: 'ferry.md', mimeType: 'text/markdown', buffer: ferry });
    await writing.text.locator('li').nth(1).waitFor();
    expect(await writing.headline.innerText()).toBe('The old ferry');
    expect(await writing.text.locator('strong').innerText()).toBe('nine');

    await writing.button('More actions').click();
    expect(await page.getByRole('menuitem', { name: 'Import a file here' }).count()).toBe(0);
    const coming = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Export for Word (.docx)' }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe('the-old-ferry.docx');
    const bytes = await bytesOf(download);
    expect(bytes.subarray(0, 2).toString()).toBe('PK');

    await writing.button('More actions').click();
    const opened = person.browser.waitForEvent('page');
    await page.getByRole('menuitem', { name: 'Print or save as PDF' }).click();
    const paper = await opened;
    await paper.waitForURL(`${inject('editorUrl')}/api/articles/**/export/print`);
    expect(await paper.locator('h1').innerText()).toBe('The old ferry');
  });
});
