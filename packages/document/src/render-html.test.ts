import type { Block, Body, Inline, Language, Mark } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { pictureIds } from './picture-ids.ts';
import { renderHtml, renderStandfirst } from './render-html.ts';
import type { RenderablePicture } from './render-picture.ts';
import { renderText } from './render-text.ts';

const mediaId = '01890000-0000-7000-8000-000000000000';
const meadow: RenderablePicture = {
  sources: { crop: 'full', key: 'k3y', width: 2000, height: 1332, widths: [1280, 320, 960] },
  alt: 'A green meadow',
  caption: 'The meadow above Lari',
  credit: 'Aitzol Berasategi',
  licence: 'CC BY 4.0',
};

const text = (words: string, ...marks: Mark[]): Inline => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks }),
});
const paragraph = (...content: Inline[]) => ({
  type: 'paragraph' as const,
  attrs: { id: 'para01' },
  content,
});
const body = (...content: Block[]): Body => ({ type: 'doc', content });
const quote = (words: string, attribution: string | null = null): Block => ({
  type: 'blockquote',
  attrs: { id: 'quote1', attribution },
  content: [paragraph(text(words))],
});
const picture = (caption: Inline[] = [], alt: string | null = null, credit: string | null = null): Block => ({
  type: 'picture',
  attrs: { id: 'pic001', mediaId, alt, credit },
  content: [{ type: 'caption', content: caption }],
});

function html(content: Block[], language: Language = 'en', found: RenderablePicture | null = meadow): string {
  return renderHtml(body(...content), { language, picture: () => found });
}

describe('a body as HTML', () => {
  it('has headings, lists and rules', () => {
    const item = (...content: Inline[]) => ({
      type: 'listItem' as const,
      attrs: { id: 'item01' },
      content: [paragraph(...content)],
    });
    expect(
      html([
        { type: 'heading', attrs: { id: 'head01', level: 2 }, content: [text('Two')] },
        { type: 'heading', attrs: { id: 'head02', level: 3 }, content: [text('Three')] },
        { type: 'bulletList', attrs: { id: 'list01' }, content: [item(text('one')), item()] },
        { type: 'orderedList', attrs: { id: 'list02', start: 3 }, content: [item(text('three'))] },
        { type: 'horizontalRule', attrs: { id: 'rule01' } },
      ]),
    ).toBe(
      '<h2 id="h-head01">Two</h2><h3 id="h-head02">Three</h3><ul><li>one</li></ul><ol start="3"><li>three</li></ol><hr>',
    );
  });

  it('leaves out paragraphs without text', () => {
    expect(html([paragraph(), paragraph(text('One')), paragraph(text(' ')), paragraph()])).toBe('<p>One</p>');
  });

  it('keeps a link that runs over a bold word one link', () => {
    const link: Mark = { type: 'link', attrs: { href: 'https://example.com/?a=1&b=2' } };
    expect(
      html([
        paragraph(text('see ', link), text('this', link, { type: 'bold' }), text(' now', link), text('.')),
      ]),
    ).toBe('<p><a href="https://example.com/?a=1&amp;b=2">see <strong>this</strong> now</a>.</p>');
  });

  it('says which language a passage is in, and which way it runs', () => {
    const lang = (tag: string): Mark => ({ type: 'lang', attrs: { lang: tag } });
    expect(html([paragraph(text('yol', lang('az')), text('راه', lang('fa')))])).toBe(
      '<p><span lang="az">yol</span><span lang="fa" dir="rtl">راه</span></p>',
    );
  });

  it('breaks lines where the writer did, and drops what editors leave behind', () => {
    expect(html([paragraph(text('one'), { type: 'hardBreak' }, text('t\u200Bwo'))])).toBe(
      '<p>one<br>two</p>',
    );
  });

  it.each<[Language, string, string]>([
    ['az', '«', '»'],
    ['ru', '«', '»'],
    ['en', '“', '”'],
    ['hy', '«', '»'],
  ])('in %s puts %s and %s around a quote, for the eye alone', (language, begin, end) => {
    expect(html([quote('We found it.', 'The head of the crew')], language)).toBe(
      `<blockquote class="quote"><p><span class="q" aria-hidden="true">${begin}</span>We found it.` +
        `<span aria-hidden="true">${end}</span></p><footer>The head of the crew</footer></blockquote>`,
    );
  });

  it('does not double the marks of a quote that has its own', () => {
    expect(html([quote('«Мы нашли старую»')], 'ru')).toBe(
      '<blockquote class="quote"><p>«Мы нашли старую»</p></blockquote>',
    );
  });
});

