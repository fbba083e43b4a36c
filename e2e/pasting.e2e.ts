import { articleContent, revision, revisionSummary } from '@broadsheet/types';
import type { Dialog, Request } from 'playwright-core';
import sharp from 'sharp';
import { describe, expect, it, onTestFinished } from 'vitest';
import { forgedCopies, forgedSurroundings, hostileHtml } from '../packages/document/test/hostile-html.ts';
import { pasteHtml } from './lib/clipboard.ts';
import { desk, deskAndStory } from './lib/desk.ts';

/** What Word for Windows puts on the clipboard: list items are paragraphs with a bullet drawn into them. */
const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} @list l0:level1 {mso-level-number-format:bullet;} --></style></head>
<body lang=EN-GB><!--StartFragment-->
<h1><span style='font-family:"Calibri Light"'>The old ferry<o:p></o:p></span></h1>
<p class=MsoNormal>It carried <b>nine</b> cars&nbsp;and <i>one</i> horse.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span><![endif]>first bell<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span><![endif]>second bell<o:p></o:p></p>
<p class=MsoNormal>Read <a href="https://ferry.example/log"><span style='color:blue'>the log</span></a>.<o:p></o:p></p>
<!--EndFragment--></body></html>`;

/** Google Docs wraps everything in a bold element that is not bold, and says bold in styles. */
const docs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1a2b3c">
<h1 dir="ltr" style="line-height:1.38;"><span style="font-size:20pt;font-weight:400;">The old ferry</span></h1>
<p dir="ltr"><span style="font-weight:400;">It carried </span><span style="font-weight:700;">nine</span><span style="font-weight:400;"> cars and </span><span style="font-weight:400;font-style:italic;">one</span><span style="font-weight:400;"> horse.</span></p>
<ul style="margin-top:0;"><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">first bell</span></p></li><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400;">second bell</span></p></li></ul>
<p dir="ltr"><span>Read </span><a href="https://ferry.example/log" style="text-decoration:none;"><span style="color:#1155cc;text-decoration:underline;">the log</span></a><span>.</span></p></b><br class="Apple-interchange-newline">`;

/** LibreOffice Writer writes HTML of another century. */
const libre = `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><meta name="generator" content="LibreOffice 7.4 (Linux)"/>
<style type="text/css">@page { size: 21cm 29.7cm } p { line-height: 115%; background: transparent }</style></head>
<body lang="en-GB" dir="ltr"><h1 class="western">The old ferry</h1>
<p style="line-height: 100%">It carried <b>nine</b> cars
and <i>one</i> horse.</p>
<ul>
	<li><p style="margin-bottom: 0cm">first bell</p></li>
	<li><p>second bell</p></li>
</ul>
<p>Read <font color="#000080"><span lang="zxx"><u><a href="https://ferry.example/log">the log</a></u></span></font>.</p></body></html>`;

/** A small picture of one colour, as base64. */
const dot = async (background: string): Promise<string> =>
  (
    await sharp({ create: { width: 60, height: 40, channels: 3, background } })
      .png()
      .toBuffer()
  ).toString('base64');

