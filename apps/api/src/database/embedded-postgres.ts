import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { stopOrphan } from './orphan-postgres.ts';
import { PostgresError, explainFailure } from './postgres-error.ts';
import { asPostgresOwner, postgresBinaries, type PostgresOwner, postgresOwner } from './postgres-owner.ts';

const superuser = 'broadsheet';
const passwordFile = 'broadsheet-password';
const startLimit = 60_000;

/** Settings for a small server: little memory while idle, nothing that risks what is stored. */
const defaultSettings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '64MB',
  max_wal_size: '512MB',
  random_page_cost: '1.1',
  jit: 'off',
  // Reads come from the system's memory; workers for them, and a launcher for subscriptions, only take room.
  io_method: 'sync',
  max_logical_replication_workers: '0',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

export interface EmbeddedPostgresOptions {
  /** The cluster's folder; made on first use. */
  dataDir: string;
  port: number;
  /** The database to have; `broadsheet` unless given. */
  database?: string;
  /** PostgreSQL settings beside and over the defaults. */
  settings?: Readonly<Record<string, string>>;
}

/** A PostgreSQL server that this process has started and stops again. */
export class EmbeddedPostgres {
  /** Resolves when the server has ended, for whatever reason. */
  readonly exited: Promise<void>;
  /** A connection URL with the password, for the superuser and the wanted database. */
  readonly url: string;
  /** Whether this start made the data: there was none before. */
  readonly created: boolean;
  readonly #process: ChildProcess;

  private constructor(url: string, created: boolean, process: ChildProcess, exited: Promise<void>) {
    this.url = url;
    this.created = created;
    this.#process = process;
    this.exited = exited;
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /**
   * Starts the server, making its data first if there is none; an orphan that a killed start has left on the
   * same folder is stopped before. Throws `PostgresError` with a plain sentence.
   */
  static async start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
    mkdirSync(dirname(options.dataDir), { recursive: true });
    const owner = postgresOwner(options.dataDir);
    const created = !existsSync(join(options.dataDir, 'PG_VERSION'));
    if (created) await createCluster(options.dataDir, owner);
    refuseOtherVersion(options.dataDir);
    await stopOrphan(options.dataDir);
    const server = launch(options, owner);
    const exited = new Promise<void>((resolve) => server.process.once('exit', () => resolve()));
    try {
      await untilReady(options.dataDir, server);
      const url = await ensureDatabase(options);
      return new EmbeddedPostgres(url, created, server.process, exited);
    } catch (error) {
      server.process.kill('SIGQUIT');
      throw error;
    }
  }

  /** Ends the server: sessions are cut and everything is on disk; after 10 s without waiting for a checkpoint. */
  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    this.#process.kill('SIGINT');
    const slow = setTimeout(() => this.#process.kill('SIGQUIT'), 10_000);
    await this.exited;
    clearTimeout(slow);
  }
}

interface Server {
  process: ChildProcess;
  /** The last lines that the server wrote to its error stream. */
  log: () => string;
}

function launch(options: EmbeddedPostgresOptions, owner: PostgresOwner): Server {
  const settings = { ...defaultSettings, port: String(options.port), ...options.settings };
  const args = ['-D', options.dataDir];
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`);
  const command = asPostgresOwner(owner, postgresBinaries().postgres, args);
  // A group of its own: Ctrl-C in the terminal must not stop the database before those who write to it.
  const child = spawn(command.program, command.args, {
    ...command.options,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  let log = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (log = (log + text).slice(-8000)));
  child.on('error', (error) => (log += `${error.message}\n`));
  return { process: child, log: () => log };
}

async function untilReady(dataDir: string, server: Server): Promise<void> {
  const deadline = Date.now() + startLimit;
  for (;;) {
    if (server.process.pid === undefined || server.process.exitCode !== null || server.process.signalCode) {
      // The pipe may still hold the reason.
      await delay(50);
      throw explainFailure(dataDir, server.log());
    }
    if (statusLine(dataDir, server.process.pid) === 'ready') return;
    if (Date.now() > deadline) {
      throw new PostgresError(
        `The database in ${dataDir} did not become ready within ${startLimit / 1000} s. What is stored is safe. ` +
          `It may still be repairing itself after a crash: try again in a minute.\n${server.log()}`,
      );
    }
    await delay(15);
  }
}

function statusLine(dataDir: string, pid: number): string | undefined {
  try {
    const lines = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid ? lines[7]?.trim() : undefined;
  } catch {
    return undefined;
  }
}

async function ensureDatabase(options: EmbeddedPostgresOptions): Promise<string> {
  const database = options.database ?? 'broadsheet';
  const password = readFileSync(join(options.dataDir, passwordFile), 'utf8').trim();
  const urlOf = (name: string) => `postgres://${superuser}:${password}@127.0.0.1:${options.port}/${name}`;
  const client = new Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
  return urlOf(database);
}

/** Makes the cluster beside its place and moves it there when whole, so that a crash leaves no half of one. */
async function createCluster(dataDir: string, owner: PostgresOwner): Promise<void> {
  if (existsSync(dataDir)) {
    if (readdirSync(dataDir).length > 0) {
      throw new PostgresError(
        `The folder ${dataDir} holds files but no database. Nothing was changed. ` +
          'Move them away, or choose another place for the data.',
      );
    }
    rmdirSync(dataDir);
  }
  const fresh = `${dataDir}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  const password = randomBytes(24).toString('base64url');
  const secret = `${dataDir}.password`;
  writeFileSync(secret, password, { mode: 0o600 });
  try {
    if (owner.changes) for (const path of [fresh, secret]) chownSync(path, owner.uid, owner.gid);
    await runInitdb(fresh, secret, owner);
    renameSync(secret, join(fresh, passwordFile));
    chmodSync(fresh, 0o700);
    renameSync(fresh, dataDir);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(secret, { force: true });
    throw error;
  }
}

async function runInitdb(folder: string, secret: string, owner: PostgresOwner): Promise<void> {
  const locale = { darwin: 'en_US.UTF-8', win32: 'C' }[process.platform as string] ?? 'C.UTF-8';
  const command = asPostgresOwner(owner, postgresBinaries().initdb, [
    ...['-D', folder, '-U', superuser, '--pwfile', secret, '-A', 'scram-sha-256', '--encoding=UTF8'],
    ...['--locale-provider=icu', '--icu-locale=und', `--locale=${locale}`, '--no-instructions'],
  ]);
  const child = spawn(command.program, command.args, { ...command.options, cwd: dirname(folder) });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (log += text));
  }
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', (error) => {
      log += error.message;
      resolve(1);
    });
    child.on('close', resolve);
  });
  if (code !== 0) throw explainFailure(folder, log);
}

function refuseOtherVersion(dataDir: string): void {
  const version = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
  if (version === '18') return;
  throw new PostgresError(
    `The data in ${dataDir} was made by PostgreSQL ${version}, and this version of Broadsheet brings PostgreSQL 18. ` +
      'Nothing was changed. Start it with the version of Broadsheet that made it.',
  );
}
