import { editorOrigin } from '../apps/api/test/collaboration/writer.ts';
import { ApiLine } from './lib/api-line.ts';
import { copyArticle } from './lib/copy-article.ts';
import { Desk, type Published } from './lib/desk.ts';
import { BenchNewsroom } from './lib/newsroom.ts';
import { printFigure } from './lib/print-figure.ts';

/** One story published while thousands of pages are stored: how many of them have to be made before they are served again. */
const archive = 5000;
const budget = 30;
const readers = 16;

/** How many of the pages are served. */
async function readAll(site: string, paths: readonly string[]): Promise<number> {
  const left = [...paths];
  let served = 0;
  const read = async () => {
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
      const answer = await fetch(site + path);
      await answer.arrayBuffer();
      if (answer.ok) served++;
    }
  };
  await Promise.all(Array.from({ length: readers }, read));
  return served;
}

await BenchNewsroom.visit(
  async (newsroom) => {
    await copyArticle(newsroom, await newsroom.longestArticle(), archive);
    const api = await newsroom.api();
    const line = await ApiLine.open(api.url);
    const reader = await newsroom.reader({ API_URL: line.url, PAGE_STORE_MB: '1024' });
    const [article] = await newsroom.query<Published>(
      `select article_id as id, slug from published_article where language = 'en' order by published_at desc limit 1`,
    );
    if (!article) throw new Error('The demo newsroom has no article in English');
    const others = await newsroom.query<{ language: string; slug: string }>(
      `select language, slug from published_article where slug not like 'copy-%'`,
    );
    const paths = [
      ...['az', 'ru', 'en', 'hy'].map((language) => `/${language}/`),
      ...others.map(({ language, slug }) => `/${language}/news/${slug}`),
      ...Array.from({ length: archive }, (_, i) => `/en/news/copy-${i}`),
    ];
    const desk = new Desk(api.url, reader.url, await newsroom.signIn());
    await desk.unpublish(article);
    const stored = await readAll(reader.url, paths);
    const writer = await desk.write(article);
    await desk.publish(article, writer, 'A headline that was not there before');
    writer.leave();
    line.cut();
    const served = await readAll(reader.url, paths);
    // beside these, the article and the front, which were made for the one who waited; the article was not stored before
    printFigure({
      name: `Pages to be made at once after one story is published, of ${stored} stored`,
      value: stored - served + 3,
      unit: 'pages',
      against: budget,
      note: `${served} served as they are with the API cut off`,
    });
  },
  { EDITOR_URL: editorOrigin },
);
