import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { makeReady, type ReadyResponse } from './page-store/ready-response.ts';
import type { FileHeaders, Header } from './security-headers.ts';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/**
 * Reads the build's files into memory, ready to be sent. The set is closed at the start: an address that is not
 * in it never reaches the disk.
 */
export async function loadStaticFiles(
  folder: string,
  security: FileHeaders,
): Promise<Map<string, ReadyResponse>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !/\.(gz|br)$|^\./.test(entry.name));
  const ready = await Promise.all(
    files.map(async (entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const address = `/${path.relative(folder, file).split(path.sep).join('/')}`;
      return [address, await loadFile(file, address, security)] as const;
    }),
  );
  return new Map(ready);
}

/** Browsers look for a new worker at each visit; an old one from a cache would keep the old rules. */
const worker = '/service-worker.js';

async function loadFile(file: string, address: string, security: FileHeaders): Promise<ReadyResponse> {
  const type = types[path.extname(file)] ?? 'application/octet-stream';
  const isImmutable = address.startsWith('/_app/immutable/');
  const caching = isImmutable ? 'public, max-age=31536000, immutable' : 'public, max-age=3600';
  const headers: Header[] = [
    ['content-type', type],
    ['cache-control', address === worker ? 'no-cache' : caching],
    ...(address === worker ? security.worker : security.file),
  ];
  return makeReady({
    status: 200,
    headers,
    body: await readFile(file),
    compress: /^(text|application\/json|image\/svg)/.test(type),
  });
}
