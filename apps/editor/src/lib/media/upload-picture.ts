import type { Media } from '@broadsheet/types';
import { ApiError } from '#lib/api/api-error.ts';
import { tellShownStill } from './shown-still.ts';
import { FileUpload } from './upload-file.ts';

interface Options {
  /** The article that the picture is for: whoever may write there may change the picture. */
  articleId?: string | undefined;
  /** Called with the part that is sent, 0 to 1. */
  onprogress?: (part: number) => void;
  signal?: AbortSignal;
}

/**
 * Sends one picture whose place is known already. Where the library has the same, that one is meant: nobody is asked.
 * Throws `ApiError`, or an `AbortError` when the signal stops it.
 */
export async function uploadPicture(file: File, options: Options = {}): Promise<Media> {
  const { articleId, onprogress = () => undefined, signal = new AbortController().signal } = options;
  const upload = new FileUpload(file);
  await upload.send({ onprogress, signal });
  const { media, duplicates } = await upload.finish(articleId, 'ask');
  const [same] = duplicates;
  if (same) {
    void upload.forget();
    return same;
  }
  if (!media) throw new ApiError('ANSWER_UNREADABLE', 200, file.name);
  tellShownStill(media);
  return media;
}
