import { Agent, get } from 'node:http';

/**
 * `node load.ts <address> <requests> <connections> [headers as JSON]`: asks for the address again and again over
 * connections that stay open, and prints how long it took. Run in a process of its own, on a core of its own.
 */
const [address = '', requests = '0', connections = '1', headers = '{}'] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const sent = JSON.parse(headers) as Record<string, string>;
let left = Number(requests);

const ask = () =>
  new Promise<void>((resolve, reject) => {
    get(address, { agent, headers: sent }, (answer) => {
      answer.resume();
      answer.once('end', () =>
        answer.statusCode && answer.statusCode < 400
          ? resolve()
          : reject(new Error(`${address} answered ${String(answer.statusCode)}`)),
      );
    }).once('error', reject);
  });

const begun = performance.now();
await Promise.all(
  Array.from({ length: Number(connections) }, async () => {
    while (left-- > 0) await ask();
  }),
);
process.stdout.write(JSON.stringify({ seconds: (performance.now() - begun) / 1000 }));
agent.destroy();
