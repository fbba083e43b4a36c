import { readdirSync, readFileSync } from 'node:fs';

/** A process as its memory shows it, in megabytes. */
export interface Footprint {
  command: string;
  /** All of its pages, those it shares with others too. */
  rss: number;
  /** Of the pages it shares, its part. */
  pss: number;
}

/** The memory of a process and of all that it started. */
export function footprints(pid: number): Footprint[] {
  const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const megabytes = (field: string) =>
    (Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1] ?? 0) * 1024) / 1e6;
  const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  );
  return [{ command, rss: megabytes('Rss'), pss: megabytes('Pss') }, ...children.flatMap(footprints)];
}
