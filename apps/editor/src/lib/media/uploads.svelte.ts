import type { Media } from '@broadsheet/types';
import { sentenceFor } from '#lib/api/error-sentence.ts';
import { uploadPicture } from './upload-picture.ts';

const atOnce = 2;

/** One file on its way. */
class Upload {
  readonly file: File;
  state = $state<'waiting' | 'sending' | 'done' | 'failed'>('waiting');
  /** 0 to 1. */
  part = $state(0);
  reason = $state('');

  constructor(file: File) {
    this.file = file;
  }
}

/** Pictures on their way to the library: how far they are, when they will be done, a way to stop, and retry. */
export class Uploads {
  #all = $state.raw<readonly Upload[]>([]);
  #started = 0;
  #stop = new AbortController();
  readonly #done: (media: Media) => void;

  /** `done` is called with each picture that has arrived. */
  constructor(done: (media: Media) => void) {
    this.#done = done;
  }

  get active(): readonly Upload[] {
    return this.#all.filter(({ state }) => state === 'waiting' || state === 'sending');
  }

  get failed(): readonly Upload[] {
    return this.#all.filter(({ state }) => state === 'failed');
  }

  get doneCount(): number {
    return this.#all.filter(({ state }) => state === 'done').length;
  }

  get count(): number {
    return this.#all.length - this.failed.length;
  }

  /** 0 to 1, by bytes. */
  get part(): number {
    const sum = (weigh: (upload: Upload) => number) =>
      this.#all.reduce((total, upload) => (upload.state === 'failed' ? total : total + weigh(upload)), 0);
    const bytes = sum(({ file }) => file.size);
    return bytes === 0
      ? 0
      : sum(({ file, part, state }) => file.size * (state === 'done' ? 1 : part)) / bytes;
  }

  /** Whole seconds, or null while nothing can be said. */
  get secondsLeft(): number | null {
    const { part } = this;
    if (part < 0.05) return null;
    return Math.ceil(((performance.now() - this.#started) / 1000) * (1 / part - 1));
  }

  add(files: Iterable<File>): void {
    if (this.active.length === 0) {
      this.#all = this.failed;
      this.#started = performance.now();
      this.#stop = new AbortController();
    }
    this.#all = [...this.#all, ...[...files].map((file) => new Upload(file))];
    this.#next();
  }

  retry(): void {
    const again = this.failed.map(({ file }) => file);
    this.dismiss();
    this.add(again);
  }

  /** Stops what is on its way; what has arrived stays. */
  stop(): void {
    this.#stop.abort();
    this.#all = [];
  }

  /** Forgets what failed. */
  dismiss(): void {
    this.#all = this.#all.filter(({ state }) => state !== 'failed');
  }

  #next(): void {
    const sending = this.#all.filter(({ state }) => state === 'sending').length;
    const waiting = this.#all.filter(({ state }) => state === 'waiting');
    for (const upload of waiting.slice(0, atOnce - sending)) void this.#send(upload);
  }

  async #send(upload: Upload): Promise<void> {
    const { signal } = this.#stop;
    upload.state = 'sending';
    try {
      const onprogress = (part: number) => (upload.part = part);
      this.#done(await uploadPicture(upload.file, { signal, onprogress }));
      upload.state = 'done';
    } catch (error) {
      if (signal.aborted) return;
      upload.state = 'failed';
      upload.reason = sentenceFor(error);
    }
    this.#next();
  }
}
