import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { ApiClient } from '../../apps/reader/src/lib/server/api-client.ts';
import { Newsroom, type PageAnswer } from '../../apps/reader/src/lib/server/newsroom.ts';
import type { PageMaker } from '../../apps/reader/src/lib/server/page-rendering.ts';
import { PageReading } from '../../apps/reader/src/lib/server/page-reading.ts';

/** The yardstick: SvelteKit makes the page anew for each request, from data that are all in memory as objects. */
class MemoryNewsroom extends Newsroom {
  readonly #pages = new Map<string, Promise<PageAnswer>>();

  override articlePage(...asked: Parameters<Newsroom['articlePage']>): Promise<PageAnswer> {
    const key = asked.join('/');
    const known = this.#pages.get(key) ?? super.articlePage(...asked);
    this.#pages.set(key, known);
    return known;
  }
}

const build = new URL('../../apps/reader/build/adapter-node.js', import.meta.url);
const { server: maker } = (await import(fileURLToPath(build))) as {
  server: PageMaker & { init(options: { env: NodeJS.ProcessEnv }): Promise<void> };
};
await maker.init({ env: process.env });
const newsroom = new MemoryNewsroom(new ApiClient({ url: process.env['API_URL'] ?? '' }));
const site = process.env['SITE_URL'] ?? '';

const server = createServer((request, response) => {
  void (async () => {
    const asked = new Request(new URL(request.url ?? '/', site), { headers: { accept: 'text/html' } });
    const platform = { reading: new PageReading(newsroom) };
    const page = await maker.respond(asked, { platform, getClientAddress: () => '127.0.0.1' });
    response.writeHead(page.status, Object.fromEntries(page.headers));
    response.end(await page.text());
  })();
});
process.once('SIGTERM', () => process.exit(0));
server.listen(Number(process.env['PORT']), '127.0.0.1');
