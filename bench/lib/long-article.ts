import { newBlockId, replaceContent } from '../../packages/document/src/index.ts';
import type { ArticleContent, Block, Inline } from '../../packages/types/src/index.ts';
import { Writer } from '../../apps/api/test/collaboration/writer.ts';
import { seeded, zipfVocabulary } from '../search/zipf-corpus.ts';
import { distinctPictures } from './distinct-pictures.ts';
import type { BenchNewsroom } from './newsroom.ts';

/** How long an article of the bench is. */
interface Length {
  words: number;
  pictures: number;
}

/** An article of the demo, opened for writing. */
export interface Written {
  id: string;
  storyId: string;
}

const wordsOfParagraph = 75;
const paragraphsOfSection = 6;

/** An article of words as frequent as in life, with headings, links, emphasis and pictures; the same every time. */
export function longArticle({ words, pictures }: Length, mediaIds: readonly string[]): ArticleContent {
  const vocabulary = zipfVocabulary('en');
  const random = seeded(11);
  const sentence = (count: number) =>
    Array.from({ length: count }, () => vocabulary.words[vocabulary.draw()] ?? '').join(' ');
  const inline = (): Inline[] => [
    { type: 'text', text: `${sentence(wordsOfParagraph - 10)} ` },
    random() < 0.5
      ? { type: 'text', text: sentence(5), marks: [{ type: 'bold' }] }
      : {
          type: 'text',
          text: sentence(5),
          marks: [{ type: 'link', attrs: { href: 'https://example.org/' } }],
        },
    { type: 'text', text: ` ${sentence(5)}.` },
  ];
  const paragraphs = Math.ceil(words / wordsOfParagraph);
  const content: Block[] = [];
  for (let number = 0, shown = 0; number < paragraphs; number++) {
    if (number % paragraphsOfSection === paragraphsOfSection - 1)
      content.push({
        type: 'heading',
        attrs: { id: newBlockId(), level: 2 },
        content: [{ type: 'text', text: sentence(4) }],
      });
    content.push({ type: 'paragraph', attrs: { id: newBlockId() }, content: inline() });
    for (const until = ((number + 1) * pictures) / paragraphs; shown < Math.floor(until); shown++)
      content.push({
        type: 'picture',
        attrs: {
          id: newBlockId(),
          mediaId: mediaIds[shown % mediaIds.length] ?? '',
          alt: null,
          credit: null,
        },
        content: [{ type: 'caption' }],
      });
  }
  return { headline: sentence(8), standfirst: [], body: { type: 'doc', content } };
}

/** Writes an article of that length, each picture another, over an English one of the demo, as one edit of the admin's. */
export async function writeLongArticle(
  newsroom: BenchNewsroom,
  url: string,
  cookie: string,
  length: Length,
): Promise<Written> {
  const mediaIds = await distinctPictures(newsroom, url, cookie, length.pictures);
  const [article] = await newsroom.query<{ id: string; story_id: string }>(
    `select id, story_id from article where language = 'en' order by id limit 1`,
  );
  if (!article) throw new Error('The demo newsroom has no article in English');
  const writer = new Writer({ url, cookie, articleId: article.id, origin: newsroom.editor });
  await writer.synced();
  replaceContent(writer.ydoc, longArticle(length, mediaIds));
  await writer.saved(30_000);
  writer.leave();
  return { id: article.id, storyId: article.story_id };
}
