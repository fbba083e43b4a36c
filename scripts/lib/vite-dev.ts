// Serves one app with reloading: node vite-dev.ts <app> <port> <host>. Requests to /api go to API_URL, sockets too.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type * as Vite from 'vite';
import { inProject } from './project.mjs';

const [app = '', port, host] = process.argv.slice(2);
process.chdir(inProject('apps', app));
const entry = createRequire(inProject('apps', app, 'package.json')).resolve('vite');
const { createServer } = (await import(pathToFileURL(entry).href)) as typeof Vite;
const api = process.env.API_URL ?? '';
const server = await createServer({
  server: {
    port: Number(port),
    host,
    strictPort: true,
    proxy: app === 'editor' ? { '/api': { target: api, ws: true } } : undefined,
  },
});
await server.listen();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => void server.close().finally(() => process.exit(0)));
}
