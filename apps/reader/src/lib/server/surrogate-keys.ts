import { crc32 } from 'node:zlib';
import type { Header } from './security-headers.ts';

/** So many fit into 2 kB; what stands further down a page is left to the minute after which copies are asked for anew. */
const most = 220;

/**
 * For caches in front (`Surrogate-Key`: Fastly, Varnish; `Cache-Tag`: Cloudflare, Akamai): what a page is about, so
 * that the change feed's keys can be purged there. Each is the CRC-32 of the key in hexadecimal, because a front
 * stands on dozens of stories.
 */
export function surrogateHeaders(keys: Iterable<string>): Header[] {
  const short = Array.from(keys, (key) => crc32(key).toString(16).padStart(8, '0')).slice(0, most);
  return [
    ['surrogate-key', short.join(' ')],
    ['cache-tag', short.join(',')],
  ];
}
