import { languages, type Block } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { everyBlock, paragraph, text } from '../test/every-block.ts';
import { withPlainEmbeds } from './plain-embeds.ts';
import { renderHtml } from './render-html.ts';

const { embed } = everyBlock();
const post: Block = {
  type: 'embed',
  attrs: { id: 'embed2', address: 'https://x.com/ledger/status/12', title: null },
  content: [{ type: 'caption' }],
};
const between = paragraph('para01', text('Between.'));

describe('a text that leaves the site', () => {
  it.each(languages)(
    'has links in the place of cards of other sites, and none of the words of cards, in %s',
    (language) => {
      const html = renderHtml(
        { type: 'doc', content: [embed, between, post] },
        { language, picture: () => null },
      );
      const kind = { az: 'Paylaşım', ru: 'Публикация', en: 'Post', hy: 'Գրառում' }[language];
      expect(withPlainEmbeds(html)).toBe(
        '<p><a href="https://www.youtube.com/watch?v=aqz-KE-bpKQ">In two minutes</a></p><p>The whole way</p>' +
          `<p>Between.</p><p><a href="https://x.com/ledger/status/12">${kind}, X</a></p>`,
      );
    },
  );

  it('is as it was where it has no card', () => {
    expect(withPlainEmbeds('<p>Nothing to watch</p>')).toBe('<p>Nothing to watch</p>');
  });
});
