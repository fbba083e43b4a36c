import { media, mediaMaxBytes, type Media } from '@broadsheet/types';
import { ApiError } from '#lib/api/api-error.ts';
import { toApiError, withSession } from '#lib/api/client.ts';

interface Options {
  /** The article that the picture is for: whoever may write there may change the picture. */
  articleId?: string | undefined;
  /** Called with the part that is sent, 0 to 1. */
  onprogress?: (part: number) => void;
  signal?: AbortSignal;
}

/**
 * Sends one picture. Throws `ApiError`, or an `AbortError` when the signal stops it.
 * XMLHttpRequest, since `fetch` does not tell how much of a body is sent.
 */
export async function uploadPicture(file: File, options: Options = {}): Promise<Media> {
  if (file.size > mediaMaxBytes) throw new ApiError('MEDIA_TOO_LARGE', 0, file.name);
  return withSession(() => sendOnce(file, options));
}

function sendOnce(file: File, { articleId, onprogress, signal }: Options): Promise<Media> {
  const form = new FormData();
  // Fields before the file: the server reads the parts in their order.
  if (articleId) form.set('articleId', articleId);
  form.set('file', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/media');
    request.upload.onprogress = ({ loaded, total }) => onprogress?.(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const answer = parse(request.responseText);
      const read = media.safeParse(answer);
      if (request.status < 300 && read.success) resolve(read.data);
      else reject(faultOf(request.status, answer));
    };
    request.onerror = () => reject(new ApiError('UNREACHABLE', 0, file.name));
    request.onabort = () => reject(new DOMException('Stopped', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort());
    if (signal?.aborted) reject(new DOMException('Stopped', 'AbortError'));
    else request.send(form);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A proxy in front of the API may have a limit of its own. */
function faultOf(status: number, answer: unknown): ApiError {
  const error = toApiError(status, answer);
  return status === 413 && error.code !== 'PAYLOAD_TOO_LARGE'
    ? new ApiError('MEDIA_TOO_LARGE', status, error.message)
    : error;
}
