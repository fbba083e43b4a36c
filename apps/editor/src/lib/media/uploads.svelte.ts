import type { Media } from '@broadsheet/types';
import { ApiError, isFault, type FaultCode } from '#lib/api/api-error.ts';
import { sentenceFor } from '#lib/api/error-sentence.ts';
import { askBeforeLeaving } from '#lib/desk/leaving.ts';
import { tellShownStill } from './shown-still.ts';
import { Upload } from './upload.svelte.ts';

const atOnce = 2;
/** Milliseconds after which a lost connection is tried again, should the browser not notice that it is back. */
const lookAgain = 5000;

/** Faults of the file itself: sending it again would end the same. */
const final: readonly FaultCode[] = ['MEDIA_BROKEN', 'MEDIA_TYPE_REFUSED', 'MEDIA_TOO_LARGE', 'MEDIA_EMPTY'];

const onTheirWay = new Set<Upload>();
askBeforeLeaving(() => onTheirWay.size > 0);

/**
 * Files on their way to the library, two at a time: how far they are, when they will be done, pause, stop and retry.
 * They go on when their page is left, and by themselves when a lost connection is back.
 */
export class Uploads {
  #all = $state.raw<readonly Upload[]>([]);
  /** When, in milliseconds, and how far they were when the speed began to be measured. */
  #measured = { at: 0, part: 0 };
  readonly #articleId: string | undefined;

  /** @param articleId the article that the pictures are for, if there is one */
  constructor(articleId?: string) {
    this.#articleId = articleId;
    addEventListener('online', () => this.#goOn('offline'));
    addEventListener('offline', () => {
      for (const one of this.#all) if (one.state === 'sending') one.isCutOff = true;
    });
  }

  get active(): readonly Upload[] {
    return this.#all.filter(({ state }) => state !== 'done' && state !== 'failed' && state !== 'asking');
  }

  /** Those whose content the library has already. */
  get asking(): readonly Upload[] {
    return this.#all.filter(({ state }) => state === 'asking');
  }

  get isPaused(): boolean {
    return this.active.length > 0 && this.active.every(({ state }) => state === 'paused');
  }

  /** The connection is lost; what was sent is safe. */
  get isOffline(): boolean {
    return this.active.some(({ state, isCutOff }) => isCutOff && state !== 'paused');
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
    return this.#all.length - this.failed.length - this.asking.length;
  }

  /** 0 to 1, by bytes. */
  get part(): number {
    const sum = (weigh: (upload: Upload) => number) =>
      this.#all.reduce(
        (total, upload) => (['failed', 'asking'].includes(upload.state) ? total : total + weigh(upload)),
        0,
      );
    const bytes = sum(({ file }) => file.size);
    return bytes === 0
      ? 0
      : sum(({ file, part, state }) => file.size * (state === 'done' ? 1 : part)) / bytes;
  }

  /** Whole seconds, or null while nothing can be said. */
  get secondsLeft(): number | null {
    const { part } = this;
    const sent = part - this.#measured.part;
    if (sent < 0.05 || this.isPaused || this.isOffline) return null;
    return Math.ceil((((performance.now() - this.#measured.at) / 1000) * (1 - part)) / sent);
  }

  /** @param arrived gets each picture once the library has it; not called for one that was given up */
  add(files: Iterable<File>, arrived: (picture: Media) => void): void {
    this.#begin([...files].map((file) => new Upload(file, arrived)));
  }

  /** Names a file that is not sent at all, and why, until somebody takes it off the list. */
  refuse(file: File, error: unknown): void {
    const one = new Upload(file, () => undefined);
    this.#fail(one, error);
    this.#all = [...this.#all, one];
  }

  /** Lets what failed go on where it stopped: one, or all. */
  retry(one?: Upload): void {
    const again = one ? [one] : this.failed.filter(({ mayTryAgain }) => mayTryAgain);
    for (const upload of again) upload.state = 'waiting';
    this.#forget(again);
    this.#begin(again);
  }

  /** Gives one up. */
  drop(one: Upload): void {
    one.stop.abort();
    void one.sent.forget();
    this.#forget([one]);
    this.#next();
  }

  /** Stops what is on its way; what has arrived stays. */
  stop(): void {
    for (const one of this.active) {
      one.stop.abort();
      void one.sent.forget();
    }
    this.#all = this.asking;
  }

  /** Holds everything that is on its way; what was sent need not be sent again. */
  pause(): void {
    for (const one of this.active) {
      one.stop.abort();
      one.state = 'paused';
      one.isCutOff = false;
    }
  }

  resume(): void {
    this.#measure();
    this.#goOn('paused');
  }

  /** Takes what the library has in place of a file that is the same. */
  useSame(one: Upload): void {
    if (!one.same) return;
    one.arrived(one.same);
    this.drop(one);
  }

  /** Keeps a file although the library has the same. */
  keepBoth(one: Upload): void {
    void this.#finish(one, 'keep');
  }

  /** Forgets what failed, here and where it was sent to. */
  dismiss(): void {
    for (const one of this.failed) void one.sent.forget();
    this.#forget(this.failed);
  }

  #forget(some: readonly Upload[]): void {
    this.#all = this.#all.filter((upload) => !some.includes(upload));
  }

  #begin(uploads: readonly Upload[]): void {
    const isFirst = this.active.length === 0;
    this.#all = [...(isFirst ? this.open : this.#all), ...uploads];
    if (isFirst) this.#measure();
    this.#next();
  }

  #measure(): void {
    this.#measured = { at: performance.now(), part: this.part };
  }

  #next(): void {
    const sending = this.#all.filter(({ state }) => state === 'sending').length;
    const waiting = this.#all.filter(({ state }) => state === 'waiting');
    for (const upload of waiting.slice(0, Math.max(0, atOnce - sending))) void this.#send(upload);
  }

  #goOn(from: 'paused' | 'offline'): void {
    for (const one of this.#all.filter(({ state }) => state === from)) one.state = 'waiting';
    this.#next();
  }

  async #send(upload: Upload): Promise<void> {
    const { signal } = (upload.stop = new AbortController());
    upload.state = 'sending';
    onTheirWay.add(upload);
    try {
      const onprogress = (part: number) => {
        if (upload.isCutOff) this.#measure();
        upload.isCutOff = false;
        upload.part = part;
      };
      const onlost = () => (upload.isCutOff = true);
      await upload.sent.send({ articleId: this.#articleId, signal, onprogress, onlost });
      await this.#finish(upload, 'ask');
    } catch (error) {
      if (!signal.aborted) this.#fail(upload, error);
    } finally {
      onTheirWay.delete(upload);
      this.#next();
    }
  }

  async #finish(upload: Upload, onDuplicate: 'ask' | 'keep'): Promise<void> {
    try {
      const { media, duplicates } = await upload.sent.finish(this.#articleId, onDuplicate);
      upload.same = duplicates[0] ?? null;
      upload.state = media ? 'done' : 'asking';
      if (!media) return;
      upload.arrived(media);
      tellShownStill(media);
    } catch (error) {
      this.#fail(upload, error);
    }
  }

  #fail(upload: Upload, error: unknown): void {
    upload.isCutOff = isFault(error, 'UNREACHABLE');
    // not a fault of the file: it goes on when there is a connection
    if (upload.isCutOff) {
      upload.state = 'offline';
      setTimeout(() => {
        if (upload.state === 'offline' && navigator.onLine) this.#goOn('offline');
      }, lookAgain);
      return;
    }
    upload.state = 'failed';
    upload.reason = sentenceFor(error);
    upload.mayTryAgain = !(error instanceof ApiError && final.includes(error.code));
  }
}
