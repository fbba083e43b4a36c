import type { Media } from '@broadsheet/types';
import { sentenceFor } from '#lib/api/error-sentence.ts';
import { uploadPicture } from '#lib/media/upload-picture.ts';

/** One picture on its way to the library. */
export class Upload {
  readonly id = crypto.randomUUID();
  readonly file: File;
  /** From 0 to 1. */
  share = $state(0);
  fault = $state<string | null>(null);
  readonly stop = new AbortController();

  constructor(file: File) {
    this.file = file;
  }
}

/** Pictures on their way, in the order they were given. */
export class Uploads {
  running = $state.raw<readonly Upload[]>([]);
  readonly #articleId: string;

  constructor(articleId: string) {
    this.#articleId = articleId;
  }

  /** @param ondone gets the picture once the library has it; not called for one that was given up */
  send(file: File, ondone: (picture: Media) => void): void {
    const one = new Upload(file);
    this.running = [...this.running, one];
    void this.#run(one, ondone);
  }

  retry(one: Upload): void {
    const again = this.#again.get(one.id);
    this.drop(one);
    if (again) this.send(one.file, again);
  }

  drop(one: Upload): void {
    one.stop.abort();
    this.#again.delete(one.id);
    this.running = this.running.filter(({ id }) => id !== one.id);
  }

  stopAll(): void {
    for (const one of this.running) one.stop.abort();
  }

  readonly #again = new Map<string, (picture: Media) => void>();

  async #run(one: Upload, ondone: (picture: Media) => void): Promise<void> {
    this.#again.set(one.id, ondone);
    try {
      const picture = await uploadPicture(one.file, {
        articleId: this.#articleId,
        onprogress: (share) => (one.share = share),
        signal: one.stop.signal,
      });
      this.drop(one);
      ondone(picture);
    } catch (error) {
      if (!one.stop.signal.aborted) one.fault = sentenceFor(error);
    }
  }
}
