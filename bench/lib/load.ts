import { Agent, get } from 'node:http';

/**
 * `node load.ts <address> <requests> <connections> [headers as JSON] [first number]`: asks for the address again and
 * again over connections that stay open, and prints how long it took. `{n}` in the address stands for a number that
 * grows with every request. Run in a process of its own, on a core of its own.
 */
const [address = '', requests = '0', connections = '1', headers = '{}', first = '0'] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true, maxSockets: Number(connections) });
const sent = JSON.parse(headers) as Record<string, string>;
const end = Number(first) + Number(requests);
let next = Number(first);

const ask = (url: string) =>
  new Promise<void>((resolve, reject) => {
    get(url, { agent, headers: sent }, (answer) => {
      answer.resume();
      answer.once('end', () =>
        answer.statusCode && answer.statusCode < 400
          ? resolve()
          : reject(new Error(`${url} answered ${String(answer.statusCode)}`)),
      );
    }).once('error', reject);
  });

const begun = performance.now();
await Promise.all(
  Array.from({ length: Number(connections) }, async () => {
    while (next < end) await ask(address.replace('{n}', String(next++)));
  }),
);
process.stdout.write(JSON.stringify({ seconds: (performance.now() - begun) / 1000 }));
agent.destroy();
