import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type * as S3 from '@aws-sdk/client-s3';
import { DomainError } from '../common/domain-error.ts';
import { newId } from '../common/new-id.ts';
import {
  checkedKey,
  type ByteRange,
  type LocalCopy,
  type MediaStore,
  type StoredFile,
} from './media-store.ts';

export interface S3Place {
  bucket: string;
  /** Begins every key; empty or ends with a slash. */
  prefix: string;
  /** Of a store that is not Amazon's. */
  endpoint?: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

type Library = typeof S3;
type S3Client = S3.S3Client;

/** Any store that speaks S3. Its library is loaded when a store is set, and only then. */
export class S3Store implements MediaStore {
  private readonly place: S3Place;
  private readonly copies: string;
  private opened: Promise<{ client: S3Client; library: Library }> | null = null;

  /** @param copies a folder of this machine for files that are being read from */
  constructor(place: S3Place, copies: string) {
    this.place = place;
    this.copies = copies;
  }

  async put(key: string, path: string, type: string): Promise<void> {
    const place = this.at(key);
    const { size } = await stat(path);
    await this.ask((client, { PutObjectCommand }) =>
      client.send(
        new PutObjectCommand({
          ...place,
          Body: createReadStream(path),
          ContentLength: size,
          ContentType: type,
        }),
      ),
    );
    await rm(path, { force: true });
  }

  async has(key: string): Promise<boolean> {
    const place = this.at(key);
    const found = await this.ask((client, { HeadObjectCommand }) =>
      client.send(new HeadObjectCommand(place)),
    );
    return found !== null;
  }

  async open(key: string, range?: ByteRange): Promise<StoredFile | null> {
    const place = this.at(key);
    const Range = range ? { Range: `bytes=${range.start}-${range.end}` } : {};
    const found = await this.ask((client, { GetObjectCommand }) =>
      client.send(new GetObjectCommand({ ...place, ...Range })),
    );
    if (!found?.Body) return null;
    const whole = Number(found.ContentRange?.split('/').at(-1) ?? found.ContentLength);
    return { size: whole, stream: found.Body as Readable };
  }

  async toLocal(key: string): Promise<LocalCopy> {
    const found = await this.open(key);
    if (!found) throw new Error(`Nothing is stored as ${key}`);
    await mkdir(this.copies, { recursive: true });
    const path = join(this.copies, newId());
    const release = () => rm(path, { force: true });
    try {
      await pipeline(found.stream, createWriteStream(path, { mode: 0o600 }));
    } catch (error) {
      await release();
      // what the disk says is told as it is; everything else came over the line
      throw (error as NodeJS.ErrnoException).syscall === 'write' ? error : unavailable();
    }
    return { path, release };
  }

  async clear(mediaId: string, keep?: (name: string) => boolean): Promise<void> {
    const { bucket: Bucket } = this.place;
    const Prefix = this.at(`${mediaId}/any`).Key.slice(0, -'any'.length);
    for await (const Key of this.keysUnder(Prefix))
      if (!keep?.(Key.slice(Prefix.length)))
        await this.ask((client, { DeleteObjectCommand }) =>
          client.send(new DeleteObjectCommand({ Bucket, Key })),
        );
  }

  /** Every key that begins so: a store names at most a thousand at once. */
  private async *keysUnder(Prefix: string): AsyncGenerator<string> {
    let ContinuationToken: string | undefined;
    do {
      const page = { Bucket: this.place.bucket, Prefix, ContinuationToken };
      const listed = await this.ask((client, { ListObjectsV2Command }) =>
        client.send(new ListObjectsV2Command(page)),
      );
      for (const { Key } of listed?.Contents ?? []) if (Key !== undefined) yield Key;
      ContinuationToken = listed?.NextContinuationToken;
    } while (ContinuationToken !== undefined);
  }

  private at(key: string) {
    return { Bucket: this.place.bucket, Key: this.place.prefix + checkedKey(key) };
  }

  /** Null for what is not there. @throws DomainError STORE_UNAVAILABLE */
  private async ask<Result>(
    work: (client: S3Client, library: Library) => Promise<Result>,
  ): Promise<Result | null> {
    try {
      const { client, library } = await (this.opened ??= this.connect());
      return await work(client, library);
    } catch (error) {
      const { $metadata, name } = error as { $metadata?: { httpStatusCode?: number }; name?: string };
      if ($metadata?.httpStatusCode === 404 && name !== 'NoSuchBucket') return null;
      throw unavailable();
    }
  }

  private async connect() {
    const { endpoint, region, accessKeyId, secretAccessKey } = this.place;
    const library = await import('@aws-sdk/client-s3');
    const client = new library.S3Client({
      region,
      credentials: { accessKeyId, secretAccessKey },
      ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
      // other stores do not know the newer checksums
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      maxAttempts: 3,
      requestHandler: { connectionTimeout: 3000, requestTimeout: 60_000 },
    });
    return { client, library };
  }
}

const unavailable = () =>
  new DomainError(
    'STORE_UNAVAILABLE',
    'The store that keeps pictures and recordings does not answer. Nothing was changed; try again in a moment.',
  );
