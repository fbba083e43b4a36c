import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { compileCache, inProject } from './project.mjs';
import { Service } from './service.ts';
import type { StartOptions } from './start-options.mjs';

export interface ServiceContext {
  options: StartOptions;
  databaseUrl: string;
  readerToken: string;
}

/** Half of V8's own limit for what has just been made: 35 MB less while idle. */
export const apiFlags = ['--max-semi-space-size=8'];

/**
 * Twice that limit: a page in the making is 750 kB of short-lived objects, and each round of collecting looks at all
 * pages under way again. A page costs a sixth less than with a quarter of the room, which is only taken under load.
 * What has grown old is collected when it has doubled (V8 lets it grow to four times), so that garbage takes no more room
 * than the pages.
 */
export const readerFlags = ['--max-semi-space-size=32', '--heap-growing-percent=100'];

/** Pages come and go in the reader's memory: spread over fewer pools of the C library, what they leave is used again. */
export const readerMemory = { MALLOC_ARENA_MAX: '2' };

/** Where a service is asked by its neighbours on this machine, whatever address it listens on. */
function localAddress(host: string, port: number): string {
  const inward = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${inward.includes(':') ? `[${inward}]` : inward}:${port}`;
}

/** The environment of the API and of its one-off commands (migration, demo, first admin). */
export function apiEnvironment({
  options,
  databaseUrl,
  readerToken,
}: ServiceContext): Record<string, string> {
  return {
    NODE_ENV: options.dev ? 'development' : 'production',
    PORT: String(options.port + 1),
    HOST: options.host,
    DATABASE_URL: databaseUrl,
    DATA_DIR: options.data,
    SITE_URL: options.siteUrl,
    EDITOR_URL: options.editorUrl,
    READER_TOKEN: readerToken,
    NODE_COMPILE_CACHE: compileCache,
    // A terminal shows what needs a person; LOG_LEVEL=info adds a line for each request.
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
  };
}

function readerEnvironment({ options, readerToken }: ServiceContext): Record<string, string> {
  return {
    ...readerMemory,
    NODE_ENV: options.dev ? 'development' : 'production',
    PORT: String(options.port),
    HOST: options.host,
    NODE_COMPILE_CACHE: compileCache,
    API_URL: localAddress(options.host, options.port + 1),
    SITE_URL: options.siteUrl,
    EDITOR_URL: options.editorUrl,
    READER_TOKEN: readerToken,
  };
}

/** The services of the product in the order they start; they stop in the opposite one. */
export function productServices(context: ServiceContext): Service[] {
  const { host, port } = context.options;
  const health = `${localAddress(host, port + 1)}/api/health`;
  return [
    new Service({
      name: 'API',
      args: [...apiFlags, inProject('apps', 'api', 'dist', 'main.js')],
      env: apiEnvironment(context),
      health,
    }),
    new Service({
      name: 'reader',
      args: [...readerFlags, inProject('apps', 'reader', 'dist', 'server.js')],
      env: readerEnvironment(context),
      health: `${localAddress(host, port)}/health`,
    }),
  ];
}

/** The same with reloading: the API restarts on a change, reader and editor come from Vite. */
export function reloadingServices(context: ServiceContext): Service[] {
  const { host, port } = context.options;
  const api = localAddress(host, port + 1);
  const vite = (app: string, appPort: number) => [
    inProject('scripts', 'lib', 'vite-dev.ts'),
    app,
    String(appPort),
    host,
  ];
  const typescript = dirname(createRequire(import.meta.url).resolve('@typescript/native/package.json'));
  const compile = ['-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'];
  return [
    new Service({
      name: 'compiler',
      args: [join(typescript, 'bin', 'tsc'), ...compile],
      cwd: inProject('apps', 'api'),
      env: {},
      health: null,
    }),
    new Service({
      name: 'API',
      args: ['--watch', '--watch-preserve-output', inProject('apps', 'api', 'dist', 'main.js')],
      env: apiEnvironment(context),
      health: `${api}/api/health`,
    }),
    new Service({
      name: 'reader',
      args: vite('reader', port),
      env: readerEnvironment(context),
      health: `${localAddress(host, port)}/@vite/client`,
    }),
    new Service({
      name: 'editor',
      args: vite('editor', port + 3),
      env: { ...apiEnvironment(context), API_URL: api },
      health: `${localAddress(host, port + 3)}/@vite/client`,
    }),
  ];
}
