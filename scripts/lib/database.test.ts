import { spawnSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EmbeddedPostgres } from '../../apps/api/src/database/embedded-postgres.ts';
import {
  asPostgresOwner,
  postgresBinaries,
  postgresOwner,
} from '../../apps/api/src/database/postgres-owner.ts';
import { copyCluster } from './backup.ts';
import { checkDatabase } from './external-database.ts';
import { freePort, refuseTakenPorts } from './ports.ts';

async function query<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded database', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'broadsheet-database-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const start = async () =>
    EmbeddedPostgres.start({ dataDir: join(folder, 'postgres'), port: await freePort() });

  it('keeps what was written, sorts and folds every language, and asks for its password', async () => {
    const first = await start();
    await query(first.url, `CREATE TABLE headline (text text)`);
    await query(first.url, `INSERT INTO headline VALUES ('Şəki'), ('ÖZÜ'), ('Երևան'), ('Мир')`);
    await first.stop();
    const second = await start();
    expect([first.created, second.created]).toEqual([true, false]);
    const rows = await query<{ text: string }>(second.url, 'SELECT lower(text) AS text FROM headline');
    expect(rows.map(({ text }) => text)).toEqual(['şəki', 'özü', 'երևան', 'мир']);
    await expect(query(second.url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow('password');
    await second.stop();
  });

  it.runIf(process.getuid?.() === 0)('runs for root out of a folder that is closed to everybody else', () => {
    const { initdb } = postgresBinaries();
    cpSync(dirname(dirname(initdb)), join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
    const data = mkdtempSync(join(folder, 'data-'));
    const owner = postgresOwner(join(data, 'postgres'));
    chownSync(data, owner.uid, owner.gid);
    const args = ['-D', join(data, 'postgres')];
    const command = asPostgresOwner(owner, join(folder, 'native', 'bin', 'initdb'), args);
    const { status, stderr } = spawnSync(command.program, command.args, { env: command.options.env });
    expect(owner.shutOut).toBe(true);
    expect(status, String(stderr)).toBe(0);
  });

  it('takes the place of a server that a killed start has left on the same data', async () => {
    const orphan = await start();
    await query(orphan.url, 'CREATE TABLE kept (n int)');
    const next = await start();
    expect(await query(next.url, 'SELECT * FROM kept')).toEqual([]);
    await orphan.exited;
    await next.stop();
  });

  it('starts although the number of a crashed server now belongs to another program', async () => {
    const first = await start();
    process.kill(first.pid, 'SIGKILL');
    await first.exited;
    writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n`);
    const next = await start();
    expect(await query(next.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await next.stop();
  });

  it('refuses a folder that holds something else, and leaves it as it is', async () => {
    const place = join(folder, 'photos');
    rmSync(place, { force: true });
    writeFileSync(join(folder, 'picture.jpg'), '');
    await expect(EmbeddedPostgres.start({ dataDir: folder, port: await freePort() })).rejects.toThrow(
      'no database',
    );
    expect(readdirSync(folder)).toEqual(['picture.jpg']);
  });

  it('is copied whole before a migration, and two copies stay', async () => {
    const server = await start();
    await query(server.url, 'CREATE TABLE kept (n int)');
    await server.stop();
    const cluster = join(folder, 'postgres');
    const copies = [1, 2, 3].map((day) =>
      copyCluster(folder, cluster, '0.2.0', new Date(Date.UTC(2030, 0, day))),
    );
    expect(copies.map((copy) => existsSync(copy))).toEqual([false, true, true]);
    const copy = await EmbeddedPostgres.start({ dataDir: copies[2] ?? '', port: await freePort() });
    expect(await query(copy.url, 'SELECT * FROM kept')).toEqual([]);
    await copy.stop();
  });
});

describe('the database of DATABASE_URL', () => {
  it('is refused by name, without its password, when it does not answer', async () => {
    const url = `postgres://desk:secret@127.0.0.1:${await freePort()}/news`;
    const refusal = await checkDatabase(url).catch((error: unknown) => String(error));
    expect(refusal).toMatch(/127\.0\.0\.1:\d+\/news .*ECONNREFUSED/);
    expect(refusal).not.toContain('secret');
  });

  it('is refused when it is no address at all', async () => {
    await expect(checkDatabase('news')).rejects.toThrow('not the address of a PostgreSQL database');
  });
});

describe('a port that is taken', () => {
  it('is named with its number and its owner-to-be', async () => {
    const server = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const ports = [{ name: 'reader', port, host: '127.0.0.1' }];
    await expect(refuseTakenPorts(ports)).rejects.toThrow(`Port ${port}, which the reader needs, is taken`);
    await new Promise((resolve) => server.close(resolve));
    await refuseTakenPorts(ports);
  });
});
