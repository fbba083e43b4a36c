import type { Media } from '@broadsheet/types';
import { ApiError, type FaultCode } from '#lib/api/api-error.ts';
import { sentenceFor } from '#lib/api/error-sentence.ts';
import { askBeforeLeaving } from '#lib/desk/leaving.ts';
import { uploadPicture } from './upload-picture.ts';

const atOnce = 2;

/** Faults of the file itself: sending it again would end the same. */
const final: readonly FaultCode[] = ['MEDIA_BROKEN', 'MEDIA_TYPE_REFUSED', 'MEDIA_TOO_LARGE'];

type Arrived = (picture: Media) => void;

/** One file on its way. */
export class Upload {
  readonly file: File;
  state = $state<'waiting' | 'sending' | 'done' | 'failed'>('waiting');
  /** 0 to 1. */
  part = $state(0);
  reason = $state('');
  mayTryAgain = $state(true);
  readonly arrived: Arrived;
  readonly stop = new AbortController();

  constructor(file: File, arrived: Arrived) {
    this.file = file;
    this.arrived = arrived;
  }
}

const onTheirWay = new Set<Upload>();
askBeforeLeaving(() => onTheirWay.size > 0);

/**
 * Pictures on their way to the library, two at a time: how far they are, when they will be done, a way to stop, and
 * retry. They go on when their page is left.
 */
export class Uploads {
  #all = $state.raw<readonly Upload[]>([]);
  #started = 0;
  readonly #articleId: string | undefined;

  /** @param articleId the article that the pictures are for, if there is one */
  constructor(articleId?: string) {
    this.#articleId = articleId;
  }

  get active(): readonly Upload[] {
    return this.#all.filter(({ state }) => state === 'waiting' || state === 'sending');
  }

  get failed(): readonly Upload[] {
    return this.#all.filter(({ state }) => state === 'failed');
  }

  /** What is on its way or came to nothing, in the order it was given. */
  get open(): readonly Upload[] {
    return this.#all.filter(({ state }) => state !== 'done');
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

  /** @param arrived gets each picture once the library has it; not called for one that was given up */
  add(files: Iterable<File>, arrived: Arrived): void {
    this.#begin([...files].map((file) => new Upload(file, arrived)));
  }

  /** Sends what failed again: one, or all. */
  retry(one?: Upload): void {
    const again = one ? [one] : this.failed.filter(({ mayTryAgain }) => mayTryAgain);
    this.#forget(again);
    this.#begin(again.map(({ file, arrived }) => new Upload(file, arrived)));
  }

  /** Gives one up. */
  drop(one: Upload): void {
    one.stop.abort();
    this.#forget([one]);
    this.#next();
  }

  /** Stops what is on its way; what has arrived stays. */
  stop(): void {
    for (const { stop } of this.active) stop.abort();
    this.#all = [];
  }

  /** Forgets what failed. */
  dismiss(): void {
    this.#forget(this.failed);
  }

  #forget(some: readonly Upload[]): void {
    this.#all = this.#all.filter((upload) => !some.includes(upload));
  }

  #begin(uploads: readonly Upload[]): void {
    if (this.active.length === 0) {
      this.#all = this.failed;
      this.#started = performance.now();
    }
    this.#all = [...this.#all, ...uploads];
    this.#next();
  }

  #next(): void {
    const sending = this.#all.filter(({ state }) => state === 'sending').length;
    const waiting = this.#all.filter(({ state }) => state === 'waiting');
    for (const upload of waiting.slice(0, Math.max(0, atOnce - sending))) void this.#send(upload);
  }

  async #send(upload: Upload): Promise<void> {
    const { signal } = upload.stop;
    upload.state = 'sending';
    onTheirWay.add(upload);
    try {
      const onprogress = (part: number) => (upload.part = part);
      const picture = await uploadPicture(upload.file, { articleId: this.#articleId, signal, onprogress });
      upload.state = 'done';
      upload.arrived(picture);
    } catch (error) {
      if (signal.aborted) return;
      upload.state = 'failed';
      upload.reason = sentenceFor(error);
      upload.mayTryAgain = !(error instanceof ApiError && final.includes(error.code));
    } finally {
      onTheirWay.delete(upload);
      this.#next();
    }
  }
}
