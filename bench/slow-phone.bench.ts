import { chromium, type Browser } from 'playwright-core';
import { provideChromium } from '../scripts/lib/chromium.ts';
import { median } from './lib/measure-cpu.ts';
import { BenchNewsroom } from './lib/newsroom.ts';
import { printFigure } from './lib/print-figure.ts';
import { readVisit, watchPage, type Visit } from './lib/watch-page.ts';

/** A phone on slow 4G with a processor four times slower, each visit with an empty cache; the median of some. */
const visits = 5;
const slow4g = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 84_375 };
const slowdown = 4;
const limits: Record<keyof Visit, number> = { fcp: 1000, lcp: 1500, tbt: 30, cls: 0.002 };
const names: Record<keyof Visit, string> = {
  fcp: 'first contentful paint',
  lcp: 'largest contentful paint',
  tbt: 'total blocking time',
  cls: 'cumulative layout shift',
};
const measures = ['fcp', 'lcp', 'tbt', 'cls'] as const;

async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: 412, height: 823 },
    deviceScaleFactor: 1.75,
    isMobile: true,
    hasTouch: true,
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', slow4g);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.addInitScript(watchPage);
    await page.goto(url, { waitUntil: 'networkidle' });
    return await page.evaluate(readVisit);
  } finally {
    await context.close();
  }
}

await BenchNewsroom.visit(async (newsroom) => {
  await newsroom.api();
  const reader = await newsroom.reader();
  const slug = await newsroom.longestArticle();
  const paths = {
    home: '/en/',
    'home in Russian': '/ru/',
    section: '/en/section/society',
    article: `/en/news/${slug}`,
    search: '/en/search?q=river',
  };
  const browser = await chromium.launch({
    executablePath: await provideChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    await visit(browser, `${reader.url}/en/`);
    const found: Record<string, Visit[]> = {};
    for (let round = 0; round < visits; round++)
      for (const [name, path] of Object.entries(paths))
        (found[name] ??= []).push(await visit(browser, reader.url + path));
    for (const measure of measures) {
      const each = Object.entries(found).map(
        ([name, all]) => [name, median(all.map((one) => one[measure]))] as const,
      );
      const digits = measure === 'cls' ? 4 : 0;
      printFigure({
        name: `Lab, slow 4G and a ${slowdown} times slower processor: ${names[measure]}, the worst page`,
        value: Math.max(...each.map(([, value]) => value)),
        unit: measure === 'cls' ? '' : 'ms',
        against: limits[measure],
        note: each.map(([name, value]) => `${name} ${value.toFixed(digits)}`).join(', '),
      });
    }
  } finally {
    await browser.close();
  }
});
