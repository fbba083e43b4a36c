import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { localPassword, people } from '../../apps/api/src/demo/content/people.ts';
import { freePort } from '../../scripts/lib/ports.ts';
import { apiFlags, readerFlags, readerMemory } from '../../scripts/lib/services.ts';
import { footprints } from './process-tree.ts';
import { ServerProcess } from './server-process.ts';

const jobsLimit = 5 * 60_000;

const inProject = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));

/** The demo newsroom in a database of its own, served by the product's own processes. */
export class BenchNewsroom {
  readonly env: Record<string, string>;
  readonly #database = `bench_${process.pid}`;
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-bench-'));
  readonly #servers: ServerProcess[] = [];
  readonly #apiPort: number;

  private constructor(apiPort: number, env: Record<string, string>) {
    const url = new URL(process.env['TEST_DATABASE_URL'] ?? '');
    url.pathname = `/${this.#database}`;
    this.#apiPort = apiPort;
    this.env = {
      DATABASE_URL: url.href,
      DATA_DIR: this.#dataDir,
      SITE_URL: 'http://localhost:3000',
      EDITOR_URL: `http://localhost:${apiPort}`,
      READER_TOKEN: 'a-secret-of-the-bench',
      LOG_LEVEL: 'warn',
      ...env,
    };
  }

  /** Opens a newsroom for what is to be measured, and takes everything down after it. */
  static async visit(
    measure: (newsroom: BenchNewsroom) => Promise<void>,
    env: Record<string, string> = {},
  ): Promise<void> {
    const newsroom = new BenchNewsroom(await freePort(), env);
    await onServer(`create database ${newsroom.#database}`);
    try {
      await newsroom.#run('apps/api/dist/database/migrate.js');
      await newsroom.#run('apps/api/dist/demo/load-demo.js');
      await measure(newsroom);
    } finally {
      for (const server of newsroom.#servers.toReversed()) await server.stop();
      await onServer(`drop database if exists ${newsroom.#database} with (force)`);
      rmSync(newsroom.#dataDir, { recursive: true, force: true });
    }
  }

  /** What the editor's pages call the cookie of a session. */
  get sessionCookie(): string {
    return `broadsheet-session-${this.#apiPort}`;
  }

  /** The origin of the editor's pages. */
  get editor(): string {
    return this.env['EDITOR_URL'] ?? '';
  }

  /** The Cookie header of the demo's admin, signed in. */
  async signIn(): Promise<string> {
    const origin = this.env['EDITOR_URL'] ?? '';
    const answer = await fetch(`http://127.0.0.1:${this.#apiPort}/api/auth/sign-in`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ email: people[0]?.email, password: localPassword }),
    });
    if (!answer.ok) throw new Error(`Signing in was refused: ${await answer.text()}`);
    return answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  }

  /** Starts the API, which serves the editor too, and waits until it has cut the demo's pictures, which takes a core. */
  async api(): Promise<ServerProcess> {
    const server = await this.#start('apps/api/dist/main.js', this.#apiPort, '/api/health', {}, apiFlags);
    await this.jobsDone(server);
    return server;
  }

  /** Until the API has cut all pictures that were uploaded. */
  async jobsDone(server: ServerProcess): Promise<void> {
    const deadline = Date.now() + jobsLimit;
    const waiting = `select 1 from job.job where state in ('created', 'retry', 'active') and start_after <= now() limit 1`;
    // what cuts them ends a moment after the last one
    while ((await this.query(waiting)).length > 0 || footprints(server.pid).length > 1) {
      if (Date.now() > deadline) throw new Error('The jobs of the demo newsroom did not end in time.');
      await delay(500);
    }
  }

  /** Starts the site before the API. */
  async reader(env: Record<string, string> = {}, port?: number): Promise<ServerProcess> {
    const settings = { ...readerMemory, API_URL: `http://127.0.0.1:${this.#apiPort}`, ...env };
    return this.#start(
      'apps/reader/dist/server.js',
      port ?? (await freePort()),
      '/health',
      settings,
      readerFlags,
    );
  }

  /** Starts a server of the bench's own: a yardstick. */
  async server(file: string, env: Record<string, string>): Promise<ServerProcess> {
    return this.#start(`bench/lib/${file}`, await freePort(), '/', env);
  }

  async query<Row extends pg.QueryResultRow>(statement: string, values: unknown[] = []): Promise<Row[]> {
    return withClient(this.env['DATABASE_URL'] ?? '', async (client) => {
      return (await client.query<Row>(statement, values)).rows;
    });
  }

  /** The process of PostgreSQL whose children are its sessions. */
  async postgresPid(): Promise<number> {
    const [row] = await this.query<{ data_directory: string }>('show data_directory');
    return Number(readFileSync(join(row?.data_directory ?? '', 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  /** The slug of the longest article in English. */
  async longestArticle(): Promise<string> {
    const [row] = await this.query<{ slug: string }>(
      `select slug from published_article where language = 'en' order by length(html) desc limit 1`,
    );
    if (!row) throw new Error('The demo newsroom has no article in English');
    return row.slug;
  }

  async #start(
    file: string,
    port: number,
    health: string,
    env: Record<string, string> = {},
    flags: readonly string[] = [],
  ): Promise<ServerProcess> {
    const settings = { ...this.env, ...env };
    const server = await ServerProcess.start(inProject(file), port, health, settings, flags);
    this.#servers.push(server);
    return server;
  }

  async #run(file: string): Promise<void> {
    await promisify(execFile)(process.execPath, [inProject(file)], { env: { ...process.env, ...this.env } });
  }
}

const onServer = (statement: string): Promise<unknown> =>
  withClient(process.env['TEST_DATABASE_URL'] ?? '', (client) => client.query(statement));

async function withClient<Result>(
  connectionString: string,
  use: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
