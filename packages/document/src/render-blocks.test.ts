import type { Block, Body, Language } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { everyBlock, mediaId, paragraph, posterId, storyId, text } from '../test/every-block.ts';
import { correctionsOf, outlineOf, relatedStoryIds } from './outline.ts';
import { pictureIds } from './picture-ids.ts';
import { withRelatedStories } from './related-stories.ts';
import { renderHtml } from './render-html.ts';
import type { RenderablePicture } from './render-picture.ts';
import { dayInWords, lengthInWords } from './render-words.ts';

const meadow: RenderablePicture = {
  sources: { crop: 'full', key: 'k3y', width: 2000, height: 1332, widths: [320, 960, 1280] },
  alt: 'A green meadow',
  caption: '',
  credit: '',
  licence: '',
};
const body = (...content: Block[]): Body => ({ type: 'doc', content });

function html(content: Block[], language: Language = 'en', found: RenderablePicture | null = meadow): string {
  return renderHtml(body(...content), { language, picture: () => found });
}

describe('what stands in a text and is not running text', () => {
  it('shows words lifted out of the text, in their own language', () => {
    const { pullQuote } = everyBlock();
    pullQuote.attrs.lang = 'fa';
    expect(html([pullQuote])).toBe(
      '<blockquote class="pull"><p lang="fa" dir="rtl"><span class="q" aria-hidden="true">“</span>We gave it ' +
        'back<span aria-hidden="true">”</span></p><footer>The crew</footer></blockquote>',
    );
  });

  it('shows which tasks are done, also where nothing styles the page', () => {
    expect(html([everyBlock().taskList], 'ru')).toBe(
      '<ul class="tasks" role="list">' +
        '<li class="done"><span class="box" role="img" aria-label="Сделано">☑</span> Done</li>' +
        '<li><span class="box" role="img" aria-label="Не сделано">☐</span> To do</li></ul>',
    );
  });

  it('gives readers what is still to be found as plain words', () => {
    expect(html([paragraph('para01', text('In '), text('TK', { type: 'tk' }), text(' days'))])).toBe(
      '<p>In TK days</p>',
    );
  });

  it('keeps the spaces of code', () => {
    expect(html([everyBlock().codeBlock])).toBe(
      '<pre role="region" tabindex="0" aria-label="Code"><code>if (a &lt; b)\n  go()</code></pre>',
    );
  });

  it('names a fact box by its title, and its own headings stand under it', () => {
    expect(html([everyBlock().factBox])).toBe(
      '<aside class="facts" aria-labelledby="f-facts1"><h2 id="f-facts1">In brief</h2><p>A fact</p>' +
        '<h3>More</h3><ul><li>An item</li></ul></aside>',
    );
  });

  it('shows a list whose items begin in bold as terms and facts', () => {
    const { factBox } = everyBlock();
    const fact = (id: string, term: string, words: string) => ({
      type: 'listItem' as const,
      attrs: { id },
      content: [paragraph(`${id}-p`, text(term, { type: 'bold' }), text(words))],
    });
    const list: Block = {
      type: 'bulletList',
      attrs: { id: 'list09' },
      content: [fact('fact01', 'Open:', ' until the first snow'), fact('fact02', 'Signs', ': red & white')],
    };
    factBox.content = [list];
    expect(html([factBox])).toContain(
      '<dl><div><dt>Open</dt><dd>until the first snow</dd></div><div><dt>Signs</dt><dd>red &amp; white</dd></div></dl>',
    );
    list.content.push(fact('fact03', 'Only a term', ''));
    expect(html([factBox])).not.toContain('<dl>');
  });

  it('gives the story in a few points', () => {
    expect(html([everyBlock().keyPoints], 'ru')).toBe(
      '<div class="points"><p class="label">Главное</p><ul aria-label="Главное"><li>One point</li><li>Another</li></ul></div>',
    );
  });

  it('puts what answers a question under it, and what comes before the first one above them all', () => {
    const { qa } = everyBlock();
    expect(html([qa])).toBe(
      '<div class="qa"><dl><div><dt>Why now?</dt><dd><p>The snow is gone</p></dd></div></dl></div>',
    );
    qa.content = [
      paragraph('intro1', text('We met her on the pass.')),
      ...qa.content,
      { type: 'question', attrs: { id: 'empty1' } },
      paragraph('answer', text('And more.')),
      { type: 'question', attrs: { id: 'quest2' }, content: [text('And then?')] },
    ];
    expect(html([qa])).toBe(
      '<div class="qa"><p>We met her on the pass.</p><dl><div><dt>Why now?</dt><dd><p>The snow is gone</p>' +
        '<p>And more.</p></dd></div><div><dt>And then?</dt><dd></dd></div></dl></div>',
    );
  });

  it('dates a correction and puts it where it belongs, wherever it was written', () => {
    const { correction, paragraph: line } = everyBlock();
    const fix =
      '<section class="fix" aria-labelledby="c-fix001"><h2 id="c-fix001">Correction</h2> <time ' +
      'datetime="2024-11-08">08 November 2024</time> <p>It is 14 kilometres long</p></section>';
    expect(html([correction, line])).toBe(`<p>A paragraph</p>${fix}`);
    correction.attrs.place = 'top';
    expect(html([line, correction])).toBe(`${fix.replace('"fix"', '"fix first"')}<p>A paragraph</p>`);
  });

  it('leaves out what has no words', () => {
    const silent = everyBlock(
      () => [text(' ')],
      () => '',
    );
    const shown = new Set<Block['type']>(['horizontalRule', 'picture', 'gallery', 'video', 'audio', 'embed']);
    const boxes = Object.values(silent).filter(({ type }) => !shown.has(type));
    expect(html(boxes)).toBe('<!--related:01890000-0000-7000-8000-000000000002-->');
  });
});

