import { Inject, Injectable } from '@nestjs/common';
import { Worker } from 'node:worker_threads';
import { DomainError } from '../common/domain-error.ts';
import { TIMINGS, type Timings } from '../env.ts';
import type { ConvertAnswer, ConvertedFile, ConvertTask } from './converted-file.ts';

/** How many files are read at the same time in this process; the others wait in a row. */
const atOnce = 1;
const memory = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 8 };

/** Reads files in threads of their own, with an end to time and memory: nobody else waits for them. */
@Injectable()
export class Converter {
  private readonly waiting: (() => void)[] = [];
  private busy = 0;

  constructor(@Inject(TIMINGS) private readonly timings: Timings) {}

  /** @throws DomainError IMPORT_UNREADABLE, IMPORT_TOO_LARGE */
  async convert(task: ConvertTask): Promise<ConvertedFile> {
    if (this.busy >= atOnce) await new Promise<void>((resolve) => this.waiting.push(resolve));
    this.busy += 1;
    try {
      const answer = await this.inThread(task);
      if ('file' in answer) return answer.file;
      throw answer.fault === 'too-large' ? importTooLarge() : importUnreadable();
    } finally {
      this.busy -= 1;
      this.waiting.shift()?.();
    }
  }

  private inThread(task: ConvertTask): Promise<ConvertAnswer> {
    // the built file has the ending of JavaScript
    const file = import.meta.url.endsWith('.ts') ? './convert.worker.ts' : './convert.worker.js';
    const worker = new Worker(new URL(file, import.meta.url), { resourceLimits: memory });
    return new Promise<ConvertAnswer>((resolve) => {
      const tooMuch = () => resolve({ fault: 'too-large' });
      const limit = setTimeout(tooMuch, this.timings.importLimit);
      worker.once('message', resolve).once('error', tooMuch);
      worker.once('exit', tooMuch).once('exit', () => clearTimeout(limit));
      worker.postMessage(task);
    }).finally(() => worker.terminate());
  }
}

export const importUnreadable = () =>
  new DomainError(
    'IMPORT_UNREADABLE',
    'This file can’t be read. Nothing was changed; open it in its program, save it again and send that.',
  );
export const importTooLarge = () =>
  new DomainError(
    'IMPORT_TOO_LARGE',
    'This file is too large to import. Nothing was changed; divide it, or make its pictures smaller.',
  );
