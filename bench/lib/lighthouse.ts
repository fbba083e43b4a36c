import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { provideChromium } from '../../scripts/lib/chromium.ts';
import { freePort } from '../../scripts/lib/ports.ts';
import { runCommand } from '../../scripts/lib/run-command.mjs';

/** What is read of a report: scores are fractions of one, times are milliseconds. */
export interface Report {
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { title: string; score: number | null; numericValue?: number }>;
  runtimeError?: { message: string };
}

interface Flags {
  port: number;
  logLevel: 'error';
  onlyCategories: readonly string[];
  skipAudits: readonly string[];
}

type Lighthouse = (url: string, flags: Flags) => Promise<{ lhr: Report } | undefined>;

const folder = fileURLToPath(new URL('../lighthouse/', import.meta.url));
const entry = new URL('../lighthouse/node_modules/lighthouse/core/index.js', import.meta.url);

/**
 * Lighthouse as its own lock file has it. It is larger than half of what the product needs to be built, so it is
 * installed the first time somebody measures.
 */
export async function provideLighthouse(): Promise<Lighthouse> {
  if (!existsSync(entry)) {
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const { code } = await runCommand('npm', args, { cwd: folder, timeout: 300_000 });
    if (code !== 0) throw new Error('Lighthouse could not be installed; see what npm said above');
  }
  return ((await import(entry.href)) as { default: Lighthouse }).default;
}

/** One visit. Now and then a trace lacks its beginning and Lighthouse asks to be run again. */
export async function visit(lighthouse: Lighthouse, url: string, flags: Flags): Promise<Report> {
  let fault = 'no report';
  for (let attempt = 0; attempt < 3; attempt++) {
    const found = await lighthouse(url, flags);
    if (found && !found.lhr.runtimeError) return found.lhr;
    fault = found?.lhr.runtimeError?.message ?? fault;
  }
  throw new Error(`${url}: ${fault}`);
}

/** A browser for Lighthouse alone. */
export async function withBrowser(use: (port: number) => Promise<void>): Promise<void> {
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: await provideChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      `--remote-debugging-port=${port}`,
    ],
  });
  try {
    await use(port);
  } finally {
    await browser.close();
  }
}