describe('text from another program', () => {
  it.each([
    ['Word', word],
    ['Google Docs', docs],
    ['LibreOffice', libre],
  ])('comes in from %s as blocks of ours, with nothing of its looks', async (_program, html) => {
    const writing = await desk();
    await pasteHtml(writing.text, html);
    // what reads it is loaded with the first paste
    await writing.text.getByText('The old ferry').waitFor();
    await writing.saved();
    await writing.reopen();

    expect((await writing.text.locator('h2').innerText()).trim()).toBe('The old ferry');
    expect(await writing.text.locator('li').allInnerTexts()).toEqual(['first bell', 'second bell']);
    expect(await writing.text.locator('strong').allInnerTexts()).toEqual(['nine']);
    expect(await writing.text.locator('em').allInnerTexts()).toEqual(['one']);
    const link = writing.text.getByRole('link', { name: 'the log' });
    expect(await link.getAttribute('href')).toBe('https://ferry.example/log');
    expect((await writing.words(writing.text)).replaceAll('\u00a0', ' ')).toBe(
      ['The old ferry', 'It carried nine cars and one horse.', 'first bellsecond bell', 'Read the log.'].join(
        '\n',
      ),
    );
    const foreign = writing.text.locator('font, u, [style], [class^=Mso]');
    expect(await foreign.evaluateAll((all) => all.map((one) => one.outerHTML))).toEqual([]);
  });

  it('comes in from Word with numbered lists and lists inside them', async () => {
    const item = (level: number, marker: string, words: string) =>
      `<p class=MsoListParagraph style='mso-list:l1 level${level} lfo2'><![if !supportLists]><span style='mso-list:Ignore'>${marker}<span>&nbsp; </span></span><![endif]>${words}<o:p></o:p></p>`;
    const writing = await desk();
    await pasteHtml(
      writing.text,
      `<p class=MsoNormal>Before</p>${item(1, '1.', 'one')}${item(2, 'a)', 'one a')}${item(2, '·', 'a point')}${item(1, '2.', 'two')}<p class=MsoNormal>After</p>`,
    );
    const points = writing.text.locator(':scope > ol > li > p');
    await expect.poll(() => points.allInnerTexts()).toEqual(['one', 'two']);
    expect(await writing.text.locator('ol ol > li').allInnerTexts()).toEqual(['one a']);
    expect(await writing.text.locator('ol ul > li').allInnerTexts()).toEqual(['a point']);
    expect(await writing.text.locator(':scope > p').allInnerTexts()).toEqual(['Before', 'After']);
  });

  it('comes in from another editor of the same making as from any program, with its pictures', async () => {
    const writing = await desk();
    await pasteHtml(
      writing.text,
      `<h1 data-pm-slice="1 1 []">The old ferry</h1><h5>At its pier</h5><p>It is back.</p><p><img src="data:image/png;base64,${await dot('#3a3')}"></p>`,
    );
    await writing.text.locator('figure.pic').waitFor();
    expect((await writing.text.locator('h2').innerText()).trim()).toBe('The old ferry');
    expect((await writing.text.locator('h4').innerText()).trim()).toBe('At its pier');
  });

  it('comes in whole where it was copied here', async () => {
    const { person, writing } = await deskAndStory();
    const { keyboard } = writing.page;
    await person.browser.grantPermissions(['clipboard-read', 'clipboard-write']);
    await writing.text.click();
    await keyboard.type('/fact');
    await writing.page.getByRole('option', { name: 'Fact box', selected: true }).waitFor();
    await keyboard.press('Enter');
    await keyboard.type('In brief');
    await keyboard.press('Enter');
    await keyboard.type('Nine cars.');
    await writing.text.getByText('Nine cars.').click();
    await keyboard.press('Control+Enter');
    await keyboard.press('Control+a');
    const chosen = writing.page.getByText(/words selected/);
    await chosen.waitFor();
    await keyboard.press('Control+c');
    // all stays selected for a click within it
    await writing.headline.click();
    await writing.text.locator(':scope > p').last().click();
    await chosen.waitFor({ state: 'hidden' });
    await keyboard.press('Control+v');
    const boxes = writing.text.locator('.facts');
    await expect.poll(() => boxes.count()).toBe(2);
    expect(await boxes.last().getByRole('textbox').inputValue()).toBe('In brief');
  });

  it('comes into the headline as one plain line', async () => {
    const writing = await desk();
    await pasteHtml(writing.headline, '<h1>The <b>old</b> ferry<br>is back</h1><p>Again</p>');
    await writing.saved();
    await writing.reopen();
    expect(await writing.headline.innerText()).toBe('The old ferry is back Again');
    expect(await writing.headline.locator('b, strong, br:not(.ProseMirror-trailingBreak)').count()).toBe(0);
  });

  it('brings its pictures into the library and to their places, with what it says of them', async () => {
    const writing = await desk();
    const red = await dot('#a33');
    await pasteHtml(
      writing.text,
      `<p>Before</p><figure><img src="data:image/png;base64,${red}" alt="The ferry at its pier"><figcaption>At the pier</figcaption></figure><p>After</p>`,
    );
    await writing.text.locator('figure.pic').waitFor();
    await writing.saved();
    await writing.reopen();
    const kinds = await writing.text
      .locator(':scope > *')
      .evaluateAll((all) =>
        all.map(
          (one) => `${one.tagName} ${one.querySelector('.pic-caption')?.textContent ?? one.textContent}`,
        ),
      );
    expect(kinds).toEqual(['P Before', 'FIGURE At the pier', 'P After']);
    expect(await writing.text.locator('figure.pic img').first().getAttribute('src')).toMatch(
      /^\/api\/media\//,
    );
  });

  it('keeps the words where a picture of another site can’t be had, and says why; the browser never asks that site (S3)', async () => {
    const writing = await desk();
    const asked: string[] = [];
    writing.page.on('request', (request) => asked.push(request.url()));
    await pasteHtml(writing.text, '<p>Before</p><p><img src="http://127.0.0.1/secret.png"></p><p>After</p>');
    await writing.page.getByRole('alert').getByText('The text is whole').waitFor();
    await writing.saved();
    expect(await writing.words(writing.text)).toBe('Before\nAfter');
    expect(asked.filter((url) => url.includes('secret.png'))).toEqual([]);
  });

  it('S21: of 5 MB leaves the page alive, and too much of it gets one sentence and changes nothing', async () => {
    const writing = await desk();
    await writing.type(writing.text, 'Mine');
    const styled = `<p class=MsoNormal style='${'mso-style:x;'.repeat(160)}'>A line of words.</p>`;
    const measure = async (html: string) => {
      const start = performance.now();
      await pasteHtml(writing.text, html);
      // the page answers again
      await writing.page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
      return performance.now() - start;
    };
    const heavy = await measure(styled.repeat(2500));
    const lines = '<p>Words that never end. </p>'.repeat(190_000);
    const junk = await measure(lines);
    console.info(
      `5 MB of HTML: ${heavy.toFixed(0)} ms with 2,500 lines; ${junk.toFixed(0)} ms to refuse 190,000 lines`,
    );
    await writing.page.getByText('This is too much to paste at once').waitFor();
    expect(await writing.text.locator('p').count()).toBe(2500);
    expect(heavy + junk).toBeLessThan(20_000);
    for (const look of ['data-pm-slice="0 0 []"', 'data-broadsheet="" data-pm-slice="0 0 []"'])
      expect(await measure(`<p ${look}>Words</p>${lines}`)).toBeLessThan(10_000);
    expect(await writing.text.locator('p').count()).toBe(2500);
  });

  it('S4: neither runs nor spoils the article, also where it says that it was copied here', async () => {
    const { person, story, writing } = await deskAndStory();
    const { page } = writing;
    const seen: string[] = [];
    const ran = (dialog: Dialog) => {
      seen.push(dialog.message());
      void dialog.dismiss();
    };
    const asked = (request: Request) => request.url().includes('evil') && seen.push(request.url());
    page.on('dialog', ran).on('request', asked);
    onTestFinished(() => void page.off('dialog', ran).off('request', asked));
    await pasteHtml(writing.text, '<p>Mine</p>');
    await writing.text.getByText('Mine').waitFor();

    const here = `data-broadsheet="" data-pm-slice`;
    const looks = ['', '<p data-pm-slice="0 0 []">w</p>', `<p ${here}="0 0 []">w</p>`];
    const pieces = [...hostileHtml, ...forgedCopies].flatMap((html) => looks.map((look) => look + html));
    for (const words of forgedSurroundings) {
      const json = JSON.stringify(words).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
      const depth = words.length / 2 + 1;
      pieces.push(
        `<p ${here}="${depth} ${depth} ${json}">w</p>`,
        `<p ${here}="${depth} ${depth} -1 ${json}">w</p>`,
      );
      pieces.push(
        `<b data-pm-slice='${depth} ${depth} ${json.replaceAll("'", '&#39;')}'></b><p ${here}="0 0 []">w</p>`,
      );
    }
    await writing.text.evaluate((field, all) => {
      for (const html of all) {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', html);
        field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }
    }, pieces);
    await writing.saved();

    const wrong = writing.text.locator(
      'script, iframe, object, embed, base, form, math, template, style, img[src="x"], [href^="java" i], [src^="java" i]',
    );
    expect(await wrong.evaluateAll((all) => all.map(({ outerHTML }) => outerHTML))).toEqual([]);
    const handlers = await writing.text.evaluate((field) =>
      [...field.querySelectorAll('*')]
        .flatMap((one) => one.getAttributeNames())
        .filter((name) => /^on/i.test(name)),
    );
    expect(handlers).toEqual([]);
    expect(seen).toEqual([]);
    // what no schema takes could never be published, nor kept as a version
    const path = `/articles/${story.articles[0]?.id ?? ''}/revisions`;
    const { id } = await person.api.post(path, {}, revisionSummary);
    const { content } = await person.api.get(`/revisions/${id}`, revision);
    expect(articleContent.parse(content).body.content.length).toBeGreaterThan(10);
  });

  it('comes without its looks by Ctrl Shift V', async () => {
    const { person, writing } = await deskAndStory();
    await person.browser.grantPermissions(['clipboard-read', 'clipboard-write']);
    await writing.page.evaluate(async () => {
      const of = (type: string, text: string) => [type, new Blob([text], { type })] as const;
      await navigator.clipboard.write([
        new ClipboardItem(
          Object.fromEntries([of('text/html', '<h2>The <b>ferry</b></h2>'), of('text/plain', 'The ferry')]),
        ),
      ]);
    });
    await writing.text.click();
    await writing.page.keyboard.press('Control+Shift+V');
    await writing.saved();
    expect(await writing.words(writing.text)).toBe('The ferry');
    expect(await writing.text.locator('h2, strong').count()).toBe(0);
  });

  it('is not said to lack the pictures of what was pasted before, and what is said of it can be read whole', async () => {
    const { page, text } = await desk();
    await pasteHtml(text, '<p>Nine boats.</p><svg></svg><img src="file:///tmp/boats.png" alt="">');
    const lacking = page.getByRole('alert').filter({ hasText: 'Pictures that the clipboard only names: 1' });
    const told = page.locator('.toast', { hasText: 'Not taken over: drawings: 1' });
    const gap = async () => {
      const [above, below] = [await lacking.boundingBox(), await told.boundingBox()];
      return above && below ? below.y - above.y - above.height : 0;
    };
    await lacking.waitFor();
    await expect.poll(gap).toBeGreaterThan(0);
    await pasteHtml(text, '<p>They came home.</p>');
    await text.getByText('They came home.').waitFor();
    await lacking.waitFor({ state: 'detached' });
  });
});
