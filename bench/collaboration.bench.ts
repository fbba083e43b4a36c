import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import type { Waits, WritingLoad } from '../apps/api/test/collaboration/writing-load.ts';
import { freePort } from '../scripts/lib/ports.ts';
import { nodeFlags } from '../scripts/lib/services.ts';
import { pinned, ServerProcess } from './lib/server-process.ts';

/** Milliseconds from an edit to its acknowledgement, which the API gives only for what is stored. */
const budget = 50;
const rounds = 3;
const [apiPort, barePort] = [await freePort(), await freePort()];
const inApi = (file: string) => fileURLToPath(new URL(`../apps/api/${file}`, import.meta.url));

const server = process.env['TEST_DATABASE_URL'] ?? '';
const database = `bench_collaboration_${process.pid}`;
const databaseUrl = new URL(server);
databaseUrl.pathname = `/${database}`;
const dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-bench-'));
const env = {
  DATABASE_URL: databaseUrl.href,
  DATA_DIR: dataDir,
  SITE_URL: 'http://localhost:3000',
  EDITOR_URL: 'http://localhost:3001',
  READER_TOKEN: 'a-secret-of-the-bench',
};

async function query(url: string, statement: string, values: unknown[] = []): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement, values);
  } finally {
    await client.end();
  }
}

const run = (statement: string, values: unknown[]) => query(databaseUrl.href, statement, values);

/** A signed-in journalist. @returns who it is, and the Cookie header. */
async function hire(): Promise<{ userId: string; cookie: string }> {
  const [userId, token] = [randomUUID(), randomUUID()];
  await run(
    `insert into "user" (id, email, name, colour) values ($1::uuid, $1::text || '@example.org', 'Bench', 1)`,
    [userId],
  );
  await run(`insert into "grant" (id, user_id, role) values ($1, $2, 'journalist')`, [randomUUID(), userId]);
  await run(
    `insert into session (id, user_id, token_hash, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
    [randomUUID(), userId, createHash('sha256').update(token).digest()],
  );
  return { userId, cookie: `broadsheet-session-${apiPort}=${token}` };
}

/** Articles with documents that hold nothing yet. */
async function makeArticles(userId: string, articleIds: string[]): Promise<void> {
  for (const articleId of articleIds) {
    await run('insert into story (id, created_by_id) values ($1, $2)', [articleId, userId]);
    await run(`insert into article (id, story_id, language) values ($1, $1, 'en')`, [articleId]);
    await run('insert into document (article_id, schema_version) values ($1, 1)', [articleId]);
  }
}

async function write(load: WritingLoad): Promise<Waits> {
  const [command, args] = pinned(1, [inApi('test/collaboration/writing-load.ts'), JSON.stringify(load)]);
  return JSON.parse((await promisify(execFile)(command, args)).stdout) as Waits;
}

const middle = (waits: Waits[]): Waits => {
  const found = waits.sort((a, b) => a.p95 - b.p95)[Math.floor(waits.length / 2)];
  if (!found) throw new Error('Nothing was measured');
  return found;
};

/** Turn by turn, so that noise meets both. */
async function compare(what: string, urls: [string, string], load: Omit<WritingLoad, 'url'>): Promise<void> {
  const [ours, bare]: [Waits[], Waits[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    ours.push(await write({ ...load, url: urls[0] }));
    bare.push(await write({ ...load, url: urls[1] }));
  }
  const [own, yardstick] = [middle(ours), middle(bare)];
  const figure = {
    name: `Edit to acknowledgement, p95, ${what}`,
    value: Math.round(own.p95 * 10) / 10,
    unit: 'ms',
    against: budget,
    note: `p50 ${own.p50.toFixed(1)} ms; Hocuspocus without a log: p95 ${yardstick.p95.toFixed(1)} ms, p50 ${yardstick.p50.toFixed(1)} ms; ${own.edits} edits`,
  };
  process.stdout.write(`${JSON.stringify(figure)}\n`);
  if (figure.value > budget) process.exitCode = 1;
}

const articleIds = Array.from({ length: process.env['TEST_LONG'] ? 50 : 1 }, () => randomUUID());
const servers: ServerProcess[] = [];
await query(server, `create database ${database}`);
try {
  await promisify(execFile)(process.execPath, [inApi('dist/database/migrate.js')], {
    env: { ...process.env, ...env },
  });
  const people = await Promise.all(Array.from({ length: 4 }, hire));
  await makeArticles(people[0]?.userId ?? '', articleIds);
  const api = await ServerProcess.start(inApi('dist/main.js'), apiPort, '/api/health', env, nodeFlags);
  servers.push(api);
  const bare = await ServerProcess.start(
    inApi('test/collaboration/bare-writing-server.ts'),
    barePort,
    '/',
    env,
  );
  servers.push(bare);
  const load = { cookies: people.map(({ cookie }) => cookie), editsPerSecond: 5, seconds: 10 };
  const urls: [string, string] = [api.url, bare.url];
  await compare('4 people in one document', urls, { ...load, articleIds: articleIds.slice(0, 1) });
  if (articleIds.length > 1) await compare('4 people in each of 50', urls, { ...load, articleIds });
} finally {
  for (const each of servers) await each.stop();
  await query(server, `drop database if exists ${database} with (force)`);
  rmSync(dataDir, { recursive: true, force: true });
}
