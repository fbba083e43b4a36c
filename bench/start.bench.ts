import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePorts } from '../scripts/lib/ports.ts';
import { root } from '../scripts/lib/project.mjs';
import { printFigure } from './lib/print-figure.ts';
import { footprints, type Footprint } from './lib/process-tree.ts';

/** `npm start` in a bare clone, then once more, and the memory of everything that runs afterwards. */
const warmBudget = 10;
const memoryBudget = 600;
const startLimit = 10 * 60_000;
/** Milliseconds after which nothing of the start is still going on. */
const settling = 20_000;
/** Milliseconds that cutting the demo's pictures may take. */
const cutting = 5 * 60_000;

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-clone-'));
const clone = join(folder, 'broadsheet');

interface Running {
  seconds: number;
  /** What it said of each phase. */
  phases: string[];
  pid: number;
  stop: () => Promise<void>;
}

/** The environment of a person's terminal: without what this run has added. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((each) => !each.includes('node_modules'));
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_|_URL$|^NODE_/.test(name));
  return { ...Object.fromEntries(kept), PATH: path.join(delimiter) };
}

async function start(): Promise<Running> {
  const begun = performance.now();
  const port = String(await freePorts(3));
  const child = spawn('npm', ['start', '--', '--port', port], {
    cwd: clone,
    env: plainEnvironment(),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  const pid = child.pid ?? 0;
  let output = '';
  const seconds = await new Promise<number>((resolve, reject) => {
    const slow = setTimeout(() => reject(new Error(`npm start took too long.\n${output}`)), startLimit);
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (output.includes('Stop with Ctrl-C.')) resolve((performance.now() - begun) / 1000);
      });
    void exited.then(() => reject(new Error(`npm start ended.\n${output}`)));
    void exited.finally(() => clearTimeout(slow));
  });
  const stop = async () => {
    process.kill(-pid, 'SIGTERM');
    // npm ends before what it has started
    while (isRunning(-pid)) await delay(50);
  };
  return { seconds, phases: output.match(/(?<=✓ ).+/g) ?? [], pid, stop };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** What everything takes once nothing of the start is going on; then it is stopped. */
async function memory(running: Running): Promise<Footprint[]> {
  await delay(settling);
  const deadline = Date.now() + cutting;
  let all = footprints(running.pid);
  // the pictures of the demo are cut ahead after the first start, in a process that ends when it is done
  while (all.some(({ command }) => command.includes('picture-worker')) && Date.now() < deadline) {
    await delay(1000);
    all = footprints(running.pid);
  }
  await running.stop();
  return all;
}

const megabytes = (all: Footprint[], of: 'rss' | 'pss') => all.reduce((sum, each) => sum + each[of], 0);

/** Who takes how much, by what they are. */
function shares(all: Footprint[], of: 'rss' | 'pss'): string {
  const kinds = { API: 'apps/api/', reader: 'apps/reader/', PostgreSQL: 'postgres', 'npm and start': '' };
  const left = new Set(all);
  return Object.entries(kinds)
    .map(([name, mark]) => {
      const those = [...left].filter(({ command }) => command.includes(mark));
      for (const each of those) left.delete(each);
      return `${name} ${Math.round(megabytes(those, of))}`;
    })
    .join(', ');
}

try {
  execFileSync('git', ['clone', '-q', root, clone]);
  const first = await start();
  const afterFirst = await memory(first);
  printFigure({
    name: 'npm start in a bare clone, until the addresses are printed',
    value: first.seconds,
    unit: 's',
    note: first.phases.join(', '),
  });
  const second = await start();
  printFigure({
    name: 'npm start again',
    value: second.seconds,
    unit: 's',
    against: warmBudget,
    note: second.phases.join(', '),
  });
  const afterSecond = await memory(second);
  for (const [name, all, of] of [
    ['Memory of all processes, idle, shared pages counted once', afterSecond, 'pss'],
    ['Memory of all processes, idle, shared pages counted in each', afterSecond, 'rss'],
    ['The same after the first start, with what has installed and built', afterFirst, 'rss'],
  ] as const)
    printFigure({
      name,
      value: megabytes(all, of),
      unit: 'MB',
      against: memoryBudget,
      note: shares(all, of),
    });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