describe('a picture in a body', () => {
  it('comes in every width, with its own words and credit', () => {
    expect(html([picture()])).toBe(
      '<figure class="pic wide"><picture><source type="image/avif" srcset="/media/k3y/320.avif 320w, ' +
        '/media/k3y/960.avif 960w, /media/k3y/1280.avif 1280w" sizes="(min-width: 75rem) 40rem, ' +
        '(min-width: 40rem) 80vw, calc(100vw - 2rem)"><img src="/media/k3y/960.webp" srcset="/media/k3y/320.webp 320w, ' +
        '/media/k3y/960.webp 960w, /media/k3y/1280.webp 1280w" sizes="(min-width: 75rem) 40rem, ' +
        '(min-width: 40rem) 80vw, calc(100vw - 2rem)" width="2000" height="1332" alt="A green meadow" ' +
        'loading="lazy" decoding="async"></picture><figcaption>The meadow above Lari<span class="stop">.</span> ' +
        '<span class="credit">Photo: Aitzol Berasategi, CC BY 4.0</span></figcaption></figure>',
    );
  });

  it('takes the words of this use where it has them', () => {
    const rendered = html([picture([text('Here', { type: 'italic' })], '', 'A reader')], 'hy');
    expect(rendered).toContain(' alt="" ');
    expect(rendered).toContain(
      '<figcaption><em>Here</em><span class="stop">։</span> <span class="credit">Լուսանկարը՝ A reader, CC BY 4.0</span>',
    );
  });

  it('has no caption where there is nothing to say', () => {
    const bare = { ...meadow, caption: '', credit: '', licence: '' };
    expect(html([picture()], 'en', bare)).not.toContain('figcaption');
  });

  it('is left out of a draft when it is not found, and stops what asks it to', () => {
    expect(html([picture()], 'en', null)).toBe('');
    const lookup = () => {
      throw new Error('gone');
    };
    expect(() => renderHtml(body(picture()), { language: 'en', picture: lookup })).toThrow('gone');
  });

  it('is listed once among the pictures of the body', () => {
    expect(pictureIds(body(picture(), paragraph(text('x')), picture()))).toEqual([mediaId]);
  });
});

describe('nothing typed runs on a reader’s page', () => {
  const attacks = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    '</figcaption></figure><iframe src=javascript:alert(1)>',
    '&lt;script&gt;',
    '<!--<img src="--><img src=x onerror=alert(1)//">',
  ];

  it.each(attacks)('%s comes out as text wherever it stands', (attack) => {
    const rendered = [
      html([paragraph(text(attack)), quote(attack, attack), picture([text(attack)], attack, attack)]),
      html([picture()], 'en', { ...meadow, alt: attack, caption: attack, credit: attack, licence: attack }),
      renderStandfirst([{ type: 'text', text: attack, marks: [{ type: 'italic' }] }]),
    ].join('');
    const allowed =
      /^<\/?(?:p|em|span|footer|blockquote|figure|figcaption|picture|source|img)(?: (?:class|aria-hidden|type|src|srcset|sizes|width|height|alt|loading|decoding)="[^"<>]*")*>$/;
    for (const tag of rendered.match(/<[^>]*>?/g) ?? []) expect(tag).toMatch(allowed);
    for (const [, address] of rendered.matchAll(/ src="([^"]*)"/g))
      expect(address).toBe('/media/k3y/960.webp');
  });

  it('even if a link or a language slipped past every check', () => {
    const link: Mark = { type: 'link', attrs: { href: 'javascript:alert(1)' } };
    const lang: Mark = { type: 'lang', attrs: { lang: '"><script>' } };
    expect(html([paragraph(text('a', link), text('b', lang))])).toBe(
      '<p>a<span lang="&quot;&gt;&lt;script&gt;">b</span></p>',
    );
  });
});

describe('a body as text', () => {
  it('has a line for each block, with attributions and captions', () => {
    expect(
      renderText(
        body(
          paragraph(text('One'), { type: 'hardBreak' }, text('two')),
          quote('Q', 'Who'),
          picture([text('C')]),
        ),
      ),
    ).toBe('One two\nQ\nWho\nC');
  });
});
