import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Env } from '../../src/env.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The API as it was built last; `npm test` does that first. */
export const builtApi = join(root, 'dist');

/** One process of the API, as in life: it can be killed. */
export class ApiProcess {
  private constructor(
    readonly url: string,
    readonly child: ChildProcess,
    private readonly gone: Promise<number | null>,
    private readonly output: string[],
  ) {}

  /** Starts on the given port, or a free one, and waits until it answers. */
  static async start(env: Env, port?: number, logLevel: Env['LOG_LEVEL'] = 'warn'): Promise<ApiProcess> {
    const listening = port ?? (await freePort());
    const settings = Object.fromEntries(
      Object.entries({ ...env, PORT: listening, LOG_LEVEL: logLevel }).map(([name, value]) => [
        name,
        String(value),
      ]),
    );
    const child = spawn(process.execPath, [join(builtApi, 'main.js')], {
      env: {
        PATH: process.env['PATH'],
        // compiled by the first process, found by the others
        NODE_COMPILE_CACHE: join(root, '../../node_modules/.cache/api'),
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (data: Buffer) => output.push(data.toString()));
    const gone = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
    const started = new ApiProcess(`http://127.0.0.1:${listening}`, child, gone, output);
    await started.answers();
    return started;
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  get log(): string {
    return this.output.join('');
  }

  /** Sends the signal and waits for the end. @returns how long it took, in milliseconds. */
  async stop(signal: NodeJS.Signals): Promise<number> {
    const start = Date.now();
    this.child.kill(signal);
    await this.gone;
    return Date.now() - start;
  }

  private async answers(): Promise<void> {
    const until = Date.now() + 20_000;
    while (this.child.exitCode === null && Date.now() < until) {
      const answer = await fetch(`${this.url}/api/health`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`The API did not start:\n${this.log}`);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
