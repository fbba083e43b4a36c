import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PlainError } from './plain-error.mjs';
import { root } from './project.mjs';

/**
 * @typedef {object} StartOptions
 * @property {number} port the reader's; the API has the next one, PostgreSQL the one after it
 * @property {string} host the address that the reader and the API listen on
 * @property {string} data the data folder, absolute
 * @property {boolean} demo load the demo newsroom into an empty database
 * @property {boolean} dev reload on every change of the code
 * @property {boolean} help
 * @property {string | undefined} databaseUrl another PostgreSQL instead of the embedded one
 * @property {string} siteUrl where readers find the site, without a slash at the end
 * @property {string} editorUrl where the newsroom finds the editor
 */

export const usage = `npm start -- [options]

  --port <number>   first of three ports: reader, API, PostgreSQL (3000)
  --host <address>  listen on this address too, not on this machine alone; needs SITE_URL and EDITOR_URL
  --data <folder>   where pictures and the database live (.data)
  --no-demo         begin with an empty newsroom
  --dev             reload on every change; the editor is then on the fourth port

Environment: DATABASE_URL (PostgreSQL 16 or newer instead of the embedded one), SITE_URL, EDITOR_URL`;

const loopback = '127.0.0.1';

/**
 * Reads the command line and the environment, and refuses what cannot work.
 * @param {string[]} argv @param {NodeJS.ProcessEnv} env @returns {StartOptions}
 */
export function parseStartOptions(argv, env) {
  const values = parse(argv);
  const port = Number(values.port ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65532) {
    throw new PlainError(
      `--port ${values.port} is not a port. Give a number from 1 to 65532, such as --port 4000.`,
    );
  }
  const editorPort = values.dev ? port + 3 : port + 1;
  return {
    port,
    host: checkedHost(values.host, env),
    data: resolve(root, values.data ?? '.data'),
    demo: !values['no-demo'],
    dev: Boolean(values.dev),
    help: Boolean(values.help),
    databaseUrl: env.DATABASE_URL || undefined,
    siteUrl: checkedUrl('SITE_URL', env.SITE_URL || `http://localhost:${port}`),
    editorUrl: checkedUrl('EDITOR_URL', env.EDITOR_URL || `http://localhost:${editorPort}`),
  };
}

/** @param {string[]} argv */
function parse(argv) {
  try {
    return parseArgs({
      args: argv,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        'no-demo': { type: 'boolean' },
        dev: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new PlainError(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

/** @param {string | undefined} host @param {NodeJS.ProcessEnv} env */
function checkedHost(host, env) {
  if (host === undefined || host === loopback || host === 'localhost') return loopback;
  const missing = ['SITE_URL', 'EDITOR_URL'].filter((name) => !env[name]);
  if (missing.length > 0) {
    throw new PlainError(
      `--host ${host} opens Broadsheet to other machines, so it must know its public addresses: ` +
        `${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not set. Nothing was started.\n` +
        `For example: SITE_URL=https://news.example EDITOR_URL=https://desk.news.example npm start -- --host ${host}`,
    );
  }
  return host;
}

/** @param {string} name @param {string} value */
function checkedUrl(name, value) {
  const url = URL.parse(value);
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash)
    return url.origin;
  throw new PlainError(
    `${name} is "${value}", which is not the address of a site. Nothing was started. ` +
      `Give scheme and host alone, such as https://news.example.`,
  );
}
