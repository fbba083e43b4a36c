import { renditionWidths } from '@broadsheet/types';
import type { ApiClient } from './api-client.ts';
import { makeReady } from './page-store/ready-response.ts';
import type { Rendering } from './page-store/page-store.ts';
import type { Header } from './security-headers.ts';
import { surrogateHeaders } from './surrogate-keys.ts';

const address = /^\/media\/([\w-]{1,200})\/(\d{1,5})\.(avif|webp|jpg)(\?sparing)?$/;
/** What a reader who spares the connection gets in the place of anything wider. */
const sparingWidth = 480;
const types = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' } as const;

/** Whether this can be the address of a picture at all. */
export function isMediaAddress(path: string): boolean {
  const width = Number(address.exec(path)?.[2]);
  return renditionWidths.some((each) => each === width);
}

/**
 * Where the store has the picture that is sent for an address. Under `Save-Data` that is a small one: the page
 * itself is the same for everybody, and so can be kept.
 */
export function mediaPlace(path: string, saveData: string | undefined): string {
  const [, key = '', width = '', extension = ''] = address.exec(path) ?? [];
  if (saveData?.toLowerCase() !== 'on' || Number(width) <= sparingWidth) return path;
  return `/media/${key}/${String(sparingWidth)}.${extension}?sparing`;
}

/** Milliseconds for a picture that is cut now: a dozen of a front that nobody has opened yet wait for two cores. */
const patience = 30_000;

/** Fetches a picture from the API as a response that may be kept until `media:{key}` changes; a preview's is not kept. */
export async function renderMedia(
  api: ApiClient,
  path: string,
  security: readonly Header[],
): Promise<Rendering> {
  const [, key = '', , extension] = address.exec(path) ?? [];
  const isSparing = path.endsWith('?sparing');
  const reply = await api.get(`/api/public${path.replace('?sparing', '')}`, {}, patience);
  const isFound = reply.status === 200;
  // the pictures of a preview end with its link, so they are kept nowhere
  const mayBeStored = isFound && !reply.isPrivate;
  const headers: Header[] = isFound
    ? [
        ['content-type', types[extension as keyof typeof types]],
        // a small picture in the place of a large one is that reader's alone: a shared cache may not hand it on
        ['cache-control', mayBeStored ? `${isSparing ? 'private' : 'public'}, max-age=86400` : 'no-store'],
        ['vary', 'save-data'],
        ...(mayBeStored ? surrogateHeaders([`media:${key}`]) : []),
      ]
    : [
        ['content-type', 'text/plain; charset=utf-8'],
        ['cache-control', 'no-store'],
      ];
  const status = isFound ? 200 : reply.status === 410 ? 410 : 404;
  const body = isFound ? reply.body : Buffer.from('There is no such picture.\n');
  const ready = await makeReady({ status, headers: [...headers, ...security], body, compress: false });
  return { ready, mayBeStored, hard: new Set([`media:${key}`]), soft: new Set() };
}
