import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from './ports.ts';
import { inProject } from './project.mjs';

export interface TrialProduct {
  siteUrl: string;
  editorUrl: string;
  /** Where it keeps pictures and the database. */
  dataDir: string;
  /** What `npm start` printed: addresses and how to sign in. */
  output: string;
  /** Kills `npm start` itself, as a crash does; resolves once the system has ended it. */
  kill: () => Promise<void>;
  /** Stops everything in good order; resolves with the exit code. Its data are removed unless `data` was given. */
  stop: () => Promise<number | null>;
}

export interface TrialOptions {
  /** Load the demo newsroom; an empty one unless asked for. */
  demo?: boolean;
  /** A data folder to use and to keep, for starting on it again. */
  data?: string;
  /** The first of three free ports; chosen unless given. */
  port?: number;
  env?: Record<string, string>;
}

const startLimit = 180_000;

/** The whole product as `npm start` brings it up, on free ports with data of its own: for journeys and benches. */
export async function startTrialProduct(options: TrialOptions = {}): Promise<TrialProduct> {
  const port = options.port ?? (await freePorts(3));
  const folder = options.data === undefined ? mkdtempSync(join(tmpdir(), 'broadsheet-trial-')) : null;
  const dataDir = options.data ?? join(folder ?? '', 'data');
  const args = ['--port', String(port), '--data', dataDir, ...(options.demo ? [] : ['--no-demo'])];
  const child = spawn(process.execPath, [inProject('scripts', 'start.mjs'), ...args], {
    // The channel is for the end: when the process of the tests is gone, the product stops by itself.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, DATABASE_URL: '', SITE_URL: '', EDITOR_URL: '', ...options.env },
  });
  const exited = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
    if (folder) rmSync(folder, { recursive: true, force: true });
    return child.exitCode;
  };
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  let output = '';
  const ready = new Promise<void>((resolve, reject) => {
    const slow = setTimeout(
      () => reject(new Error(`The product did not start in time.\n${output}`)),
      startLimit,
    );
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (!output.includes('Stop with Ctrl-C.')) return;
        clearTimeout(slow);
        resolve();
      });
    }
    void exited.then(() => reject(new Error(`The product ended while it was starting.\n${output}`)));
    void exited.finally(() => clearTimeout(slow));
  });
  try {
    await ready;
  } catch (error) {
    await stop();
    throw error;
  }
  const [siteUrl, editorUrl] = [`http://localhost:${port}`, `http://localhost:${port + 1}`];
  return { siteUrl, editorUrl, dataDir, output, kill, stop };
}
