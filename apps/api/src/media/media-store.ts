import type { Readable } from 'node:stream';

/** A part of a file, both ends included. */
export interface ByteRange {
  start: number;
  end: number;
}

/** A file open to be read; `size` is of the whole file. */
export interface StoredFile {
  size: number;
  stream: Readable;
}

/** A stored file as one of this machine. `release` when it is no longer read. */
export interface LocalCopy {
  path: string;
  release: () => Promise<void>;
}

/**
 * Where files of the library and what is made from them lie, by `{media id}/{name}`. Names that come here were made by
 * us. What is stored is never changed, only taken away.
 */
export interface MediaStore {
  /** Takes a file of this machine over; it is stored whole or not at all. */
  put: (key: string, path: string, type: string) => Promise<void>;
  has: (key: string) => Promise<boolean>;
  /** Null where nothing is. */
  open: (key: string, range?: ByteRange) => Promise<StoredFile | null>;
  /** @throws Error when nothing is there */
  toLocal: (key: string) => Promise<LocalCopy>;
  /** Takes away what lies under one media id, but for what `keep` says. */
  clear: (mediaId: string, keep?: (name: string) => boolean) => Promise<void>;
}

export const MEDIA_STORE = Symbol('MEDIA_STORE');

const keys = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\/[\w-]+(?:\.(?:avif|webp|jpg))?$/;

/** @throws Error for a key that is not ours: nothing that came from outside ever becomes a path (S20) */
export function checkedKey(key: string): string {
  if (!keys.test(key)) throw new Error('Not the name of a stored file');
  return key;
}
