import type { Article } from '@broadsheet/types';
import * as Y from 'yjs';
import { editorOrigin, Writer } from '../../apps/api/test/collaboration/writer.ts';

/** An article of the demo that readers have. */
export interface Published {
  id: string;
  slug: string;
}

/** Milliseconds from the command to publish until something was there. */
export interface Waits {
  command: number;
  page: number;
  front: number;
}

/** Milliseconds between two looks at the site. */
const gap = 4;
const patience = 30_000;

/** One who publishes, and looks at the site until readers have it. */
export class Desk {
  readonly #api: string;
  readonly #site: string;
  readonly #cookie: string;

  constructor(api: string, site: string, cookie: string) {
    this.#api = api;
    this.#site = site;
    this.#cookie = cookie;
  }

  /** Opens the article to write in it; leave it with `leave()`. */
  async write(article: Published): Promise<Writer> {
    const writer = new Writer({ url: this.#api, cookie: this.#cookie, articleId: article.id });
    await writer.synced();
    return writer;
  }

  /** Writes over the headline, publishes, and waits until readers have it. */
  async publish(article: Published, writer: Writer, headline: string): Promise<Waits> {
    writeHeadline(writer, headline);
    await writer.saved();
    const { version } = await this.#ask(`/articles/${article.id}`);
    const paths = [`/en/news/${article.slug}`, '/en/'] as const;
    await Promise.all(paths.map((path) => this.#read(path)));
    const begun = performance.now();
    const took = () => performance.now() - begun;
    const command = this.#ask(`/articles/${article.id}/publish`, { version }).then(took);
    const [page, front] = paths.map((path) => this.#shows(path, headline).then(took));
    return { command: await command, page: (await page) ?? 0, front: (await front) ?? 0 };
  }

  /** Takes an article off the site, so that it can be published as if for the first time. */
  async unpublish(article: Published): Promise<void> {
    const { version } = await this.#ask(`/articles/${article.id}`);
    await this.#ask(`/articles/${article.id}/unpublish`, { version });
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
