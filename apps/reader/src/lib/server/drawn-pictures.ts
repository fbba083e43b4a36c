import { iconSizes } from '@broadsheet/types';
import type { ApiClient } from './api-client.ts';
import type { Rendering } from './page-store/page-store.ts';
import { makeReady } from './page-store/ready-response.ts';
import type { Header } from './security-headers.ts';
import { surrogateHeaders } from './surrogate-keys.ts';

const card = /^\/card\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/([0-9a-f]{12})\.png$/;
const icon = /^\/icon\/(az|ru|en|hy)\/([0-9a-f]{12})\/(\d{3})\.png$/;

/** Where the API draws what stands at an address, and what its picture stands on; null for any other address. */
function source(path: string): { path: string; key: string } | null {
  const [, articleId, cardVersion] = card.exec(path) ?? [];
  if (articleId && cardVersion)
    return { path: `/api/public/cards/${articleId}/${cardVersion}`, key: `article:${articleId}` };
  const [, language, version, size] = icon.exec(path) ?? [];
  if (language && version && iconSizes.some((each) => String(each) === size))
    return { path: `/api/public/icons/${language}/${version}/${size ?? ''}`, key: 'site' };
  return null;
}

/** Whether this can be the address of a card or an icon at all. */
export const isDrawnAddress = (path: string): boolean => source(path) !== null;

/** Fetches a drawn picture as a response that may be kept until its article, or the site, changes. */
export async function renderDrawn(
  api: ApiClient,
  path: string,
  security: readonly Header[],
): Promise<Rendering> {
  const from = source(path);
  const reply = from ? await api.get(from.path) : null;
  const keys = from ? [from.key] : [];
  const picture = reply?.status === 200 ? reply.body : null;
  const headers: Header[] = picture
    ? [['content-type', 'image/png'], ['cache-control', 'public, max-age=86400'], ...surrogateHeaders(keys)]
    : [
        ['content-type', 'text/plain; charset=utf-8'],
        ['cache-control', 'no-store'],
      ];
  const ready = await makeReady({
    status: picture ? 200 : 404,
    headers: [...headers, ...security],
    body: picture ?? Buffer.from('There is no such picture.\n'),
    compress: false,
  });
  return { ready, mayBeStored: picture !== null, hard: new Set(keys), soft: new Set() };
}
