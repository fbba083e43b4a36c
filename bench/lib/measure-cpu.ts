import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { pinned } from './server-process.ts';

/** What a load costs its servers. A rate on a noisy machine says little: compare the CPU time. */
export interface Cost {
  /** User and system time of each server's process with its threads and children, per request. */
  each: number[];
  /** The sum of these. */
  microseconds: number;
  perSecond: number;
}

/** What browsers take. */
export const browserEncodings = 'gzip, deflate, br, zstd';

export interface Load {
  /** An address in which `{n}` stands for a number that grows with every request. */
  url: string;
  requests: number;
  connections?: number;
  headers?: Record<string, string>;
}

/** Servers that answer a load together, and the load. */
export interface Contender {
  pids: number[];
  load: Load;
}

const generator = fileURLToPath(new URL('./load.ts', import.meta.url));
/** How often each address was asked for, so that no number in it comes twice. */
const sent = new Map<string, number>();

/** Puts the load on the servers from another core. */
async function measureCpu({ pids, load }: Contender): Promise<Cost> {
  const first = sent.get(load.url) ?? 0;
  sent.set(load.url, first + load.requests);
  const before = pids.map(cpuNanoseconds);
  const [command, args] = pinned(1, [
    generator,
    load.url,
    String(load.requests),
    String(load.connections ?? 16),
    JSON.stringify(load.headers ?? {}),
    String(first),
  ]);
  const { stdout } = await promisify(execFile)(command, args);
  const { seconds } = JSON.parse(stdout) as { seconds: number };
  const each = pids.map((pid, i) => (cpuNanoseconds(pid) - (before[i] ?? 0)) / 1000 / load.requests);
  return { each, microseconds: sum(each), perSecond: load.requests / seconds };
}

/**
 * Measures contenders turn by turn, so that noise meets all of them, and takes each one's median.
 * @param warmUps rounds before that: until what is run often is compiled and connections have planned their statements
 */
export async function compareCpu(contenders: Contender[], rounds = 5, warmUps = 1): Promise<Cost[]> {
  const costs: Cost[][] = contenders.map(() => []);
  for (let round = 0; round < warmUps; round++)
    for (const contender of contenders) await measureCpu(contender);
  for (let round = 0; round < rounds; round++)
    for (const [index, contender] of contenders.entries()) costs[index]?.push(await measureCpu(contender));
  return costs.map((rows) => ({
    each: (rows[0]?.each ?? []).map((_, i) => median(rows.map(({ each }) => each[i] ?? 0))),
    microseconds: median(rows.map((cost) => cost.microseconds)),
    perSecond: median(rows.map((cost) => cost.perSecond)),
  }));
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

/** The time that a process, its threads and its children have been on a core, those that have ended included. */
export function cpuNanoseconds(pid: number): number {
  let total = endedChildren(pid);
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    total += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
    const children = readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean);
    for (const child of children) total += ofChild(Number(child));
  }
  return total;
}

/** A session of PostgreSQL may end while one looks; its parent has its time a moment later. */
function ofChild(pid: number): number {
  try {
    return cpuNanoseconds(pid);
  } catch {
    return 0;
  }
}

/** Nanoseconds of user and system time, which proc(5) gives in hundredths of a second. */
function endedChildren(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // the name before it may hold spaces
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) * 1e7;
}
