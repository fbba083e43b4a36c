import { articleContent, type Block } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { hostileHtml } from '../test/hostile-html.ts';
import { DocumentError } from './document-error.ts';
import { importHtml } from './import-html.ts';
import { readDocument } from './read-document.ts';
import { renderHtml } from './render-html.ts';
import { writeSeed } from './write-seed.ts';

const context = { language: 'en' as const, picture: () => null };
/** Without the anchors of headings, which are new each time. */
const rendered = (html: string) => renderHtml(importHtml(html).body, context).replace(/ id="h-\w+"/g, '');
const kinds = (html: string) => importHtml(html).body.content.map((block: Block) => block.type);

describe('HTML from another system', () => {
  it.each([
    ['paragraphs', '<p>One</p><p>Two <b>bold</b></p>', '<p>One</p><p>Two <strong>bold</strong></p>'],
    ['loose text', 'One<div>Two</div>Three', '<p>One</p><p>Two</p><p>Three</p>'],
    ['paragraphs made of breaks', 'One<br><br>Two<br>still two', '<p>One</p><p>Two<br>still two</p>'],
    ['headings', '<h1>A</h1><h2>B</h2><h3>C</h3><h5>D</h5>', '<h2>A</h2><h2>B</h2><h3>C</h3><h4>D</h4>'],
    [
      'lists',
      '<ol start=3><li>a<li>b<ul><li>c</ul></ol>',
      '<ol start="3"><li>a</li><li><p>b</p><ul><li>c</li></ul></li></ol>',
    ],
    [
      'tasks',
      '<ul><li><p><input type="checkbox" checked> a</p></li><li><label><input type=checkbox></label><div>b<ul><li>c</ul></div></ul>',
      '<ul class="tasks" role="list"><li class="done"><span class="box" role="img" aria-label="Done">☑</span> a</li>' +
        '<li><span class="box" role="img" aria-label="To do">☐</span> <p>b</p><ul><li>c</li></ul></li></ul>',
    ],
    ['what is still to be found', '<p>In <span data-tk>TK</span> days</p>', '<p>In TK days</p>'],
    ['a list without items', '<ul>text</ul>', '<ul><li>text</li></ul>'],
    ['items without a list', '<li>text</li>', '<p>text</p>'],
    ['a rule', 'a<hr>b', '<p>a</p><hr><p>b</p>'],
    [
      'a link',
      '<a href=" https://example.com/a " onclick="x()">l</a>',
      '<p><a href="https://example.com/a">l</a></p>',
    ],
    ['languages', '<p lang="en">a <span lang="az">yol</span></p>', '<p>a <span lang="az">yol</span></p>'],
    ['spaces', '<p>\n  One\n   <i> two</i> </p>', '<p>One <em>two</em></p>'],
    ['entities', '<p>&laquo;A&raquo; &lt;b&gt; &amp;amp;</p>', '<p>«A» &lt;b&gt; &amp;amp;</p>'],
    ['a page of Google Docs', '<b style="font-weight:normal"><p>One</p></b>', '<p>One</p>'],
    [
      'footnotes as text, each number apart from the words of its note',
      '<p>a<sup><a href="#_ftn1">1</a></sup> b</p><p><a href="#_ftnref1">[1]</a>c</p><div><a href="#sdfootnote2anc">2</a> d</div>' +
        '<ol><li id="fn3">e <a href="#fnref3">↩</a></ol>',
      '<p>a[1] b</p><p>[1] c</p><p>[2] d</p><p>[1] e</p>',
    ],
    [
      'what Google Docs says in styles',
      '<p><span style="font-weight:700;font-style:italic">a</span><span style="font-weight:400">b</span></p>',
      '<p><strong><em>a</em></strong>b</p>',
    ],
    [
      'a table',
      '<table><caption>C</caption><thead><tr><th>A<th>B</thead><tr><th>a<td><p>b</p><p>c</p><tr><td><td colspan=2>d</table>',
      '<div class="scroll" role="region" tabindex="0" aria-label="C"><table><caption>C</caption><thead>' +
        '<tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody><tr><th scope="row">a</th>' +
        '<td><p>b</p><p>c</p></td></tr><tr><td></td><td colspan="2">d</td></tr></tbody></table></div>',
    ],
    [
      'the cells of a head as such, without the bold that they have anyway',
      '<table><thead><tr><td><b>A</b><td style="font-weight:700">B</thead><tbody><tr><td>a<td>b</table>',
      '<div class="scroll" role="region" tabindex="0" aria-label="Table"><table><thead><tr><th scope="col">A</th>' +
        '<th scope="col">B</th></tr></thead><tbody><tr><td>a</td><td>b</td></tr></tbody></table></div>',
    ],
    [
      'what stands in a table of one column',
      '<p>x<table><caption>C</caption><tr><td><h2>a</h2><ul><li>b</ul></table><p>y',
      '<p>x</p><p>C</p><p>a</p><p>b</p><p>y</p>',
    ],
    [
      'a table in a table',
      '<table><tr><td>a<td><table><tr><td>b<td>c</table><tr><td>d<td>e</table>',
      '<div class="scroll" role="region" tabindex="0" aria-label="Table"><table><tbody><tr><td>a</td>' +
        '<td><p>b</p><p>c</p></td></tr><tr><td>d</td><td>e</td></tr></tbody></table></div>',
    ],
    [
      'code',
      '<p>a<pre><code>if (a &lt; <b>b</b>)\n\t go()<br>end</code></pre><p>b  c',
      '<p>a</p><pre role="region" tabindex="0" aria-label="Code"><code>if (a &lt; b)\n\t go()\nend</code></pre><p>b c</p>',
    ],
    [
      'links that a word processor underlined',
      '<u><a href="https://a.example/">a</a></u>',
      '<p><a href="https://a.example/">a</a></p>',
    ],
    ['underlined and highlighted words', '<u>a</u><mark>b</mark>', '<p><u>a</u><mark>b</mark></p>'],
    [
      'a bold word whose browser says all that it looks like',
      '<strong style="font-style: normal; font-weight: 500">a</strong> <em style="font-weight: 400">b</em>',
      '<p><strong>a</strong> <em>b</em></p>',
    ],
    [
      'words that are plain within bold and italic',
      '<b>a <span style="font-weight:400">b</span></b> <i>c <span style="font-style:normal">d</span></i>',
      '<p><strong>a </strong>b <em>c </em>d</p>',
    ],
    ['wrongly nested marks', '<b>a<i>b</b>c</i>', '<p><strong>a<em>b</em></strong>c</p>'],
  ])('keeps %s', (_, html, expected) => {
    expect(rendered(html)).toBe(expected);
  });

  it('keeps a quote and who said it', () => {
    const [block] = importHtml(
      '<blockquote><h2>We</h2><ul><li>found</li></ul><footer>The crew</footer></blockquote>',
    ).body.content;
    expect(block).toMatchObject({ type: 'blockquote', attrs: { attribution: 'The crew' } });
    expect(block?.type === 'blockquote' && block.content).toHaveLength(2);
  });

  const boxes: [string, string, object][] = [
    [
      'facts',
      '<aside data-block="factBox"><h2>The path</h2><p>a</p><h3>b</h3><dl><div><dt>Open</dt><dd>until <i>snow</i></dd></div></dl></aside>',
      {
        type: 'factBox',
        attrs: { title: 'The path' },
        content: [{}, { type: 'heading' }, { type: 'bulletList' }],
      },
    ],
    [
      'points',
      '<div data-block="keyPoints"><p>Главное</p><ul><li>a</li><li>b</li></ul></div>',
      { type: 'keyPoints', content: [{ content: [{ text: 'a' }] }, { content: [{ text: 'b' }] }] },
    ],
    [
      'questions',
      '<div data-block="qa"><dl><div><dt>Why?</dt><dd><p>a</p><ul><li>b</li></ul></dd></div></dl></div>',
      { type: 'qa', content: [{ type: 'question' }, { type: 'paragraph' }, { type: 'bulletList' }] },
    ],
    [
      'a quote set large, without the marks that are drawn around it',
      '<blockquote data-block="pullQuote"><p><span aria-hidden="true">“</span>a<span aria-hidden="true">”</span></p><footer>The crew</footer></blockquote>',
      { type: 'pullQuote', attrs: { attribution: 'The crew' }, content: [{ content: [{ text: 'a' }] }] },
    ],
  ];
  it.each(boxes)('keeps a box of ours with %s', (_, html, expected) => {
    expect(importHtml(html).body.content).toMatchObject([expected]);
  });

  it('takes nothing for a box of ours because of its class, its name or where it stands', () => {
    const html =
      '<aside class="facts"><h2>a</h2><p>b</p></aside><div class="points" data-block="true"><p>c</p></div>' +
      '<ul><li><div data-block="qa"><dl><dt>d</dt></dl></div></li></ul><dl><dt>e</dt><dd>f</dd></dl>';
    expect(kinds(html)).toEqual([
      ...['heading', 'paragraph', 'paragraph', 'bulletList', 'paragraph', 'paragraph'],
    ]);
  });

  it('has a name for a table in the line before it, if that says what it is', () => {
    const table = '<table><tr><td>a<td>b</table>';
    expect(importHtml(`<p class="table-title">Cars</p>${table}`).body.content).toMatchObject([
      { type: 'table', attrs: { caption: 'Cars' } },
    ]);
    expect(kinds(`<p>Cars</p>${table}`)).toEqual(['paragraph', 'table']);
    expect(kinds(`<p class="table-title">Cars</p><p>x</p>${table}`)).toEqual([
      'paragraph',
      'paragraph',
      'table',
    ]);
  });

  it('of a whole file knows whose a picture is from the words under it', () => {
    const html =
      '<figure><img src="https://a.example/a.jpg"><figcaption>At the pier <span class="credit">Фото: <b>N. Sabir</b></span></figcaption></figure>';
    const [picture] = importHtml(html, { pictures: true, whole: true }).body.content;
    expect(picture).toMatchObject({
      attrs: { credit: 'N. Sabir' },
      content: [{ content: [{ text: 'At the pier' }] }],
    });
    const [gone] = importHtml(html, { whole: true }).body.content;
    expect(gone).toMatchObject({
      type: 'paragraph',
      content: [{ text: 'At the pier' }, { text: ' Фото: N. Sabir' }],
    });
  });

  it('keeps a frame of a site that can be embedded, and the films of other servers', () => {
    const html =
      '<p>a<iframe src="//www.youtube.com/embed/aqz-KE-bpKQ?autoplay=1" title="The way">old</iframe>b</p>' +
      '<video src="https://media.example/a.mp4"></video><audio src="https://media.example/a.mp3"></audio>';
    const { body, lost } = importHtml(html);
    expect(body.content.map(({ type }) => type)).toEqual([
      'paragraph',
      'embed',
      'paragraph',
      'video',
      'audio',
    ]);
    expect(body.content[1]).toMatchObject({
      attrs: { address: 'https://www.youtube.com/watch?v=aqz-KE-bpKQ', title: 'The way' },
    });
    expect(lost).toEqual({});
    expect(
      importHtml('<iframe src="https://evil.example/"></iframe><video src="x.mp4"></video>').lost,
    ).toEqual({
      iframe: 1,
      video: 1,
    });
  });

  it('names what was lost', () => {
    const { lost } = importHtml(
      '<p>a<img src=x><img src=y></p><script>x</script><ul><li><table><td>x</table></ul><a href="javascript:x">b</a>',
    );
    expect(lost).toEqual({ img: 2, script: 1, table: 1, a: 1 });
  });

  it('of nothing is one empty paragraph', () => {
    for (const html of ['', ' \n ', '<p></p><ul><li></li></ul><blockquote> </blockquote>']) {
      expect(kinds(html)).toEqual(['paragraph']);
    }
  });

  it('unwraps lists deeper than anyone means', () => {
    const deep = '<ul><li>'.repeat(60) + 'bottom';
    expect(rendered(deep).match(/<ul>/g)).toHaveLength(8);
    expect(rendered(deep)).toContain('bottom');
  });

  it.each([
    ['<ul><li role=checkbox aria-checked=true>a<li role=checkbox aria-checked=false>b</ul>', [true, false]],
    ['<ul><li>[x] a<li>[ ] b<li>[X]&nbsp;c</ul>', [true, false, true]],
    ['<ul><li><p>☑ a</p><li>☐ b</ul>', [true, false]],
  ])('%s is a list of tasks', (html, checked) => {
    const [list] = importHtml(html).body.content;
    expect(list).toMatchObject({
      type: 'taskList',
      content: checked.map((each) => ({ attrs: { checked: each } })),
    });
    expect(rendered(html)).toMatch(/(?:[☐☑]<\/span> [a-c]<\/li>.*){2}/);
  });

  it('of a task that is done has no line through it, but what was struck before', () => {
    const done = (words: string) => rendered(`<ul><li role=checkbox aria-checked=true>${words}</li></ul>`);
    expect(done('<s>the cars</s>')).not.toContain('<s>');
    expect(done('<s>nine</s> ten cars')).toContain('<s>nine</s> ten cars');
  });

  it.each(['<ul><li>[x]</ul>', '<ul><li>[1] a</ul>', '<p>[x] a', '<ul><li>[y] a</ul>'])(
    '%s is no task',
    (html) => expect(JSON.stringify(importHtml(html).body)).not.toContain('task'),
  );

  it('goes through the editor’s schema unchanged', () => {
    const html =
      '<h2>A</h2><p>b <a href="/c"><b>d</b></a></p><ol><li>e<ul><li>f</li></ul></li></ol><blockquote>g</blockquote>';
    const { body } = importHtml(html);
    const ydoc = new Y.Doc();
    writeSeed(ydoc, { headline: '', standfirst: [], body });
    expect(renderHtml(readDocument(ydoc).body, context)).toBe(renderHtml(body, context));
  });
});

