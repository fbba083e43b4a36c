import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDataSource } from '../src/database/data-source.ts';
import { EmbeddedPostgres } from '../src/database/embedded-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string;
    templateDatabase: string;
  }
}

/**
 * One real PostgreSQL for the whole run (TEST_DATABASE_URL, else an embedded one), and in it one migrated
 * template, from which each test file makes a database of its own.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env['TEST_DATABASE_URL'] ? null : await startServer();
  const url = process.env['TEST_DATABASE_URL'] ?? server!.url;
  const template = `template_${process.pid}_${Date.now()}`;
  await onServer(url, `create database ${template}`);
  const dataSource = await openDataSource(withDatabase(url, template));
  await dataSource.runMigrations({ transaction: 'all' });
  await dataSource.destroy();
  project.provide('databaseUrl', url);
  project.provide('templateDatabase', template);
  return async () => {
    await onServer(url, `drop database if exists ${template} with (force)`);
    await server?.stop();
  };
}

async function startServer() {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-test-'));
  const server = await EmbeddedPostgres.start({ dataDir: join(folder, 'postgres'), port: await freePort() });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** Runs one statement as the superuser, on a connection of its own. */
export async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
