import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Servers run on the first core and load on the second, where there are two and a way to say so. */
const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0;

/** The command that runs Node, or another program, on one core. */
export const pinned = (core: 0 | 1, args: string[], program = process.execPath): [string, string[]] =>
  canPin ? ['taskset', ['-c', String(core), program, ...args]] : [program, args];

/** A server under measurement, in a process of its own on the first core. */
export class ServerProcess {
  readonly pid: number;
  readonly url: string;
  private readonly child: ChildProcess;

  private constructor(child: ChildProcess, url: string) {
    this.child = child;
    this.pid = child.pid ?? 0;
    this.url = url;
  }

  /** Starts `node [flags] file` with PORT set and waits until `health` answers below 500. */
  static start(
    file: string,
    port: number,
    health: string,
    env: Record<string, string>,
    flags: readonly string[] = [],
  ): Promise<ServerProcess> {
    const settings = { ...env, PORT: String(port), NODE_ENV: 'production' };
    return ServerProcess.run(pinned(0, [...flags, file]), port, health, settings);
  }

  /** Starts a command that listens at the port, and waits as `start` does. */
  static async run(
    [command, args]: [string, string[]],
    port: number,
    health: string,
    env: Record<string, string> = {},
  ): Promise<ServerProcess> {
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const url = `http://127.0.0.1:${port}`;
    const until = Date.now() + 30_000;
    while (Date.now() < until && child.exitCode === null) {
      const answer = await fetch(url + health).catch(() => null);
      await answer?.arrayBuffer();
      if (answer && answer.status < 500) return new ServerProcess(child, url);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    child.kill('SIGKILL');
    throw new Error(`${[command, ...args].join(' ')} did not start`);
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    if (this.child.exitCode === null && this.child.kill('SIGTERM')) await gone;
  }
}
