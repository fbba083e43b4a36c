import { BenchNewsroom } from './lib/newsroom.ts';
import { percentile, printFigure } from './lib/print-figure.ts';
import { loadArchive, type Archive } from './search/load-archive.ts';
import { seeded } from './search/zipf-corpus.ts';

/** Search over a large archive, and lists over a large and a small one. A run of all benches takes a tenth of it. */
const small = 1000;
const large = process.env['BENCH_ALL'] ? 20_000 : 200_000;
const timesEach = 120;
const rounds = 6;
/** Milliseconds that 95 of 100 searches may take. */
const budget = 50;
/** How much longer a list of the large archive may take: as much as noise. */
const ratioLimit = 1.5;

const random = seeded(23);
/** Words by their place in the order of frequency; the very first are stop words. */
const between = (words: string[], from: number, to: number) =>
  words[Math.floor(from + random() * (to - from))] ?? '';

type Ask = (archive: Archive) => Record<string, string>;
const common = ({ words }: Archive) => between(words, 20, 60);
const middling = ({ words }: Archive) => between(words, 400, 1500);
const rare = ({ words }: Archive) => between(words, 8000, 60_000);
const one = (list: string[]) => between(list, 0, list.length);

const searches: Record<string, Ask> = {
  'a rare word': (a) => ({ q: rare(a) }),
  'a middling word': (a) => ({ q: middling(a) }),
  'one of the commonest words': (a) => ({ q: common(a) }),
  'two of the commonest words': (a) => ({ q: `${common(a)} ${common(a)}` }),
  'a common and a middling word': (a) => ({ q: `${common(a)} ${middling(a)}` }),
  'two middling words': (a) => ({ q: `${middling(a)} ${middling(a)}` }),
  'a common and a rare word': (a) => ({ q: `${common(a)} ${rare(a)}` }),
  'two common words as a phrase': (a) => ({ q: `"${common(a)} ${common(a)}"` }),
  'a common word, newest first': (a) => ({ q: common(a), sort: 'date' }),
  'a common word in a section': (a) => ({ q: common(a), section: one(a.sections) }),
  'a common word by a seldom author': (a) => ({ q: common(a), author: a.authors.at(-1) ?? '' }),
  'a common word in one year long ago': (a) => ({ q: common(a), from: '2019-01-01', to: '2019-12-31' }),
  'a misspelt word': (a) => ({ q: `${middling(a)}xq` }),
};

const lists: Record<string, Ask> = {
  'the newest': () => ({}),
  'a section': (a) => ({ section: a.sections[0] ?? '' }),
  'a common topic': (a) => ({ topic: a.topics[0] ?? '' }),
  'a seldom topic': (a) => ({ topic: a.topics.at(-1) ?? '' }),
  'an author': (a) => ({ author: a.authors[3] ?? '' }),
};

async function times(url: string, archive: Archive, ask: Ask, count = timesEach): Promise<number[]> {
  const taken: number[] = [];
  for (let turn = -10; turn < count; turn++) {
    const query = new URLSearchParams(ask(archive)).toString();
    const begun = performance.now();
    const answer = await fetch(`${url}?${query}`);
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${url}?${query} answered ${answer.status}`);
    if (turn >= 0) taken.push(performance.now() - begun);
  }
  return taken;
}

/** The lowest of several medians each: the two archives are not asked in the same minute. */
async function medians(url: string, archive: Archive): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (let round = 0; round < rounds; round++)
    for (const [name, ask] of Object.entries(lists)) {
      const median = percentile(
        await times(`${url}/api/public/az/articles`, archive, ask, timesEach / rounds),
        50,
      );
      found.set(name, Math.min(median, found.get(name) ?? Infinity));
    }
  return found;
}

let ofSmall = new Map<string, number>();
await BenchNewsroom.visit(async (newsroom) => {
  const archive = await loadArchive(newsroom.env['DATABASE_URL'] ?? '', small);
  ofSmall = await medians((await newsroom.api()).url, archive);
});
await BenchNewsroom.visit(async (newsroom) => {
  const archive = await loadArchive(newsroom.env['DATABASE_URL'] ?? '', large);
  const { url } = await newsroom.api();
  for (const [name, value] of await medians(url, archive))
    printFigure({
      name: `list of ${name}, median, ${large} articles; ${small}`,
      value,
      unit: 'ms',
      yardstick: ofSmall.get(name) ?? Number.NaN,
      ratioLimit,
    });
  // sessions of the database begin slowly
  await times(`${url}/api/public/az/search`, archive, (a) => ({ q: middling(a) }));
  for (const [name, ask] of Object.entries(searches)) {
    const taken = await times(`${url}/api/public/az/search`, archive, ask);
    printFigure({
      name: `search for ${name}, ${large} articles, p95`,
      value: percentile(taken, 95),
      unit: 'ms',
      against: budget,
      note: `p50 ${percentile(taken, 50).toFixed(1)} ms`,
    });
  }
  const taken = await times(`${url}/api/public/az/suggestions`, archive, (a) => ({
    q: common(a).slice(0, 3),
  }));
  printFigure({ name: 'suggestions, p95', value: percentile(taken, 95), unit: 'ms', against: budget });
});
