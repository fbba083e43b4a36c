import { type ChildProcess, spawn } from 'node:child_process';
import { get } from 'node:http';
import { fileURLToPath } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import { PlainError } from './plain-error.mjs';
import { say } from './progress.mjs';
import { root } from './project.mjs';

const preload = fileURLToPath(new URL('./stop-with-parent.mjs', import.meta.url));

export interface ServiceOptions {
  /** The name in messages and before each line of its output. */
  name: string;
  /** Arguments for Node: the script and what follows it. */
  args: string[];
  cwd?: string;
  env: Record<string, string>;
  /** Answers 200 once the service works; null when nothing waits for it. */
  health: string | null;
  /** Milliseconds to become healthy. */
  startLimit?: number;
  /** Milliseconds to end in good order. */
  stopLimit?: number;
}

/** Starts within a minute after which a service that keeps ending is given up. */
const restartLimit = 5;

/** A Node process of the product: started, watched, started again should it end by itself, stopped in good order. */
export class Service {
  readonly options: ServiceOptions;
  /** Called when the service has ended too often to go on. */
  onGivenUp: () => void = () => undefined;
  /** Called whenever the service has a new process. */
  onStarted: () => void = () => undefined;
  #child: ChildProcess | null = null;
  #stopping = false;
  #ends: number[] = [];

  constructor(options: ServiceOptions) {
    this.options = options;
  }

  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  /** Starts the service and waits until it answers. */
  async start(): Promise<void> {
    this.#spawn();
    await this.#untilHealthy();
  }

  /** Asks the service to end, and kills it if it does not within its limit. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (!child) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    signalGroup(child, 'SIGTERM');
    const slow = setTimeout(() => this.kill(), this.options.stopLimit ?? 30_000);
    await ended;
    clearTimeout(slow);
  }

  kill(): void {
    this.#stopping = true;
    if (this.#child) signalGroup(this.#child, 'SIGKILL');
  }

  #spawn(): void {
    const { name, args, env, cwd } = this.options;
    const child = spawn(process.execPath, ['--import', preload, ...args], {
      cwd: cwd ?? root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) if (stream) prefixLines(stream, name);
    child.once('exit', (code, signal) => this.#ended(child, signal ?? `code ${code}`));
    child.once('error', (error) => say(`${name} did not start: ${error.message}`));
    this.onStarted();
  }

  #ended(child: ChildProcess, how: string): void {
    if (this.#child === child) this.#child = null;
    if (this.#stopping) return;
    const now = Date.now();
    this.#ends = [...this.#ends.filter((time) => now - time < 60_000), now];
    if (this.#ends.length > restartLimit) {
      say(`${this.options.name} ended ${this.#ends.length} times within a minute (${how}): giving up.`);
      this.onGivenUp();
      return;
    }
    say(`${this.options.name} ended (${how}) and is started again.`);
    setTimeout(() => !this.#stopping && this.#spawn(), 200 * this.#ends.length);
  }

  async #untilHealthy(): Promise<void> {
    const { name, health, startLimit = 60_000 } = this.options;
    if (health === null) return;
    const deadline = Date.now() + startLimit;
    while (!(await answers(health))) {
      if (this.#ends.length > 0) {
        this.#stopping = true;
        throw new PlainError(
          `${name} ended while it was starting; its words are above. What is stored is safe.`,
        );
      }
      if (Date.now() > deadline) {
        throw new PlainError(
          `${name} did not answer at ${health} within ${startLimit / 1000} s. What is stored is safe. ` +
            'Its words, if any, are above.',
        );
      }
      await delay(40);
    }
  }
}

/** By node:http, which is loaded anyway: `fetch` would stay in the memory of the process that watches the others. */
function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = get(url, { agent: false, timeout: 5000 }, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    asked.once('timeout', () => asked.destroy());
    asked.once('error', () => resolve(false));
    asked.once('close', () => resolve(false));
  });
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (!child.pid) return;
  try {
    // To the process alone when it shall end in good order, to all it has started when it is killed.
    if (signal === 'SIGKILL' && process.platform !== 'win32') process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // Already gone.
  }
}

function prefixLines(stream: NodeJS.ReadableStream, name: string): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) say(`${name.padEnd(8)} │ ${line}`);
  });
  stream.on('end', () => rest && say(`${name.padEnd(8)} │ ${rest}`));
}
