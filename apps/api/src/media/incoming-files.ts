import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { DomainError } from '../common/domain-error.ts';
import { newId } from '../common/new-id.ts';
import { beginningLength } from './file-type.ts';

/** A file on its way in. */
export interface ReceivedFile {
  path: string;
  bytes: number;
  sha256: Buffer;
  /** The first bytes, which tell what it is. */
  beginning: Buffer;
}

const day = 24 * 60 * 60 * 1000;
/** Bytes that stay free on the disk, for the database and for what is made of a file. */
const reserve = 64 * 1024 * 1024;

/** Files that came and are nobody's yet, in a folder of this machine. */
export class IncomingFiles {
  readonly folder: string;

  constructor(dataDir: string) {
    this.folder = join(dataDir, 'media', 'incoming');
  }

  /** A name for a file that is still to be written here. */
  async newPath(): Promise<string> {
    await mkdir(this.folder, { recursive: true });
    return join(this.folder, newId());
  }

  /** @throws DomainError STORAGE_FULL when so many bytes would not fit (F19) */
  async refuseIfFull(bytes: number): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const { bavail, bsize } = await statfs(this.folder);
    if (bavail * bsize < bytes + reserve)
      throw new DomainError(
        'STORAGE_FULL',
        'The server has no space left for this file, so nothing of it was kept. Make room on its disk and send it again.',
      );
  }

  /** Writes a stream to a file that nothing refers to yet; it is on the disk when this returns. */
  async receive(stream: Readable): Promise<ReceivedFile> {
    const path = await this.newPath();
    const hash = createHash('sha256');
    const file = await open(path, 'wx', 0o600);
    let bytes = 0;
    let beginning: Buffer = Buffer.alloc(0);
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        beginning = extended(beginning, chunk);
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

  /** A file that has come in parts, as one that has come at once. */
  async read(path: string): Promise<ReceivedFile> {
    const hash = createHash('sha256');
    let bytes = 0;
    let beginning: Buffer = Buffer.alloc(0);
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      beginning = extended(beginning, chunk);
      hash.update(chunk);
      bytes += chunk.length;
    }
    const file = await open(path, 'r+');
    await file.sync().finally(() => file.close());
    return { path, bytes, sha256: hash.digest(), beginning };
  }

  /** Forgets a received file. */
  async discard(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  /** Forgets files that nobody wrote in for a day: what a crash or a lost client left half-written. */
  async clearForgotten(): Promise<void> {
    const names = await readdir(this.folder).catch(() => []);
    for (const name of names) {
      const path = join(this.folder, name);
      const seen = await stat(path).catch(() => null);
      if (seen && Date.now() - seen.mtimeMs > day) await this.discard(path);
    }
  }
}

const extended = (beginning: Buffer, chunk: Buffer): Buffer =>
  beginning.length < beginningLength
    ? Buffer.concat([beginning, chunk.subarray(0, beginningLength - beginning.length)])
    : beginning;
