import {
  importEndings,
  importMaxBytes,
  type CreateStoryInput,
  type ImportReport,
  type ImportedArticle,
  type ImportedStory,
} from '@broadsheet/types';
import { ApiError } from '#lib/api/api-error.ts';
import { api } from '#lib/api/client.ts';
import { sentenceFor } from '#lib/api/error-sentence.ts';
import { m } from '#lib/paraglide/messages.js';

export const acceptedFiles = importEndings.join();

/** Whether a file is one to be imported, by its name. */
export const isImportable = ({ name }: File): boolean =>
  importEndings.some((ending) => name.toLowerCase().endsWith(ending));

/** A file on its way to become a draft: what is being read, what came of it, why it failed. */
export class FileImport {
  /** The name of the file that is being read. */
  reading = $state<string | null>(null);
  fault = $state('');
  report = $state.raw<ImportReport | null>(null);
  /** Where the draft is, once there is one. */
  storyId = $state('');
  name = $state('');
  #stop = new AbortController();

  /** A new story from a file. True if it was made. */
  asStory(files: readonly File[], story: CreateStoryInput): Promise<boolean> {
    return this.#send(
      files,
      async (form, signal) => {
        const made = await api.post<ImportedStory>('/stories/import', form, signal);
        this.storyId = made.story.id;
        return made.report;
      },
      story,
    );
  }

  /** A file into an article in which nobody has written. */
  intoArticle(files: readonly File[], articleId: string): Promise<boolean> {
    return this.#send(files, async (form, signal) => {
      return (await api.post<ImportedArticle>(`/articles/${articleId}/import`, form, signal)).report;
    });
  }

  stop(): void {
    this.#stop.abort();
    this.reading = null;
  }

  async #send(
    files: readonly File[],
    send: (form: FormData, signal: AbortSignal) => Promise<ImportReport>,
    story?: CreateStoryInput,
  ): Promise<boolean> {
    const [file] = files;
    this.report = null;
    this.fault = refusal(files);
    if (!file || this.fault !== '' || this.reading !== null) return false;
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.reading = file.name;
    this.name = file.name;
    const form = new FormData();
    // Fields before the file: the server reads the parts in their order.
    if (story) form.set('story', JSON.stringify(story));
    form.set('file', file);
    try {
      this.report = await send(form, signal);
      return true;
    } catch (error) {
      if (!signal.aborted) this.fault = sentenceFor(error);
      return false;
    } finally {
      this.reading = null;
    }
  }
}

function refusal(files: readonly File[]): string {
  const [file, another] = files;
  if (!file) return '';
  if (another) return m.import_one();
  if (!isImportable(file)) return m.import_kind();
  return file.size > importMaxBytes ? sentenceFor(new ApiError('IMPORT_TOO_LARGE', 413, file.name)) : '';
}
