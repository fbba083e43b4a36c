import process from 'node:process';
import { ApiClient } from './api-client.ts';
import { readEnv } from './env.ts';
import { Newsroom } from './newsroom.ts';
import { PageReading } from './page-reading.ts';

let api: ApiClient | undefined;

/** For `vite dev`, where no page store stands in front: everything is asked anew for each page. */
export function developmentReading(): PageReading {
  const env = readEnv(process.env);
  api ??= new ApiClient({ url: env.API_URL });
  return new PageReading(new Newsroom(api, { readerToken: env.READER_TOKEN }));
}
