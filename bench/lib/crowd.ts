import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { BenchNewsroom } from './newsroom.ts';
import { emptyArticles, hire } from './newsroom-people.ts';
import { pinned } from './server-process.ts';
import type { WritingLoad, WritingReport } from './writing-load.ts';

/** How many articles, how many people in each of them, and how fast each of these types. */
export interface CrowdSize {
  articles: number;
  people: number;
  editsPerSecond: number;
}

/** Many people at work in articles of their own, in a process on the core of the load. */
export class Crowd {
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  private constructor(child: ChildProcess, lines: AsyncIterator<string>) {
    this.#child = child;
    this.#lines = lines;
  }

  /** Resolves once all of them are connected and have made an edit. */
  static async gather(newsroom: BenchNewsroom, url: string, size: CrowdSize): Promise<Crowd> {
    const first = await hire(newsroom);
    const others = await Promise.all(Array.from({ length: size.people - 1 }, () => hire(newsroom)));
    const articleIds = await emptyArticles(newsroom, first, size.articles);
    const people = [first, ...others];
    const { editsPerSecond } = size;
    const load: WritingLoad = { url, origin: newsroom.editor, people, articleIds, editsPerSecond };
    const file = fileURLToPath(new URL('./writing-load.ts', import.meta.url));
    const [command, args] = pinned(1, [file, JSON.stringify(load)]);
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const crowd = new Crowd(child, lines);
    if ((await crowd.#line()) !== 'ready') throw new Error('The others did not all come');
    return crowd;
  }

  /** Sends everybody home. @returns how it went for them; the same answer is not given twice */
  async leave(): Promise<WritingReport> {
    this.#child.kill('SIGTERM');
    return JSON.parse(await this.#line()) as WritingReport;
  }

  /** When nobody wants to know any more. */
  end(): void {
    this.#child.kill('SIGKILL');
  }

  async #line(): Promise<string> {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error('The others went away before the measuring was over');
    return value;
  }
}
