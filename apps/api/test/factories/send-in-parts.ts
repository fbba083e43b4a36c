import type { UploadOutcome } from '@broadsheet/types';
import type { TestApp } from '../create-test-app.ts';
import type { TestPerson } from './make-person.ts';
import type { Answer } from './send-request.ts';

const tus = { 'tus-resumable': '1.0.0' };

/** One step of the tus protocol, as a browser's client sends it. */
export async function tusStep(
  test: TestApp,
  person: TestPerson | null,
  method: 'POST' | 'HEAD' | 'PATCH' | 'DELETE',
  path: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: Buffer } = {},
): Promise<Response> {
  return fetch(`${test.url}${path}`, {
    method,
    headers: { ...tus, ...(person ? { cookie: person.cookie } : {}), ...headers },
    ...(body ? { body: new Uint8Array(body) } : {}),
  });
}

/** Begins an upload. @returns its address */
export async function beginUpload(
  test: TestApp,
  person: TestPerson,
  bytes: number,
  name = 'photo.jpg',
): Promise<string> {
  const answer = await tusStep(test, person, 'POST', '/api/uploads', {
    headers: {
      'upload-length': String(bytes),
      'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
    },
  });
  return answer.headers.get('location') ?? '';
}

export const sendPart = (
  test: TestApp,
  person: TestPerson | null,
  address: string,
  offset: number,
  body: Buffer,
) =>
  tusStep(test, person, 'PATCH', address, {
    headers: { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    body,
  });

/** A file sent in two parts and made one of the library. */
export async function uploadInParts(
  test: TestApp,
  person: TestPerson,
  file: Buffer,
  { name, ...finish }: { name?: string; articleId?: string; onDuplicate?: 'ask' | 'keep' } = {},
): Promise<Answer> {
  const address = await beginUpload(test, person, file.length, name);
  const half = Math.ceil(file.length / 2);
  await sendPart(test, person, address, 0, file.subarray(0, half));
  if (half < file.length) await sendPart(test, person, address, half, file.subarray(half));
  return person.request('POST', `${address}/finish`, finish);
}

export const madeOf = (answer: Answer) => {
  const { media } = answer.as<UploadOutcome>();
  if (!media) throw new Error(`Nothing was made: ${JSON.stringify(answer.body)}`);
  return media;
};