describe('pictures and recordings in a text', () => {
  it.each([
    [null, 'pic wide'],
    ['wide', 'pic wide'],
    ['inline', 'pic'],
    ['full', 'pic full'],
  ] as const)('a picture of layout %s is a "%s"', (layout, kind) => {
    const { picture } = everyBlock();
    picture.attrs.layout = layout;
    expect(html([picture])).toContain(`<figure class="${kind}">`);
  });

  it('a picture has its colour in its place until it is here, where that is known', () => {
    const { picture } = everyBlock();
    expect(html([picture], 'en', { ...meadow, tint: '#47633f' })).toContain(' data-tint="#47633f" alt=');
    expect(html([picture])).not.toContain('data-tint');
  });

  it('a gallery is a list of pictures with their captions, in a region that can be scrolled', () => {
    const rendered = html([everyBlock().gallery], 'hy');
    expect(rendered).toMatch(
      /^<div class="gallery"><p class="box-title">The way up<\/p><div class="scroll" role="region" tabindex="0" aria-label="The way up"><ol><li><figure class="pic"><picture>/,
    );
    expect(
      rendered.match(
        /<figcaption>The meadow<span class="stop">։<\/span> <span class="credit">Լուսանկարը՝ A reader/g,
      ),
    ).toHaveLength(2);
    expect(html([everyBlock().gallery], 'en', null)).toBe('');
  });

  it('a film is fetched only when it is played', () => {
    expect(html([everyBlock().video])).toBe(
      '<figure class="recording wide"><video controls preload="none" playsinline ' +
        'src="https://media.example/a.mp4" poster="/media/k3y/1280.webp" aria-label="The crossing">' +
        '<a href="https://media.example/a.mp4">The crossing</a></video><figcaption><strong>The crossing</strong> ' +
        'Filmed from the ridge <span class="length">1:02</span></figcaption></figure>',
    );
    expect(html([everyBlock().audio])).toContain('<audio controls preload="none" src="https://media.example');
  });

  it('a post of another site is a link until somebody asks for more', () => {
    expect(html([everyBlock().embed])).toBe(
      '<div class="embed" role="group" aria-label="In two minutes" data-embed="youtube" ' +
        'data-frame="https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ" data-load="Load the video">' +
        '<div class="mark" aria-hidden="true"><svg viewBox="0 0 32 32"><path d="M8 4v24l20-12z"/></svg></div>' +
        '<div class="words"><p class="label">Video, YouTube</p><p class="box-title">In two minutes</p>' +
        '<p class="said">The whole way</p><p class="note">Nothing is loaded from YouTube until you ask for it. ' +
        'Then YouTube may set cookies.</p><p class="acts"><a href="https://www.youtube.com/watch?v=aqz-KE-bpKQ" ' +
        'rel="noopener">Watch on YouTube</a></p></div></div>',
    );
  });

  it.each<[Language, string, string]>([
    ['az', 'Siz istəməyincə X-dən heç nə yüklənmir', 'X-də aç'],
    ['ru', 'С X ничего не загружается', 'Открыть в X'],
    ['en', 'Nothing is loaded from X', 'Read on X'],
    ['hy', 'X-ից ոչինչ չի բեռնվում', 'Բացել X-ում'],
  ])('in %s says what is loaded and when', (language, note, open) => {
    const { embed } = everyBlock();
    embed.attrs.address = 'https://x.com/ledger/status/12';
    const rendered = html([embed], language);
    expect(rendered).toContain(note);
    expect(rendered).toContain(`>${open}</a>`);
  });

  it('are all among the pictures of the text, posters too, each once', () => {
    const { picture, gallery, video } = everyBlock();
    expect(pictureIds(body(video, picture, gallery))).toEqual([posterId, mediaId]);
  });
});

