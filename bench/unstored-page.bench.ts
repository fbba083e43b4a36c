import { copyArticle } from './lib/copy-article.ts';
import { browserEncodings, compareCpu } from './lib/measure-cpu.ts';
import { BenchNewsroom } from './lib/newsroom.ts';
import { printFigure } from './lib/print-figure.ts';

/**
 * An article's page that is not in the page store: reader, API and PostgreSQL together, beside SvelteKit making the
 * same page from memory. Every request asks for another article.
 */
const requests = 300;
const rounds = 5;
const warmUps = 8;
const ratioLimit = 3;

await BenchNewsroom.visit(async (newsroom) => {
  await copyArticle(newsroom, await newsroom.longestArticle(), requests * (rounds + warmUps));
  const [api, postgres] = [await newsroom.api(), await newsroom.postgresPid()];
  const reader = await newsroom.reader();
  const memory = await newsroom.server('memory-page-server.ts', { API_URL: api.url });
  const headers = { 'accept-encoding': browserEncodings };
  const [whole, render] = await compareCpu(
    [
      {
        pids: [reader.pid, api.pid, postgres],
        load: { url: `${reader.url}/en/news/copy-{n}`, requests, headers },
      },
      { pids: [memory.pid], load: { url: `${memory.url}/en/news/copy-0`, requests, headers } },
    ],
    rounds,
    warmUps,
  );
  if (!whole || !render) throw new Error('Nothing was measured');
  const shares = ['reader', 'API', 'PostgreSQL'].map(
    (name, i) => `${name} ${Math.round(whole.each[i] ?? 0)}`,
  );
  printFigure({
    name: 'CPU per article page not in the store, API and PostgreSQL included; SvelteKit from memory',
    value: whole.microseconds,
    unit: 'µs',
    yardstick: render.microseconds,
    ratioLimit,
    note: `${shares.join(', ')}; ${Math.round(whole.perSecond)}/s, from memory ${Math.round(render.perSecond)}/s`,
  });
});
