import { embedOrigins, parseEmbed, type Block, type Body, type Language, type Mark } from '@broadsheet/types';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { everyBlock, mediaId, paragraph, text } from '../test/every-block.ts';
import { withRelatedStories } from './related-stories.ts';
import { renderHtml } from './render-html.ts';
import { renderMarkdown } from './render-markdown.ts';
import type { RenderablePicture } from './render-picture.ts';

/** What the renderer may write: elements, and the attributes of each. Everything else is a way in. */
const allowed: Record<string, string> = {
  p: 'class lang dir',
  span: 'class role aria-label aria-hidden lang dir',
  'strong em s u mark sub sup br hr code li ol ul dl dt dd tr thead tbody table caption': '',
  'h2 h3 h4': 'id',
  time: 'datetime',
  a: 'href rel',
  ol: 'start',
  'blockquote figure li': 'class',
  'figcaption footer': '',
  'td th': 'colspan rowspan scope',
  div: 'class role tabindex aria-label aria-hidden data-embed data-frame data-load',
  'aside section': 'class aria-labelledby',
  ul: 'class role aria-label',
  pre: 'role tabindex aria-label',
  picture: '',
  source: 'type srcset sizes',
  img: 'src srcset sizes width height alt loading decoding',
  video: 'controls preload playsinline src poster aria-label',
  audio: 'controls preload src aria-label',
  svg: 'viewbox',
  path: 'd',
};
const attributesOf = new Map<string, Set<string>>();
for (const [names, attributes] of Object.entries(allowed))
  for (const name of names.split(' ')) {
    const known = attributesOf.get(name) ?? new Set();
    for (const attribute of attributes.split(' ')) known.add(attribute);
    attributesOf.set(name, known);
  }

const attacks = [
  '<script>alert(1)</script>',
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  '" onmouseover="alert(1)',
  "' onfocus='alert(1)' autofocus='",
  '` onerror=alert(1) `',
  '<svg onload=alert(1)>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext></p><img src=x onerror=alert(1)></mtext></math>',
  '</figcaption></figure></aside></table></dl><iframe src=javascript:alert(1)>',
  '--><img src=x onerror=alert(1)>',
  '<!--related:01890000-0000-7000-8000-000000000002-->',
  '<!--<img src="--><img src=x onerror=alert(1)//">',
  ']]><script>alert(1)</script>',
  '<base href=//evil.example>',
  '<template><script>alert(1)</script></template>',
  '<a href="javascript:alert(1)">x</a>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)',
  '\u2028<script>alert(1)</script>',
  '<scr\u200Bipt>alert(1)</scr\u200Bipt>',
  '<\u0000script>alert(1)</script>',
  '{@html "<script>"}',
  '{{constructor.constructor("alert(1)")()}}',
  'javascript:alert(1)',
];

/** Addresses that no block may be kept from holding by its schema alone: the renderer looks again. */
const addresses = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)//https://www.youtube.com/watch?v=aqz-KE-bpKQ',
  'java\tscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'blob:https://evil.example/1',
  'file:///etc/passwd',
  '//evil.example/a.mp4',
  'http://evil.example/a.mp4',
  'https://evil.example/"onerror="alert(1)',
  'https://evil.example/<script>',
  'https:evil',
  'https://',
  '/media/../../evil',
  '',
];

const context = (word: string, language: Language = 'en') => ({
  language,
  picture: (): RenderablePicture => ({
    sources: { crop: 'full', key: 'k3y', width: 2000, height: 1332, widths: [960, 320] },
    alt: word,
    caption: word,
    credit: word,
    licence: word,
  }),
});
const body = (...content: Block[]): Body => ({ type: 'doc', content });

