import { Agent, get } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

/**
 * `node steady-load.ts <origin> <requests per second> <path> …`: readers who go on reading these pages, one after the
 * other, until it is ended. Run in a process of its own, on a core of its own.
 */
const [origin = '', rate = '0', ...paths] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const begun = performance.now();
process.once('SIGTERM', () => process.exit(0));

for (let sent = 0; ; sent++) {
  const wait = begun + (sent * 1000) / Number(rate) - performance.now();
  if (wait > 2) await delay(wait);
  const options = { agent, headers: { 'accept-encoding': 'br' } };
  get(origin + (paths[sent % paths.length] ?? '/'), options, (answer) => answer.resume()).once('error', () =>
    process.exit(1),
  );
}
