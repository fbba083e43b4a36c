import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { inject } from 'vitest';
import { createApp } from '../src/configure-app.ts';
import type { Env, Timings } from '../src/env.ts';
import { CheckedAnswers } from './checked-answers.ts';
import { onServer, withDatabase } from './global-setup.ts';

export interface TestApp {
  app: NestFastifyApplication;
  /** Where it listens, e.g. `http://127.0.0.1:40123`. */
  url: string;
  env: Env;
  dataSource: DataSource;
  /** Another process' worth of API on the same database, with its own clocks if these are given. */
  sibling: (clocks?: Partial<Timings>) => Promise<TestApp>;
  close: () => Promise<void>;
}

/** The whole API on a fresh, migrated database of a real PostgreSQL, listening on a free port. */
export async function createTestApp(
  timings: Partial<Timings> = {},
  settings: Partial<Env> = {},
): Promise<TestApp> {
  const server = inject('databaseUrl');
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${database} template ${inject('templateDatabase')}`);
  const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-api-'));
  const opened: TestApp[] = [];
  const open = async (clocks: Partial<Timings> = {}): Promise<TestApp> => {
    const env: Env = {
      NODE_ENV: 'test',
      PORT: 3001,
      HOST: '127.0.0.1',
      DATABASE_URL: withDatabase(server, database),
      DATA_DIR: dataDir,
      SITE_URL: 'http://localhost:3000',
      EDITOR_URL: 'http://localhost:3001',
      READER_TOKEN: 'a-secret-of-the-reader',
      LOG_LEVEL: 'silent',
      DATABASE_POOL: 6,
      ...settings,
    };
    const app = await createApp(env, { ...timings, ...clocks });
    app.useGlobalInterceptors(new CheckedAnswers());
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.getHttpServer().address() as AddressInfo;
    const test: TestApp = {
      app,
      url: `http://127.0.0.1:${port}`,
      env,
      dataSource: app.get(DataSource),
      sibling: open,
      close: () => app.close(),
    };
    opened.push(test);
    return test;
  };
  const first = await open();
  return {
    ...first,
    close: async () => {
      await Promise.allSettled(opened.map(({ app }) => app.close()));
      await onServer(server, `drop database if exists ${database} with (force)`);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
