import type { FindQuery, Match } from './find-query.ts';
import type { PatternAnswer, PatternQuestion } from './pattern-worker.ts';

/** The pattern was still looking when its time was over. */
export class PatternTooSlow extends Error {}

const patience = 1000;

/**
 * Looks for a pattern beside the page. `(a+)+$` and its like need longer than a life for a line of text, and nothing
 * can stop an expression but ending the thread it runs in: so it has a thread of its own, and a second (S21).
 */
export class PatternSearch {
  #worker: Worker | null = null;
  #number = 0;

  /** The matches in each text. @throws PatternTooSlow */
  find(query: FindQuery, texts: readonly string[]): Promise<Match[][]> {
    const worker = (this.#worker ??= new Worker(new URL('./pattern-worker.ts', import.meta.url), {
      type: 'module',
    }));
    const id = ++this.#number;
    return new Promise((resolve, reject) => {
      const done = () => {
        clearTimeout(timer);
        worker.removeEventListener('message', answered);
        worker.removeEventListener('error', failed);
      };
      const timer = setTimeout(() => {
        done();
        this.destroy();
        reject(new PatternTooSlow());
      }, patience);
      const answered = ({ data }: MessageEvent<PatternAnswer>) => {
        if (data.id !== id) return;
        done();
        resolve(data.found);
      };
      const failed = () => {
        done();
        this.destroy();
        reject(new PatternTooSlow());
      };
      worker.addEventListener('message', answered);
      worker.addEventListener('error', failed);
      worker.postMessage({ id, query: { ...query }, texts: [...texts] } satisfies PatternQuestion);
    });
  }

  destroy(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }
}