describe('what a text says about itself', () => {
  it('names its headings as its page does', () => {
    const heading = (id: string, level: 2 | 3, words: string): Block => ({
      type: 'heading',
      attrs: { id, level },
      content: [text(words.slice(0, 3)), text(words.slice(3), { type: 'italic' })],
    });
    const content = [
      heading('head01', 2, 'The way up'),
      heading('head02', 3, '   '),
      everyBlock().factBox,
      heading('head03', 3, 'The pass'),
    ];
    expect(outlineOf(body(...content))).toEqual([
      { id: 'h-head01', level: 2, text: 'The way up' },
      { id: 'h-head03', level: 3, text: 'The pass' },
    ]);
    for (const { id } of outlineOf(body(...content))) expect(html(content)).toContain(` id="${id}">`);
  });

  it('gives its corrections with their days', () => {
    const { correction } = everyBlock();
    const empty: Block = { ...correction, content: [paragraph('none01')] };
    expect(correctionsOf(body(correction, empty))).toEqual([
      { at: '2024-11-08', text: 'It is 14 kilometres long' },
    ]);
  });

  it('leads to other stories by the headlines that they have when it is read', () => {
    const { relatedStory } = everyBlock();
    const blocks = [relatedStory, relatedStory, everyBlock().paragraph];
    expect(relatedStoryIds(body(...blocks))).toEqual([storyId]);
    const read = (headline: string | null) =>
      withRelatedStories({
        html: html(blocks.slice(1)),
        language: 'az',
        relatedStories: [
          { storyId, article: headline === null ? null : { id: mediaId, slug: 'yol', headline } },
        ],
      });
    expect(read('Yol & körpü')).toBe(
      '<p class="also"><span class="label">Həmçinin oxuyun</span> <a href="/az/news/yol">Yol &amp; körpü</a></p>' +
        '<p>A paragraph</p>',
    );
    expect(read(null)).toBe('<p>A paragraph</p>');
  });
});

it.each<[Language, string]>([
  ['az', '08 noyabr 2024'],
  ['ru', '08 ноября 2024'],
  ['en', '08 November 2024'],
  ['hy', '08 նոյեմբերի 2024'],
])('writes a day in %s as %s', (language, words) => {
  expect(dayInWords('2024-11-08', language)).toBe(words);
});

it.each([
  [0, '0:00'],
  [62, '1:02'],
  [3729, '1:02:09'],
])('writes %i seconds as %s', (seconds, words) => {
  expect(lengthInWords(seconds)).toBe(words);
});