/** Reads HTML as a browser does and refuses whatever the renderer has no business to write. */
function expectHarmless(html: string): void {
  const parser = new Parser({
    onopentag: (name, attributes) => {
      expect([...attributesOf.keys()]).toContain(name);
      for (const [attribute, value] of Object.entries(attributes)) {
        expect([...(attributesOf.get(name) ?? [])], `of ${name}`).toContain(attribute);
        if (attribute === 'href') expect(value).toMatch(/^(?:https:\/\/|\/en\/news\/)[^\s"<>]+$/);
        if (attribute === 'src' || attribute === 'poster')
          expect(value).toMatch(/^(?:\/media\/k3y\/\d+\.webp|https:\/\/media\.example\/a\.mp4)$/);
        if (attribute === 'data-frame') expect(Object.values(embedOrigins)).toContain(new URL(value).origin);
        if (attribute === 'id' || attribute === 'aria-labelledby') expect(value).toMatch(/^[hfc]-[\w-]+$/);
      }
    },
    oncomment: (comment) => expect(comment).toMatch(/^related:[0-9a-f-]{36}$/),
  });
  parser.end(html);
}

const kinds = Object.keys(everyBlock()) as Block['type'][];

describe('S4 nothing that is typed runs on a reader’s page', () => {
  it.each(kinds)('a %s shows every attack as the text that it is, in words, names and pictures', (kind) => {
    for (const attack of attacks) {
      const marks: Mark[] = [{ type: 'bold' }, { type: 'highlight' }];
      const blocks = everyBlock(
        () => [text(attack), text(attack, ...marks)],
        () => attack,
      );
      expectHarmless(renderHtml(body(blocks[kind]), context(attack)));
    }
  });

  it.each(addresses)(
    'a recording and a card that got the address “%s” in spite of all show nothing of it',
    (address) => {
      const { video, audio, embed } = everyBlock();
      video.attrs.src = address;
      audio.attrs.src = address;
      embed.attrs.address = address;
      expect(renderHtml(body(video, audio, embed), context(''))).toBe('');
    },
  );

  it.each(['"><script>', 'a" onclick="x', 'x y', '<img src=x>', ''])(
    'an id “%s” breaks out of no attribute',
    (id) => {
      const { heading, factBox, correction } = everyBlock();
      for (const block of [heading, factBox, correction]) block.attrs.id = id;
      const html = renderHtml(body(heading, factBox, correction), context(''));
      expect(html).not.toMatch(/<script|<img|onclick="/);
    },
  );

  it('a day, a number and a language that are none break out of nothing', () => {
    const { correction, orderedList, blockquote, relatedStory } = everyBlock();
    correction.attrs.date = '"><script>alert(1)</script>';
    orderedList.attrs.start = '"><script>' as unknown as number;
    blockquote.attrs.lang = '"><script>';
    relatedStory.attrs.storyId = '--><script>alert(1)</script>';
    expect(renderHtml(body(correction, orderedList, blockquote, relatedStory), context(''))).not.toContain(
      '<script',
    );
  });

  it('headlines of other stories are text, and their addresses lead nowhere else', () => {
    const { relatedStory } = everyBlock();
    const html = renderHtml(body(relatedStory), context(''));
    for (const attack of attacks) {
      const article = { id: mediaId, slug: attack, headline: attack };
      const filled = withRelatedStories({
        html,
        language: 'en',
        relatedStories: [{ storyId: relatedStory.attrs.storyId, article }],
      });
      expect(filled).toContain('<a href="/en/news/');
      expectHarmless(filled);
    }
  });

  it('a place for another story that somebody typed is no place', () => {
    const typed = '<!--related:01890000-0000-7000-8000-000000000002-->';
    const html = renderHtml(body(paragraph('para01', text(typed))), context(''));
    const article = { id: mediaId, slug: 'other', headline: 'Other' };
    const relatedStories = [{ storyId: '01890000-0000-7000-8000-000000000002', article }];
    expect(withRelatedStories({ html, language: 'en', relatedStories })).toBe(html);
  });

  it.each([
    'https://evil.example/watch?v=aqz-KE-bpKQ',
    'https://youtube.com.evil.example/watch?v=aqz-KE-bpKQ',
    'https://evil.example/https://www.youtube.com/watch?v=aqz-KE-bpKQ',
    'https://www.youtube.com@evil.example/watch?v=aqz-KE-bpKQ',
    'https://user:pass@www.youtube.com/watch?v=aqz-KE-bpKQ',
    'https://www.youtube.com:8443/watch?v=aqz-KE-bpKQ',
    'https://www.youtube.com/watch?v=../../evil',
    'https://www.youtube.com/watch?v=aqz-KE-bpKQ%22onload=alert(1)',
    'https://www.youtube.com/redirect?q=https://evil.example',
    'javascript://www.youtube.com/watch?v=aqz-KE-bpKQ%0aalert(1)',
    'https://t.me/joinchat/AAAA',
    'https://x.com/i/status/1%2F..%2Fevil',
    'https://www.facebook.com/plugins/post.php?href=https://evil.example',
    'https://www.facebook.com/l.php?u=https://evil.example',
    'https://open.spotify.com/embed/../evil/4uLU6hMCjMI75M1A2tKUQC',
  ])('%s is no card of another site', (address) => {
    expect(parseEmbed(address)).toBeNull();
  });
});

it('S21 long runs of spaces cost no more than other text', () => {
  const line = paragraph('line', text(`a${' '.repeat(100_000)}b`, { type: 'bold' }), text('c'));
  const item = { type: 'listItem' as const, attrs: { id: 'item' }, content: [line] };
  const list = { type: 'bulletList' as const, attrs: { id: 'list' }, content: [item] };
  const box: Block = { type: 'factBox', attrs: { id: 'box', title: null }, content: [list] };
  const body: Body = { type: 'doc', content: [line, box] };
  const nowhere = { language: 'en' as const, picture: () => null };
  const began = performance.now();
  expect(renderHtml(body, nowhere)).toContain('<dt>');
  expect(renderMarkdown(body, nowhere)).toContain('**a');
  expect(performance.now() - began).toBeLessThan(1000);
});
