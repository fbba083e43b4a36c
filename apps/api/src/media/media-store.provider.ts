import { join } from 'node:path';
import type { Provider } from '@nestjs/common';
import { ENV, type Env } from '../env.ts';
import { FolderStore } from './folder-store.ts';
import { MEDIA_STORE, type MediaStore } from './media-store.ts';
import { S3Store } from './s3-store.ts';

/** The store that the settings name. @throws Error for an address that is no store's */
function mediaStoreOf(env: Env): MediaStore {
  const folder = join(env.DATA_DIR, 'media');
  if (!env.MEDIA_STORE) return new FolderStore(folder);
  const { host, pathname } = new URL(env.MEDIA_STORE);
  const prefix = pathname.replace(/^\/+|\/+$/g, '');
  return new S3Store(
    {
      bucket: host,
      prefix: prefix && `${prefix}/`,
      region: env.MEDIA_STORE_REGION ?? 'us-east-1',
      accessKeyId: env.MEDIA_STORE_KEY ?? '',
      secretAccessKey: env.MEDIA_STORE_SECRET ?? '',
      ...(env.MEDIA_STORE_ENDPOINT ? { endpoint: env.MEDIA_STORE_ENDPOINT } : {}),
    },
    join(folder, 'incoming'),
  );
}

export const mediaStoreProvider: Provider = {
  provide: MEDIA_STORE,
  inject: [ENV],
  useFactory: mediaStoreOf,
};
