import { compareCpu } from './lib/measure-cpu.ts';
import { BenchNewsroom } from './lib/newsroom.ts';
import { printFigure } from './lib/print-figure.ts';

/** `GET /api/public/{lang}/articles/{slug}` beside the same query in a bare Fastify route. */
const ratioLimit = 2;
const requests = 4000;

/** The headers of the API's answer that a bare server would not set by itself. */
async function answerHeaders(address: string): Promise<Record<string, string>> {
  const answer = await fetch(address);
  const own = new Set(['connection', 'content-length', 'date', 'keep-alive']);
  return Object.fromEntries([...answer.headers].filter(([name]) => !own.has(name)));
}

await BenchNewsroom.visit(async (newsroom) => {
  const api = await newsroom.api();
  const path = `/api/public/en/articles/${await newsroom.longestArticle()}`;
  const headers = JSON.stringify(await answerHeaders(api.url + path));
  const bare = await newsroom.server('bare-article-server.ts', { ANSWER_HEADERS: headers });
  const [ours, yardstick] = await compareCpu(
    [api, bare].map(({ pid, url }) => ({ pids: [pid], load: { url: url + path, requests } })),
  );
  if (!ours || !yardstick) throw new Error('Nothing was measured');
  printFigure({
    name: 'CPU of the API per public article; a bare route with the same query',
    value: ours.microseconds,
    unit: 'µs',
    yardstick: yardstick.microseconds,
    ratioLimit,
    note: `${Math.round(ours.perSecond)}/s, bare ${Math.round(yardstick.perSecond)}/s`,
  });
});
