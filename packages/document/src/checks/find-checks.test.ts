import { isStopping, type Block, type CheckCode, type Inline } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { everyBlock, mediaId, paragraph, text } from '../../test/every-block.ts';
import { blockFacts, type CheckedNode } from './block-facts.ts';
import { findChecks, type CheckMatter } from './find-checks.ts';

type Rest = Partial<Omit<CheckMatter, 'standfirst'>> & { standfirst?: string };

const matter = (
  blocks: (Block | CheckedNode)[],
  { standfirst = 'Volunteers carried stone for three summers.', ...rest }: Rest = {},
): CheckMatter => ({
  language: 'en',
  headline: 'The old path is open again',
  standfirst: standfirst === '' ? [] : [text(standfirst)],
  blocks: blocks.map((block) => blockFacts(block, rest.language ?? 'en')),
  slug: 'the-old-path-is-open-again',
  sectionId: 'society',
  authors: [{ authorId: 'mira', role: 'text' }],
  sourceName: '',
  leadMediaId: mediaId,
  picture: () => ({ alt: 'A path', credit: 'A reader' }),
  ...rest,
});
const said = paragraph('block-1', text('The path is open.'));
const found = (blocks: (Block | CheckedNode)[], rest: Rest = {}): CheckCode[] =>
  findChecks(matter(blocks, rest)).map(({ code }) => code);
const heading = (id: string, level: 2 | 3 | 4, words = 'A heading'): Block => ({
  type: 'heading',
  attrs: { id, level },
  content: [text(words)],
});

