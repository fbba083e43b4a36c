import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { compareCpu } from './lib/measure-cpu.ts';
import { ServerProcess } from './lib/server-process.ts';

/** `GET /api/public/{lang}/articles/{slug}` may cost at most twice the same query in a bare Fastify route. */
const budget = 2;
const requests = 4000;
const [apiPort, barePort] = [3911, 3912];
const inApi = (file: string) => fileURLToPath(new URL(`../apps/api/dist/${file}`, import.meta.url));

const server = process.env['TEST_DATABASE_URL'] ?? '';
const database = `bench_article_${process.pid}`;
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

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}

async function runNode(file: string): Promise<void> {
  await promisify(execFile)(process.execPath, [inApi(file)], { env: { ...process.env, ...env } });
}

/** The headers of the API's answer that a bare server would not set by itself. */
async function answerHeaders(address: string): Promise<Record<string, string>> {
  const answer = await fetch(address);
  const own = new Set(['connection', 'content-length', 'date', 'keep-alive']);
  return Object.fromEntries([...answer.headers].filter(([name]) => !own.has(name)));
}

async function measure(servers: ServerProcess[]): Promise<void> {
  const api = await ServerProcess.start(inApi('main.js'), apiPort, '/api/health', env);
  servers.push(api);
  const list = await fetch(`${api.url}/api/public/en/articles`);
  const { items } = (await list.json()) as { items: { slug: string }[] };
  const path = `/api/public/en/articles/${items[0]?.slug ?? ''}`;
  const bare = await ServerProcess.start(
    fileURLToPath(new URL('./lib/bare-article-server.ts', import.meta.url)),
    barePort,
    path,
    { ...env, ANSWER_HEADERS: JSON.stringify(await answerHeaders(api.url + path)) },
  );
  servers.push(bare);
  const [ours, yardstick] = await compareCpu(
    [api, bare].map(({ pid, url }) => ({ pid, load: { url: url + path, requests } })),
  );
  if (!ours || !yardstick) throw new Error('Nothing was measured');
  const figure = {
    name: 'CPU of the API per public article, against twice a bare route with the same query',
    value: Math.round(ours.microseconds),
    unit: 'µs',
    against: Math.round(yardstick.microseconds * budget),
    note: `${(ours.microseconds / yardstick.microseconds).toFixed(2)} × the bare route; ${Math.round(ours.perSecond)}/s, bare ${Math.round(yardstick.perSecond)}/s`,
  };
  process.stdout.write(`${JSON.stringify(figure)}\n`);
  if (figure.value > figure.against) process.exitCode = 1;
}

const servers: ServerProcess[] = [];
await onServer(`create database ${database}`);
try {
  await runNode('database/migrate.js');
  await runNode('demo/load-demo.js');
  await measure(servers);
} finally {
  for (const each of servers) await each.stop();
  await onServer(`drop database if exists ${database} with (force)`);
  rmSync(dataDir, { recursive: true, force: true });
}
