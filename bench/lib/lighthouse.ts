import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { provideChromium } from '../../scripts/lib/chromium.ts';
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
  const profile = mkdtempSync(join(tmpdir(), 'broadsheet-lighthouse-'));
  const args = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  const browser = spawn(
    await provideChromium(),
    [...args, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'],
    // in a group of its own: what Debian calls the browser is a script that starts it, and a signal ends that alone
    { stdio: ['ignore', 'ignore', 'pipe'], detached: process.platform !== 'win32' },
  );
  const ended = once(browser, 'exit');
  try {
    await use(await portIn(browser.stderr));
  } finally {
    endGroup(browser);
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  if (process.platform === 'win32') child.kill();
  else process.kill(-child.pid);
}

/** The browser says where it listens. */
async function portIn(output: NodeJS.ReadableStream): Promise<number> {
  const lines = createInterface({ input: output });
  try {
    for await (const line of lines) {
      const port = /^DevTools listening on ws:\/\/[^:]+:(\d+)\//.exec(line)?.[1];
      if (port !== undefined) return Number(port);
    }
  } finally {
    output.resume();
  }
  throw new Error('The browser ended before Lighthouse could begin');
}
