import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startS3Server, type S3Server } from '../../test/s3-server.ts';
import { newId } from '../common/new-id.ts';
import { FolderStore } from './folder-store.ts';
import type { MediaStore } from './media-store.ts';
import { S3Store } from './s3-store.ts';

describe.each(['a folder', 'a store that speaks S3'])('%s keeps the files of the library', (kind) => {
  let server: S3Server;
  let folder: string;
  let store: MediaStore;
  beforeAll(async () => {
    server = await startS3Server();
    folder = mkdtempSync(join(tmpdir(), 'broadsheet-store-'));
    store =
      kind === 'a folder'
        ? new FolderStore(join(folder, 'media'))
        : new S3Store(
            {
              bucket: 'pictures',
              prefix: 'ledger/',
              endpoint: server.url,
              region: 'us-east-1',
              accessKeyId: 'key',
              secretAccessKey: 'secret',
            },
            join(folder, 'copies'),
          );
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const file = (content: string): string => {
    const path = join(folder, newId());
    writeFileSync(path, content);
    return path;
  };
  const read = async (key: string, range?: { start: number; end: number }) => {
    const found = await store.open(key, range);
    return found && { size: found.size, text: (await buffer(found.stream)).toString() };
  };

  it('whole, in part and as a copy, and takes them over', async () => {
    const key = `${newId()}/original`;
    const path = file('a picture of a harbour');
    expect([await store.has(key), await store.open(key)]).toEqual([false, null]);
    await store.put(key, path, 'image/jpeg');
    expect(existsSync(path)).toBe(false);
    expect(await store.has(key)).toBe(true);
    expect(await read(key)).toEqual({ size: 22, text: 'a picture of a harbour' });
    expect(await read(key, { start: 2, end: 8 })).toEqual({ size: 22, text: 'picture' });
    const copy = await store.toLocal(key);
    expect(readFileSync(copy.path, 'utf8')).toBe('a picture of a harbour');
    await copy.release();
    expect(await store.has(key)).toBe(true);
  });

  it('and takes away those of one picture, or some of them', async () => {
    const [mine, other] = [newId(), newId()];
    // more than a store names on one page of its list
    const cuts = Array.from({ length: 7 }, (_, at) => `${mine}/cut-${at}.webp`);
    for (const key of [`${mine}/original`, ...cuts, `${other}/original`])
      await store.put(key, file(key), 'image/webp');
    await store.clear(mine, (name) => name === 'original');
    expect(await store.has(`${mine}/original`)).toBe(true);
    expect(await Promise.all(cuts.map((key) => store.has(key)))).toEqual(cuts.map(() => false));
    await store.clear(mine);
    expect([await store.has(`${mine}/original`), await store.has(`${other}/original`)]).toEqual([
      false,
      true,
    ]);
  });

  it('S20: under no name that leads elsewhere', async () => {
    for (const key of ['../secret', `${newId()}/../../etc/passwd`, '/etc/passwd', `${newId()}/a/b`])
      await expect(store.open(key)).rejects.toThrow('Not the name of a stored file');
  });

  it('F21: and says so when it is down', async () => {
    if (kind === 'a folder') return;
    server.breakDown();
    const path = file('unsent');
    await expect(store.put(`${newId()}/original`, path, 'image/jpeg')).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
    });
    expect(existsSync(path)).toBe(true);
  });
});
