import { describe, expect, it, vi } from 'vitest';
import { sentenceFor } from '#lib/api/error-sentence.ts';
import { FileUpload } from './upload-file.ts';

describe('a file on its way', () => {
  it('is told to be empty before anything of it is sent', async () => {
    const fetch = vi.spyOn(globalThis, 'fetch');
    const upload = new FileUpload(new File([], 'empty.jpg', { type: 'image/jpeg' }));
    const sending = upload.send({ onprogress: () => undefined, signal: new AbortController().signal });
    const error: unknown = await sending.catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'MEDIA_EMPTY' });
    expect(sentenceFor(error)).toMatch(/^This file is empty/);
    expect(fetch).not.toHaveBeenCalled();
  });
});
