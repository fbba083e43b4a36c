import { mediaMaxBytesOf, type MediaKind, type UploadOutcome } from '@broadsheet/types';
import { ApiError } from '#lib/api/api-error.ts';
import { api, toApiError, withSession } from '#lib/api/client.ts';

/** A part of a file is as long as this, in bytes: what a lost connection costs at most. */
const partLength = 4 * 1024 * 1024;
/** Milliseconds after which a part is tried again before it counts as lost. */
const retryDelays = [0, 1000, 3000];

interface Options {
  /** The article that the file is for: whoever may write there may change it. */
  articleId?: string | undefined;
  /** Called with the part that is sent, 0 to 1. */
  onprogress: (part: number) => void;
  /** Called when the connection is lost, which is tried again a few times. */
  onlost?: () => void;
  signal: AbortSignal;
}

const abortError = () => new DOMException('Stopped', 'AbortError');

/**
 * A file on its way in parts. What has come is not sent again: after a pause, a lost connection or an ended session
 * `send` goes on where the server has come to. Its library is loaded when the first file is sent.
 */
export class FileUpload {
  #address: string | null = null;
  readonly file: File;

  constructor(file: File) {
    this.file = file;
  }

  /** The address under which the API keeps it, once it has begun. */
  get id(): string | null {
    return this.#address?.split('/').at(-1) ?? null;
  }

  /** Sends what is missing. Throws `ApiError`, `UNREACHABLE` when the connection is lost; an `AbortError` when stopped. */
  async send(options: Options): Promise<void> {
    if (this.file.size === 0) throw new ApiError('MEDIA_EMPTY', 0, this.file.name);
    if (this.file.size > mediaMaxBytesOf[kindBy(this.file.type)])
      throw new ApiError('MEDIA_TOO_LARGE', 0, this.file.name);
    await withSession(() => this.#sendOnce(options));
  }

  /** Makes the whole file one of the library, or tells what of the library is the same. */
  async finish(articleId: string | undefined, onDuplicate: 'ask' | 'keep'): Promise<UploadOutcome> {
    return api.post<UploadOutcome>(`/uploads/${this.id ?? ''}/finish`, { articleId, onDuplicate });
  }

  /** Lets the API forget it. */
  async forget(): Promise<void> {
    if (!this.#address) return;
    const { Upload } = await import('tus-js-client');
    await Upload.terminate(this.#address, { retryDelays: [] }).catch(() => undefined);
  }

  async #sendOnce({ onprogress, onlost, signal }: Options): Promise<void> {
    const { DetailedError, Upload } = await import('tus-js-client');
    if (signal.aborted) throw abortError();
    return new Promise((resolve, reject) => {
      const upload = new Upload(this.file, {
        endpoint: '/api/uploads',
        uploadUrl: this.#address,
        metadata: { filename: this.file.name },
        chunkSize: partLength,
        retryDelays,
        storeFingerprintForResuming: false,
        onShouldRetry: ({ originalResponse }) => {
          const status = originalResponse?.getStatus() ?? 0;
          if (status === 0) onlost?.();
          return status === 0 || status === 409 || status === 423 || (status >= 500 && status !== 507);
        },
        onUploadUrlAvailable: () => (this.#address = upload.url),
        onProgress: (sent, whole) => onprogress(whole > 0 ? sent / whole : 0),
        onSuccess: () => resolve(),
        onError: (error) => {
          const response = error instanceof DetailedError ? error.originalResponse : null;
          reject(
            response
              ? toApiError(response.getStatus(), parse(response.getBody()))
              : new ApiError('UNREACHABLE', 0, this.file.name),
          );
        },
      });
      signal.addEventListener('abort', () => {
        void upload.abort();
        reject(abortError());
      });
      upload.start();
    });
  }
}

/** What a file says it is: only for a limit that is told before it is sent. The API looks at what is in it. */
function kindBy(type: string): MediaKind {
  if (type.startsWith('image/')) return 'picture';
  if (type.startsWith('audio/')) return 'audio';
  return type === 'application/pdf' ? 'document' : 'video';
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
