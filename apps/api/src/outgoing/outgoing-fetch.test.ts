import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { DomainError } from '../common/domain-error.ts';
import { defaultTimings, type Env } from '../env.ts';
import { OutgoingFetch, resolveHost, type Resolve } from './outgoing-fetch.service.ts';

const bounds = { maxBytes: 1000, accept: 'image/*' };
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A server of this machine that counts who reaches it. */
async function listen(answer: RequestListener, host = '127.0.0.1') {
  const seen = { requests: 0, connections: 0 };
  const server = createServer((request, response) => {
    seen.requests += 1;
    answer(request, response);
  });
  server.on('connection', () => (seen.connections += 1));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  return { port: String(port), seen };
}

const secret: RequestListener = (_, response) => response.end('a secret of this network');

const makeFetch = (options: { allowed?: string; resolve?: Resolve; limit?: number } = {}) =>
  new OutgoingFetch(
    { OUTGOING_ALLOWED: options.allowed } as Env,
    { ...defaultTimings, outgoingLimit: options.limit ?? 5000 },
    options.resolve ?? resolveHost,
  );

async function outcome(work: Promise<{ body: AsyncIterable<unknown> }>): Promise<string> {
  try {
    const { body } = await work;
    return await text(body as AsyncIterable<string>);
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe('S3: an address that somebody gives us', () => {
  it.each([
    'http://127.0.0.1:PORT/',
    'http://localhost:PORT/',
    'http://[::1]:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://[::ffff:7f00:1]:PORT/',
    'http://[64:ff9b::127.0.0.1]:PORT/',
    'http://[2002:7f00:1::]:PORT/',
    'http://2130706433:PORT/',
    'http://0x7f000001:PORT/',
    'http://0177.0.0.1:PORT/',
    'http://0x7f.1:PORT/',
    'http://127.1:PORT/',
    'http://0:PORT/',
    'http://0.0.0.0:PORT/',
    'http://１２７.０.０.１:PORT/',
    'http://127.0.0.1:PORT\\@example.com/',
    'http://user:word@127.0.0.1:PORT/',
    'http://example.com@127.0.0.1:PORT/',
    'http://127。0。0。1:PORT/',
  ])('does not lead to this machine as %s', async (address) => {
    // 8080 is a port of the web: what is held here is the host
    const { port, seen } = await listen(secret, '0.0.0.0');
    expect(await outcome(makeFetch().get(address.replace('PORT', port), bounds))).toBe('ADDRESS_REFUSED');
    expect(await outcome(makeFetch().get(address.replace(':PORT', ''), bounds))).toBe('ADDRESS_REFUSED');
    expect(seen.connections).toBe(0);
  });

  it.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00:ec2::254]/latest/meta-data/',
    'http://100.100.100.200/latest/meta-data/',
    'http://10.0.0.1/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://[fe80::1]/',
    'http://[fc00::1]/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'https://example.com:22/',
    'https://example.com:5432/',
    'file:///etc/passwd',
    'ftp://example.com/a.jpg',
    'gopher://example.com/',
    'data:image/png;base64,AAAA',
    'javascript:alert(1)',
    '//example.com/a.jpg',
    'example.com',
    '',
  ])('does not lead into a network or to a machine’s own services as %s', async (address) => {
    expect(await outcome(makeFetch({ limit: 500 }).get(address, bounds))).toBe('ADDRESS_REFUSED');
  });

  it.each([
    'http://127.0.0.1:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://2130706433/',
    'file:///etc/passwd',
  ])('does not lead there by a redirect to %s', async (target) => {
    const inner = await listen(secret);
    const outer = await listen((_, response) => {
      response.writeHead(302, { location: target.replace('PORT', inner.port) }).end();
    });
    const fetch = makeFetch({ allowed: `127.0.0.1:${outer.port}` });
    expect(await outcome(fetch.get(`http://127.0.0.1:${outer.port}/`, bounds))).toBe('ADDRESS_REFUSED');
    expect([outer.seen.requests, inner.seen.connections]).toEqual([1, 0]);
  });

  it('does not lead there by a name that changes its address after it was looked at', async () => {
    const { seen } = await listen(secret);
    const answers = [['8.8.8.8'], ['127.0.0.1']];
    let asked = 0;
    const resolve: Resolve = async () =>
      (answers[Math.min(asked++, 1)] ?? []).map((address) => ({ address, family: 4 }));
    // nothing answers at the first address within the limit; what matters is that the second is never asked for
    expect(await outcome(makeFetch({ resolve, limit: 300 }).get('http://rebind.example/', bounds))).toBe(
      'ADDRESS_SILENT',
    );
    expect(asked).toBe(1);
    expect(seen.connections).toBe(0);
  });

  it('does not lead there by a name with one good and one closed address', async () => {
    const resolve: Resolve = () =>
      Promise.resolve([
        { address: '8.8.8.8', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ]);
    expect(await outcome(makeFetch({ resolve }).get('http://both.example/', bounds))).toBe('ADDRESS_REFUSED');
  });

  it('is fetched where the operator allows it, with nothing of the newsroom', async () => {
    const { port } = await listen(({ headers }, response) =>
      response.end(Object.keys(headers).sort().join()),
    );
    const fetch = makeFetch({ allowed: `127.0.0.1:${port}` });
    expect(await outcome(fetch.get(`http://127.0.0.1:${port}/`, bounds))).toBe(
      'accept,connection,host,user-agent',
    );
  });

  it('is given up when it hangs, before the answer or in it', async () => {
    const silent = await listen(() => undefined);
    const slow = await listen((_, response) => {
      response.writeHead(200).write('a');
    });
    for (const { port } of [silent, slow]) {
      const fetch = makeFetch({ allowed: `127.0.0.1:${port}`, limit: 200 });
      expect(await outcome(fetch.get(`http://127.0.0.1:${port}/`, bounds))).toBe('ADDRESS_SILENT');
    }
  });

  it('is given up when its name is never found', async () => {
    const resolve: Resolve = () => new Promise(() => undefined);
    expect(await outcome(makeFetch({ resolve, limit: 100 }).get('http://slow.example/', bounds))).toBe(
      'ADDRESS_SILENT',
    );
  });

  it('is given up when it sends too much, whatever it says', async () => {
    const honest = await listen((_, response) => {
      response.writeHead(200, { 'content-length': '2000' }).end('a'.repeat(2000));
    });
    const endless = await listen((_, response) => {
      response.on('drain', () => response.write('a'.repeat(500)));
      response.write('a'.repeat(100_000));
    });
    for (const { port } of [honest, endless]) {
      const fetch = makeFetch({ allowed: `127.0.0.1:${port}` });
      expect(await outcome(fetch.get(`http://127.0.0.1:${port}/`, bounds))).toBe('MEDIA_TOO_LARGE');
    }
  });

  it('is given up when it redirects in a circle', async () => {
    const { port, seen } = await listen((_, response) => response.writeHead(301, { location: '/' }).end());
    const fetch = makeFetch({ allowed: `127.0.0.1:${port}` });
    expect(await outcome(fetch.get(`http://127.0.0.1:${port}/`, bounds))).toBe('ADDRESS_SILENT');
    expect(seen.requests).toBe(5);
  });
});
