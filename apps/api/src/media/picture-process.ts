import { fork, type ChildProcess } from 'node:child_process';
import { setPriority } from 'node:os';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PictureAnswer, PictureTask } from './picture-tasks.ts';

/** The process ended, or was ended because it took too long: what it was given is not to be shown. */
export class PictureProcessEnded extends Error {
  override readonly name = 'PictureProcessEnded';
}

interface Reply {
  answer?: PictureAnswer;
  error?: string;
  code?: string;
}

const worker = fileURLToPath(
  new URL(`./picture-worker${extname(fileURLToPath(import.meta.url))}`, import.meta.url),
);
/** Milliseconds without work after which the process ends, so that it takes no memory while nobody needs it. */
const idleLimit = 10_000;

/**
 * Decodes and cuts pictures in a process of its own, one at a time: what a picture does to its decoder happens there,
 * and the system can be told how little it matters beside typing and pages. Started when it is first needed.
 */
export class PictureProcess {
  private child: ChildProcess | null = null;
  private last: Promise<unknown> = Promise.resolve();
  private idle: NodeJS.Timeout | null = null;
  private readonly niceness: number;
  private readonly limit: number;

  /** @param niceness 0 to 19, as of `nice` @param limit of one task, in milliseconds */
  constructor(niceness: number, limit: number) {
    this.niceness = niceness;
    this.limit = limit;
  }

  /** @throws Error with the decoder's words, or PictureProcessEnded */
  run(task: PictureTask): Promise<PictureAnswer> {
    const turn = this.last.then(() => this.send(task));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  end(): void {
    if (this.idle) clearTimeout(this.idle);
    this.child?.kill('SIGKILL');
    this.child = null;
  }

  private send(task: PictureTask): Promise<PictureAnswer> {
    if (this.idle) clearTimeout(this.idle);
    const child = (this.child ??= this.start());
    return new Promise<PictureAnswer>((resolve, reject) => {
      const over = () => {
        clearTimeout(limit);
        child.off('message', heard);
        child.off('exit', gone);
      };
      const heard = (reply: Reply) => {
        over();
        if (reply.answer) resolve(reply.answer);
        else reject(Object.assign(new Error(reply.error ?? 'No answer'), { code: reply.code }));
      };
      const gone = () => {
        over();
        if (this.child === child) this.child = null;
        reject(new PictureProcessEnded('The process that reads pictures ended.'));
      };
      const limit = setTimeout(() => child.kill('SIGKILL'), this.limit);
      child.on('message', heard);
      child.once('exit', gone);
      child.send(task);
    }).finally(() => {
      this.idle = setTimeout(() => this.end(), idleLimit).unref();
    });
  }

  private start(): ChildProcess {
    const { PATH = '' } = process.env;
    const child = fork(worker, { execArgv: [], env: { PATH }, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    child.on('error', () => child.kill('SIGKILL'));
    child.unref();
    child.channel?.unref();
    try {
      if (child.pid && this.niceness > 0) setPriority(child.pid, this.niceness);
    } catch {
      // a system that forbids it runs it like the others
    }
    return child;
  }
}
