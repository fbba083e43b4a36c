import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { newId } from '../common/new-id.ts';

/** A file on its way in. */
export interface ReceivedFile {
  path: string;
  bytes: number;
  sha256: Buffer;
  /** The first bytes, which tell what it is. */
  beginning: Buffer;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const beginningLength = 64;
const day = 24 * 60 * 60 * 1000;

/** Pictures in a folder of DATA_DIR: one folder each, with the original and what was made from it. */
export class MediaFiles {
  private readonly root: string;

  constructor(dataDir: string) {
    this.root = join(dataDir, 'media');
  }

  /** Writes a stream to a file that nothing refers to yet; it is on the disk when this returns. */
  async receive(stream: Readable): Promise<ReceivedFile> {
    const folder = join(this.root, 'incoming');
    await mkdir(folder, { recursive: true });
    const path = join(folder, newId());
    const hash = createHash('sha256');
    const file = await open(path, 'wx', 0o600);
    let bytes = 0;
    let beginning = Buffer.alloc(0);
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        if (beginning.length < beginningLength)
          beginning = Buffer.concat([beginning, chunk]).subarray(0, beginningLength);
        hash.update(chunk);
        bytes += chunk.length;
        await file.writeFile(chunk);
      }
      await file.sync();
    } catch (error) {
      await file.close();
      await this.discard(path);
      throw error;
    }
    await file.close();
    return { path, bytes, sha256: hash.digest(), beginning };
  }

  /** Forgets a received file. */
  async discard(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  /** Forgets files that a crash left half-written more than a day ago. */
  async clearForgotten(): Promise<void> {
    const folder = join(this.root, 'incoming');
    const names = await readdir(folder).catch(() => []);
    for (const name of names) {
      const path = join(folder, name);
      const seen = await stat(path).catch(() => null);
      if (seen && Date.now() - seen.mtimeMs > day) await this.discard(path);
    }
  }

  /** Makes a received file the original of a picture, in one rename that survives a crash. */
  async keep(received: string, mediaId: string): Promise<void> {
    const folder = this.folder(mediaId);
    await mkdir(folder, { recursive: true });
    await rename(received, this.original(mediaId));
    for (const each of [folder, this.root]) await syncFolder(each);
  }

  /** Takes a picture away with everything made from it. */
  async remove(mediaId: string): Promise<void> {
    await rm(this.folder(mediaId), { recursive: true, force: true });
  }

  original(mediaId: string): string {
    return join(this.folder(mediaId), 'original');
  }

  /** Where a rendition lies, whether it was made already or not. */
  rendition(mediaId: string, name: string): string {
    if (!/^[\w-]+\.(?:avif|webp|jpg)$/.test(name)) throw new Error('Not the name of a rendition');
    return join(this.folder(mediaId), name);
  }

  async size(path: string): Promise<number | null> {
    try {
      return (await stat(path)).size;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  read(path: string): Readable {
    return createReadStream(path);
  }

  private folder(mediaId: string): string {
    if (!uuid.test(mediaId)) throw new Error('Not the id of a picture');
    return join(this.root, mediaId);
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } catch (error) {
    // folders can't be synced on every system; there the rename is all there is
    if (!['EINVAL', 'EPERM', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    await folder.close();
  }
}
