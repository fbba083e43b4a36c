import { createWriteStream } from 'node:fs';
import { rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DataStore, ERRORS, Upload } from '@tus/server';
import type { DataSource } from 'typeorm';
import type { IncomingFiles } from './incoming-files.ts';

/** Hours after which what never came whole is forgotten. */
const uploadHours = 24;

/**
 * Files that come in parts by the tus protocol, in the folder of incoming files; which they are and whose is in the
 * database. An own store, because the one of the library hides why a write failed and keeps owners nowhere.
 */
export class ResumableStore extends DataStore {
  private readonly dataSource: DataSource;
  private readonly incoming: IncomingFiles;

  constructor(dataSource: DataSource, incoming: IncomingFiles) {
    super();
    this.dataSource = dataSource;
    this.incoming = incoming;
    this.extensions = ['creation', 'creation-with-upload', 'termination', 'expiration'];
  }

  pathOf(id: string): string {
    if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw ERRORS.FILE_NOT_FOUND;
    return join(this.incoming.folder, id);
  }

  override async create(upload: Upload): Promise<Upload> {
    await this.incoming.refuseIfFull(upload.size ?? 0);
    await writeFile(this.pathOf(upload.id), '', { flag: 'wx', mode: 0o600 });
    return upload;
  }

  /** What came before a break stays: the sender is told how much it is. */
  override async write(stream: Readable, id: string, offset: number): Promise<number> {
    const path = this.pathOf(id);
    await pipeline(stream, createWriteStream(path, { flags: 'r+', start: offset }));
    return (await stat(path)).size;
  }

  override async getUpload(id: string): Promise<Upload> {
    const rows: { bytes: number; created_at: Date }[] = await this.dataSource.query(
      'select bytes, created_at from media_upload where id = $1 and media_id is null',
      [id],
    );
    const seen = await stat(this.pathOf(id)).catch(() => null);
    if (!rows[0] || !seen) throw ERRORS.FILE_NOT_FOUND;
    return new Upload({
      id,
      size: rows[0].bytes,
      offset: seen.size,
      creation_date: rows[0].created_at.toISOString(),
    });
  }

  override async remove(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
    await this.dataSource.query('delete from media_upload where id = $1', [id]);
  }

  override getExpiration(): number {
    return uploadHours * 60 * 60 * 1000;
  }

  override async deleteExpired(): Promise<number> {
    const rows: { id: string }[] = await this.dataSource.query(
      `select id from media_upload where created_at < now() - interval '${uploadHours} hours'`,
    );
    for (const { id } of rows) await this.remove(id);
    return rows.length;
  }
}
