import type { Article } from '@broadsheet/types';
import * as Y from 'yjs';
import { editorOrigin, Writer } from '../apps/api/test/collaboration/writer.ts';
import { BenchNewsroom } from './lib/newsroom.ts';
import { percentile, printFigure } from './lib/print-figure.ts';

/** From the command to publish until the site serves the new headline, on the article's page and on the front. */
const stories = 7;
const timesEach = 15;
/** Milliseconds between two looks at the site. */
const gap = 4;
const patience = 30_000;
/** Milliseconds that 99 of 100 publications may take. */
const budget = 1000;

interface Published {
  id: string;
  slug: string;
}

interface Waits {
  command: number;
  page: number;
  front: number;
}

class Desk {
  readonly #api: string;
  readonly #site: string;
  readonly #cookie: string;

  constructor(api: string, site: string, cookie: string) {
    this.#api = api;
    this.#site = site;
    this.#cookie = cookie;
  }

  writer(article: Published): Writer {
    return new Writer({ url: this.#api, cookie: this.#cookie, articleId: article.id });
  }

  /** Publishes what is written of an article and waits until readers have it. */
  async publish(article: Published, headline: string): Promise<Waits> {
    const { version } = await this.#ask(`/articles/${article.id}`);
    const paths = [`/en/news/${article.slug}`, '/en/'] as const;
    await Promise.all(paths.map((path) => this.#read(path)));
    const begun = performance.now();
    const took = () => performance.now() - begun;
    const command = this.#ask(`/articles/${article.id}/publish`, { version }).then(took);
    const [page, front] = paths.map((path) => this.#shows(path, headline).then(took));
    return { command: await command, page: (await page) ?? 0, front: (await front) ?? 0 };
  }

  async #shows(path: string, words: string): Promise<void> {
    const until = performance.now() + patience;
    while (performance.now() < until) {
      if ((await this.#read(path)).includes(words)) return;
      await new Promise((resolve) => setTimeout(resolve, gap));
    }
    throw new Error(`${path} did not show "${words}"`);
  }

  async #read(path: string): Promise<string> {
    return (await fetch(this.#site + path)).text();
  }

  async #ask(path: string, body?: unknown): Promise<Article> {
    const answer = await fetch(`${this.#api}/api${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { cookie: this.#cookie, origin: editorOrigin, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return (await answer.json()) as Article;
  }
}

/** Writes over the headline, as one who selects it and types. */
function writeHeadline(writer: Writer, words: string): void {
  const [line] = writer.ydoc.getXmlFragment('headline').createTreeWalker((node) => node instanceof Y.XmlText);
  if (!(line instanceof Y.XmlText)) throw new Error('The headline has no line to write in');
  writer.ydoc.transact(() => {
    line.delete(0, line.length);
    line.insert(0, words);
  });
}

async function measure(newsroom: BenchNewsroom): Promise<void> {
  const [api, reader] = [await newsroom.api(), await newsroom.reader()];
  const desk = new Desk(api.url, reader.url, await newsroom.signIn());
  const newest = await newsroom.query<Published>(
    `select article_id as id, slug from published_article where language = 'en' order by published_at desc limit $1`,
    [stories],
  );
  const waits: Waits[] = [];
  for (const article of newest) {
    const writer = desk.writer(article);
    await writer.synced();
    for (let time = 0; time < timesEach; time++) {
      const headline = `Publication ${waits.length} of ${stories * timesEach}`;
      writeHeadline(writer, headline);
      await writer.saved();
      waits.push(await desk.publish(article, headline));
    }
    writer.leave();
  }
  const told = (of: keyof Waits) => {
    const values = waits.map((each) => each[of]);
    return [50, 95, 99].map((percent) => Math.round(percentile(values, percent)));
  };
  const [half = 0, most = 0] = told('command');
  for (const [what, where] of [
    ['page', 'on its own page'],
    ['front', 'on the front'],
  ] as const) {
    const [p50 = 0, p95 = 0, p99 = 0] = told(what);
    printFigure({
      name: `From the command to publish to the site, ${where}, p99`,
      value: p99,
      unit: 'ms',
      against: budget,
      note: `p50 ${p50}, p95 ${p95}; the command's answer p50 ${half}, p95 ${most}; ${waits.length} publications`,
    });
  }
}

await BenchNewsroom.visit(measure, { EDITOR_URL: editorOrigin });
