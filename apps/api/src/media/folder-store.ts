import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { newId } from '../common/new-id.ts';
import {
  checkedKey,
  type ByteRange,
  type LocalCopy,
  type MediaStore,
  type StoredFile,
} from './media-store.ts';

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? '';

/** A folder for each file of the library, with what was made from it beside it. */
export class FolderStore implements MediaStore {
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  async put(key: string, path: string): Promise<void> {
    const target = this.path(key);
    await mkdir(dirname(target), { recursive: true });
    await rename(path, target).catch(async (error: unknown) => {
      if (codeOf(error) !== 'EXDEV') throw error;
      await this.copyOver(path, target);
    });
    for (const folder of [dirname(target), this.root]) await syncFolder(folder);
  }

  async has(key: string): Promise<boolean> {
    return (await this.size(this.path(key))) !== null;
  }

  async open(key: string, range?: ByteRange): Promise<StoredFile | null> {
    const path = this.path(key);
    const size = await this.size(path);
    return size === null ? null : { size, stream: createReadStream(path, range ?? {}) };
  }

  async toLocal(key: string): Promise<LocalCopy> {
    const path = this.path(key);
    await stat(path);
    return { path, release: () => Promise.resolve() };
  }

  async clear(mediaId: string, keep?: (name: string) => boolean): Promise<void> {
    const folder = dirname(this.path(`${mediaId}/any`));
    if (!keep) return rm(folder, { recursive: true, force: true });
    const names = await readdir(folder).catch(() => []);
    for (const name of names) if (!keep(name)) await rm(join(folder, name), { force: true });
  }

  private path(key: string): string {
    return join(this.root, checkedKey(key));
  }

  private async size(path: string): Promise<number | null> {
    try {
      return (await stat(path)).size;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw error;
    }
  }

  /** The incoming folder is on another disk. */
  private async copyOver(path: string, target: string): Promise<void> {
    const unfinished = `${target}.${newId()}`;
    try {
      await copyFile(path, unfinished);
      await rename(unfinished, target);
      await rm(path);
    } finally {
      await rm(unfinished, { force: true });
    }
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } catch (error) {
    // folders can't be synced on every system; there the rename is all there is
    if (!['EINVAL', 'EPERM', 'EISDIR'].includes(codeOf(error))) throw error;
  } finally {
    await folder.close();
  }
}
