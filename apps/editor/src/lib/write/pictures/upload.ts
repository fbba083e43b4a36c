import { media, problem, type Media } from '@broadsheet/types';
import { ApiError } from '#lib/api/api-error.ts';

/** Sends a picture to the library and tells how much of it is there, from 0 to 1. Throws `ApiError`. */
export function upload(
  file: File,
  articleId: string | null,
  onprogress: (share: number) => void,
  signal: AbortSignal,
): Promise<Media> {
  const form = new FormData();
  if (articleId) form.set('articleId', articleId);
  form.set('file', file);
  // fetch can't tell how much of a body has been sent
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onprogress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new ApiError('UNREACHABLE', 0, 'The upload was interrupted.'));
    request.onabort = () => reject(new DOMException('The upload was stopped.', 'AbortError'));
    request.onload = () => {
      try {
        resolve(readAnswer(request.status, request.responseText));
      } catch (error) {
        reject(error as Error);
      }
    };
    signal.addEventListener('abort', () => request.abort());
    request.open('POST', '/api/media');
    request.send(form);
  });
}

function readAnswer(status: number, text: string): Media {
  const answer = parse(text);
  if (status >= 200 && status < 300) {
    const read = media.safeParse(answer);
    if (read.success) return read.data;
    throw new ApiError('ANSWER_UNREADABLE', status, read.error.message);
  }
  const known = problem.safeParse(answer);
  if (known.success) throw new ApiError(known.data.code, status, known.data.detail, known.data.errors);
  throw new ApiError(status === 413 ? 'MEDIA_TOO_LARGE' : 'UNREACHABLE', status, `HTTP ${status}`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
