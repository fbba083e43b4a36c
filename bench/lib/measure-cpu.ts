import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { pinned } from './server-process.ts';

/** What a load costs its server. A rate on a noisy machine says little: compare the CPU time. */
export interface Cost {
  /** User and system time of the server's process with its threads and children, per request. */
  microseconds: number;
  perSecond: number;
}

export interface Load {
  url: string;
  requests: number;
  connections?: number;
  headers?: Record<string, string>;
}

const generator = fileURLToPath(new URL('./load.ts', import.meta.url));

/** Puts the load on the server from another core. */
export async function measureCpu(pid: number, load: Load): Promise<Cost> {
  const before = cpuNanoseconds(pid);
  const [command, args] = pinned(1, [
    generator,
    load.url,
    String(load.requests),
    String(load.connections ?? 16),
    JSON.stringify(load.headers ?? {}),
  ]);
  const { stdout } = await promisify(execFile)(command, args);
  const { seconds } = JSON.parse(stdout) as { seconds: number };
  return {
    microseconds: (cpuNanoseconds(pid) - before) / 1000 / load.requests,
    perSecond: load.requests / seconds,
  };
}

/** Measures several servers turn by turn, so that noise meets all of them, and takes each one's median. */
export async function compareCpu(contenders: { pid: number; load: Load }[], rounds = 5): Promise<Cost[]> {
  const costs: Cost[][] = contenders.map(() => []);
  for (const { pid, load } of contenders) await measureCpu(pid, load);
  for (let round = 0; round < rounds; round++)
    for (const [index, { pid, load }] of contenders.entries())
      costs[index]?.push(await measureCpu(pid, load));
  return costs.map((each) => ({
    microseconds: median(each.map((cost) => cost.microseconds)),
    perSecond: median(each.map((cost) => cost.perSecond)),
  }));
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The time that a process, its threads and its children have been on a core. */
function cpuNanoseconds(pid: number): number {
  let sum = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    sum += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
    const children = readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean);
    for (const child of children) sum += cpuNanoseconds(Number(child));
  }
  return sum;
}
