import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '../common/new-id.ts';

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const version = /^[0-9a-f]{12}$/;

/** Drawn cards in a folder of DATA_DIR: one folder for an article, with its present card alone. */
export class CardFiles {
  private readonly root: string;

  constructor(dataDir: string) {
    this.root = join(dataDir, 'cards');
  }

  async read(articleId: string, cardVersion: string): Promise<Buffer | null> {
    return readFile(this.path(articleId, cardVersion)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
  }

  /** Whole or not at all; the cards of earlier headlines go. */
  async write(articleId: string, cardVersion: string, picture: Buffer): Promise<void> {
    const path = this.path(articleId, cardVersion);
    const folder = this.folder(articleId);
    await mkdir(folder, { recursive: true });
    const before = await readdir(folder);
    const unfinished = join(folder, newId());
    try {
      await writeFile(unfinished, picture);
      await rename(unfinished, path);
    } finally {
      await rm(unfinished, { force: true });
    }
    const old = before.filter((name) => name.endsWith('.png') && name !== `${cardVersion}.png`);
    await Promise.all(old.map((name) => rm(join(folder, name), { force: true })));
  }

  private path(articleId: string, cardVersion: string): string {
    if (!version.test(cardVersion)) throw new Error('Not the version of a card');
    return join(this.folder(articleId), `${cardVersion}.png`);
  }

  private folder(articleId: string): string {
    if (!uuid.test(articleId)) throw new Error('Not the id of an article');
    return join(this.root, articleId.slice(-2), articleId);
  }
}
