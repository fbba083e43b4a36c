import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { ApiClient } from '#lib/server/api-client.ts';
import { readEnv } from '#lib/server/env.ts';
import type { PageMaker } from '#lib/server/page-rendering.ts';
import { startReader } from '#lib/server/start-reader.ts';

interface KitBuild {
  server: PageMaker & { init(options: { env: NodeJS.ProcessEnv }): Promise<void> };
}

const build = path.join(import.meta.dirname, '../build');
const env = readEnv(process.env);
const { server: maker } = (await import(pathToFileURL(path.join(build, 'adapter-node.js')).href)) as KitBuild;
await maker.init({ env: process.env });

const reader = await startReader({ env, maker, build, api: new ApiClient({ url: env.API_URL }) });
console.info(`The site is at ${env.SITE_URL}, listening on ${env.HOST}:${String(reader.port)}.`);

const stop = () => {
  void reader.stop().then(() => process.exit(0));
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
