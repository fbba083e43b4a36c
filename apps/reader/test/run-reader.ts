import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { Agent, request } from 'node:http';
import path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import type { StandInNewsroom } from './stand-in-newsroom.ts';

const entry = path.join(import.meta.dirname, '../dist/server.js');

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export interface TestReader {
  port: number;
  get: (path: string, headers?: Record<string, string>, method?: string) => Promise<Answer>;
  stop: () => Promise<void>;
}

/** The built reader as a process of its own, before a stand-in newsroom, at a free port. */
export async function runReader(
  newsroom: Pick<StandInNewsroom, 'url'>,
  env: Record<string, string> = {},
): Promise<TestReader> {
  if (!existsSync(entry))
    throw new Error('These tests run on the build: `npm run build -w apps/reader` first.');
  const child = spawn(process.execPath, [entry], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      API_URL: newsroom.url,
      SITE_URL: 'https://ledger.example',
      EDITOR_URL: 'https://desk.ledger.example',
      READER_TOKEN: 'secret',
      CHANGE_CHECK_SECONDS: '0.3',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const port = await portOf(child);
  const agent = new Agent({ keepAlive: true, maxSockets: 1000 });
  return {
    port,
    get: (target, headers, method) => get({ host: '127.0.0.1', port, agent, path: target, headers, method }),
    stop: async () => {
      agent.destroy();
      child.kill();
      await once(child, 'exit');
    },
  };
}

async function portOf(child: ChildProcess): Promise<number> {
  if (!child.stdout) throw new Error('The reader has no output.');
  for await (const line of createInterface({ input: child.stdout })) {
    const port = /:(\d+)\.$/.exec(line)?.[1];
    if (port !== undefined) return Number(port);
  }
  throw new Error('The reader ended before it listened.');
}

interface Asked {
  host: string;
  port: number;
  agent: Agent;
  path: string;
  headers: Record<string, string> | undefined;
  method: string | undefined;
}

function get({ headers = {}, method = 'GET', ...to }: Asked): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ ...to, headers, method }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const body = Buffer.concat(parts).toString();
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}
