import type { Download } from 'playwright-core';

/** A downloaded file's bytes, from a browser that need not share this machine's disk. */
export async function bytesOf(download: Download): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