describe('what is looked at before an article reaches its readers', () => {
  it('finds nothing in an article that is ready', () => {
    expect(found([said])).toEqual([]);
    expect(found(Object.values(everyBlock()).filter(({ type }) => type !== 'heading'))).toEqual([]);
  });

  it('asks for a headline of a good length, a standfirst, a section and a lead picture', () => {
    expect(found([said], { headline: '' })).toEqual(['headline_missing']);
    expect(found([said], { headline: 'Короткий', slug: '' })).toEqual(['slug_missing', 'headline_short']);
    expect(found([said], { headline: 'word '.repeat(20).trim() })).toEqual(['headline_long']);
    expect(found([said], { standfirst: '', sectionId: null, leadMediaId: null })).toEqual([
      'standfirst_missing',
      'section_missing',
      'lead_missing',
    ]);
  });

  it('asks for an author, unless the piece names the agency that it was taken from', () => {
    const unsigned = matter([said], { authors: [] });
    expect(findChecks(unsigned)).toEqual([
      { code: 'byline_missing', place: 'authors', blockId: null, quote: '' },
    ]);
    expect(isStopping('byline_missing')).toBe(false);
    expect(findChecks({ ...unsigned, sourceName: 'Azertac' })).toEqual([]);
  });

  it('looks at the words of pictures as they are for this article', () => {
    const bare = { picture: () => ({ alt: ' ', credit: '' }) };
    const { picture, gallery } = everyBlock();
    expect(found([said], bare)).toEqual(['lead_undescribed', 'lead_uncredited']);
    expect(found([said, picture], bare)).toEqual(['lead_undescribed', 'lead_uncredited']);
    const own = { ...picture, attrs: { ...picture.attrs, alt: null } };
    expect(found([said, own], { ...bare, leadMediaId: null })).toEqual([
      'lead_missing',
      'picture_undescribed',
    ]);
    expect(found([said, picture], { picture: () => null })).toEqual(['lead_gone', 'picture_gone']);
    expect(found([said, picture], { picture: () => undefined })).toEqual([]);
    expect(found([said, { ...gallery, content: gallery.content.slice(0, 1) }])).toEqual(['gallery_size']);
  });

  it.each([
    ['a mark', { type: 'text', text: 'the sum', marks: [{ type: 'tk' }] }, 'the sum'],
    ['brackets', { type: 'text', text: 'It cost [TK sum] in all' }, '[TK sum]'],
    ['the word twice', { type: 'text', text: 'It cost TKTK manat' }, 'TKTK'],
    ['a colon', { type: 'text', text: 'TK: sum' }, 'TK: sum'],
  ])('finds what is left to be done, as %s', (_, run, quote) => {
    const block = { type: 'paragraph', attrs: { id: 'block-2' }, content: [run] };
    expect(findChecks(matter([said, block]))).toEqual([
      { code: 'tk_left', place: 'body', blockId: 'block-2', quote },
    ]);
  });

  it('finds what is left to be done in the headline, too', () => {
    expect(found([said], { headline: '[TK] boats in the harbour' })).toEqual(['tk_left']);
  });

  it('finds each of them in a block, the marked as well as the typed', () => {
    const marked = text('the sum', { type: 'tk' });
    const list = [
      paragraph('line-1', text('It cost '), marked, text(' in TK')),
      paragraph('line-2', text('TK: who')),
    ];
    const box: Block = { type: 'keyPoints', attrs: { id: 'points' }, content: list };
    expect(findChecks(matter([said, box])).map(({ blockId, quote }) => [blockId, quote])).toEqual([
      ['points', 'the sum'],
      ['points', 'TK'],
      ['points', 'TK: who'],
    ]);
  });

  it('finds it in what blocks say beside their words, in the block that says it', () => {
    const said = Object.values(everyBlock(undefined, (words) => `${words} [TK]`)).filter(
      ({ type }) => type !== 'heading',
    );
    expect(findChecks(matter(said)).map(({ code, blockId, quote }) => [code, blockId, quote])).toEqual(
      ['quote1', 'pull01', 'pic001', 'pic001', 'gall01', 'pic002', 'pic002', 'pic003', 'pic003']
        .concat('video1', 'audio1', 'embed1', 'facts1', 'table1')
        .map((id) => ['tk_left', id, '[TK]']),
    );
  });

  it.each([
    ['en', 'Minister pays TK manat for the bridge'],
    ['en', 'A TK-year-old bridge is open again'],
    ['az', 'Nazir körpü üçün TK manat ödədi'],
    ['ru', 'Мост закрыт на (TK) дней'],
    ['hy', 'Կամուրջը փակ է TK օր'],
  ] as const)('takes TK alone for it wherever it stands, in %s: “%s”', (language, line) => {
    for (const place of ['headline', 'standfirst'] as const)
      expect(findChecks(matter([said], { language, [place]: line }))).toContainEqual({
        code: 'tk_left',
        place,
        blockId: null,
        quote: 'TK',
      });
    const block = paragraph('block-2', text(line));
    expect(findChecks(matter([block], { language }))).toContainEqual({
      code: 'tk_left',
      place: 'body',
      blockId: 'block-2',
      quote: 'TK',
    });
  });

  it.each([
    'TKB opens a branch in Ganja',
    'Flight TK332 is late again',
    'Flight TK 332 left on time',
    'The TK-332 and the TK\u00A01 were late',
    'The ATK and the TKs',
    'tk, Tk and tK',
    'It costs TK 500 in Dhaka',
  ])('takes “%s” for words', (line) => {
    const block = paragraph('block-2', text(line));
    expect(found([block], { headline: line, standfirst: line })).not.toContain('tk_left');
  });

  it('takes Cyrillic letters that look like it for words', () => {
    expect(found([said], { headline: 'ТК «Север» открыла склад', language: 'ru' })).not.toContain('tk_left');
  });

  it('finds open suggestions, of text and of blocks, each once', () => {
    const run = (type: string, id: string) => ({
      type: 'text',
      text: type,
      marks: [{ type, attrs: { id } }],
    });
    const block = (id: string, ...content: CheckedNode[]) => ({ type: 'paragraph', attrs: { id }, content });
    const added = { type: 'paragraph', attrs: { id: 'b-4', suggestion: { id: 'three', op: 'insert' } } };
    const blocks = [
      block('b-2', run('deletion', 'one'), run('insertion', 'one'), run('insertion', 'two')),
      block('b-3', run('deletion', 'two')),
      added,
      said,
    ];
    const open = findChecks(matter(blocks)).filter(({ code }) => code === 'suggestion_open');
    expect(open.map(({ blockId, quote }) => [blockId, quote])).toEqual([
      ['b-2', 'deletion'],
      ['b-2', 'insertion'],
      ['b-4', ''],
    ]);
  });

  it('finds an empty block between others, and not the one that is about to be written', () => {
    expect(found([said, paragraph('empty1'), said, paragraph('empty2')])).toEqual(['block_empty']);
    expect(found([paragraph('empty1'), paragraph('empty2')])).toEqual(['text_missing']);
  });

  it('wants headings in one order', () => {
    expect(found([heading('h-1', 2), said, heading('h-2', 3), heading('h-3', 4), heading('h-4', 2)])).toEqual(
      [],
    );
    expect(found([heading('h-1', 3), said])).toEqual(['heading_order']);
    expect(found([heading('h-1', 2), heading('h-2', 4), said])).toEqual(['heading_order']);
  });

  it.each([
    ['en', 'Она сказала, что мост открыт. The rest is English.', 1],
    ['en', 'Bu körpü artıq hamı üçün açıqdır.', 1],
    ['en', 'The mayor, Elçin Məmmədov of Şəki, opened it with Gülnar Əliyeva.', 0],
    ['en', 'They call it “Мост дружбы” here.', 0],
    ['az', 'The bridge was opened by the mayor.', 1],
    ['az', 'Körpü bu gün açıldı.', 0],
    ['az', 'Salam Bakimiz var olsun deyirlər.', 0],
    ['ru', 'The bridge was opened by the mayor.', 1],
    ['ru', 'Мост открыл мэр, который был очень рад.', 0],
    ['hy', 'Кто построил этот мост здесь?', 1],
    ['en', 'She said: ეს ხიდი ახლა ყველასთვის ღიაა. The rest is English.', 1],
    ['en', 'این پل اکنون برای همه باز است؟ The rest of it is plain English here.', 1],
    ['ru', 'ეს ხიდი ახლა ყველასთვის ღიაა.', 1],
    ['az', 'این پل اکنون برای همه باز است.', 1],
    ['hy', 'ეს ხიდი ახლა ყველასთვის ღიაა.', 1],
    ['en', 'The song «სულიკო» is what everybody sings here.', 0],
    ['hy', 'Կամուրջը բացվեց այսօր առավոտյան։', 0],
  ] as const)('in %s: “%s” holds %i sentences in another language', (language, words, count) => {
    const block = blockFacts(paragraph('block-2', text(words)), language);
    expect(block.foreign).toHaveLength(count);
  });

  it('leaves alone a sentence that is marked', () => {
    const marked = text('Она сказала, что мост открыт.', { type: 'lang', attrs: { lang: 'ru' } });
    expect(found([paragraph('block-2', text('She said: '), marked)])).toEqual([]);
  });

  it('looks at headline and standfirst likewise, and leaves a marked passage of the standfirst alone', () => {
    const russian = 'Она сказала, что мост открыт.';
    const findings = (standfirst: Inline[]) =>
      findChecks({ ...matter([said], { headline: russian }), standfirst }).map(({ code, place, quote }) => [
        code,
        place,
        quote,
      ]);
    const inHeadline = ['language_unmarked', 'headline', russian];
    expect(findings([text(`It is open. ${russian}`)])).toEqual([
      inHeadline,
      ['language_unmarked', 'standfirst', russian],
    ]);
    expect(findings([text('It is open. '), text(russian, { type: 'lang', attrs: { lang: 'ru' } })])).toEqual([
      inHeadline,
    ]);
  });
});
