import { languages } from '../packages/types/src/languages.ts';
import { provideLighthouse, visit, withBrowser, type Report } from './lib/lighthouse.ts';
import { median } from './lib/measure-cpu.ts';
import { BenchNewsroom } from './lib/newsroom.ts';
import { printFigure } from './lib/print-figure.ts';

/** Lighthouse's phone on slow 4G, on five kinds of pages in four languages. */
const rounds = 3;
const least: Record<string, number> = {
  accessibility: 100,
  'best-practices': 100,
  seo: 100,
  performance: 99,
};
const times = [
  { audit: 'first-contentful-paint', name: 'first contentful paint', unit: 'ms', against: 1000 },
  { audit: 'largest-contentful-paint', name: 'largest contentful paint', unit: 'ms', against: 1500 },
  { audit: 'total-blocking-time', name: 'total blocking time', unit: 'ms', against: 30 },
  { audit: 'cumulative-layout-shift', name: 'cumulative layout shift', unit: '', against: 0.002 },
];

interface Measured {
  name: string;
  kind: string;
  reports: Report[];
}

const scoreOf = (category: string, { reports }: Measured): number =>
  Math.round(100 * median(reports.map((report) => report.categories[category]?.score ?? 0)));

const timeOf = (audit: string, { reports }: Measured): number =>
  median(reports.map((report) => report.audits[audit]?.numericValue ?? Number.NaN));

/** What a report finds wanting, beside how fast the page was. */
function faultsOf({ reports }: Measured): string[] {
  const timed = new Set(times.map(({ audit }) => audit));
  const failed = Object.entries(reports[0]?.audits ?? {}).filter(
    ([audit, { score }]) => score === 0 && !timed.has(audit) && !audit.endsWith('-insight'),
  );
  return failed.map(([, { title }]) => title);
}

function printScores(all: readonly Measured[]): void {
  for (const [category, atLeast] of Object.entries(least)) {
    const scores = all.map((page) => [page, scoreOf(category, page)] as const);
    const short = scores.filter(([, score]) => score < atLeast);
    printFigure({
      name: `Lighthouse: ${category}, the worst of ${String(all.length)} pages`,
      value: Math.min(...scores.map(([, score]) => score)),
      unit: '',
      atLeast,
      note: short
        .map(([page, score]) => `${page.name} ${String(score)}: ${faultsOf(page).join('; ')}`)
        .join(', '),
    });
  }
}

function printTimes(all: readonly Measured[]): void {
  for (const { audit, name, unit, against } of times) {
    const kinds = Map.groupBy(all, ({ kind }) => kind);
    const worst = [...kinds].map(
      ([kind, pages]) => [kind, Math.max(...pages.map((page) => timeOf(audit, page)))] as const,
    );
    printFigure({
      name: `Lighthouse: ${name}, the worst page`,
      value: Math.max(...worst.map(([, value]) => value)),
      unit,
      against,
      note: worst.map(([kind, value]) => `${kind} ${String(Number(value.toPrecision(3)))}`).join(', '),
    });
  }
}

await BenchNewsroom.visit(async (newsroom) => {
  const lighthouse = await provideLighthouse();
  await newsroom.api();
  const reader = await newsroom.reader();
  const slugs = await newsroom.query<{ language: string; slug: string }>(
    `select distinct on (language) language, slug from published_article order by language, length(html) desc`,
  );
  const pages = languages.flatMap((language) => [
    { kind: 'home', path: `/${language}/` },
    { kind: 'section', path: `/${language}/section/society` },
    {
      kind: 'article',
      path: `/${language}/news/${slugs.find((each) => each.language === language)?.slug ?? ''}`,
    },
    { kind: 'search', path: `/${language}/search` },
    { kind: 'results', path: `/${language}/search?q=2026` },
  ]);
  const all: Measured[] = pages.map(({ kind, path }) => ({ name: path, kind, reports: [] }));
  await withBrowser(async (port) => {
    // the first round is not counted: pages are made, pictures are cut
    for (let round = 0; round <= rounds; round++)
      for (const page of all) {
        const report = await visit(lighthouse, reader.url + page.name, {
          port,
          logLevel: 'error',
          onlyCategories: Object.keys(least),
          // results of a search are for nobody's index (docs/decisions/0039)
          skipAudits: page.kind === 'results' ? ['is-crawlable'] : [],
        });
        if (round > 0) page.reports.push(report);
      }
  });
  printScores(all);
  printTimes(all);
});