describe('S4: hostile HTML', () => {
  it.each(hostileHtml)('%s leaves nothing that runs', (html) => {
    const { body } = importHtml(html);
    expect(articleContent.safeParse({ headline: '', standfirst: [], body }).success).toBe(true);
    const output = renderHtml(body, context);
    expect(output).not.toMatch(
      /<(?:script|img|svg|math|iframe|style|form|button|object|embed|base|template)/i,
    );
    expect(output).not.toMatch(/<[^>]*(?:\son|style=|javascript:|data:|evil)/i);
  });

  it('that is too long or too deep is refused', () => {
    expect(() => importHtml('<i>'.repeat(2000))).toThrow(DocumentError);
    expect(() => importHtml('x'.repeat(4_000_001))).toThrow(DocumentError);
  });

  it.each(['<', '&', '<p>', '</p>', 'x<br>', '<b>x</b>', '<a href=', '<!--', '&amp;'])(
    'of %s repeated is read in time that grows with its length',
    (piece) => {
      const measure = (times: number) => {
        const start = process.cpuUsage();
        importHtml(piece.repeat(times));
        const { user } = process.cpuUsage(start);
        return user;
      };
      measure(5_000);
      const short = Math.max(measure(10_000), 5_000);
      // ten times the length: a quadratic reader would take a hundred times as long
      expect(measure(100_000)).toBeLessThan(short * 50);
    },
  );

  it('can’t reach into objects by its names', () => {
    importHtml('<__proto__ constructor="x" __proto__="y">a</__proto__><constructor>b</constructor>');
    expect(({} as Record<string, unknown>).y).toBeUndefined();
    expect(rendered('<constructor>b</constructor>')).toBe('<p>b</p>');
  });
});
