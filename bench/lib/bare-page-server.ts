import { createServer, get, type IncomingMessage } from 'node:http';

/** The yardstick: bare node:http that answers everything with what the site answered once, body and headers. */
const sent = JSON.parse(process.env['SENT_HEADERS'] ?? '{}') as Record<string, string>;
const answer = await new Promise<IncomingMessage>((resolve, reject) => {
  get(process.env['PAGE_URL'] ?? '', { headers: sent }, resolve).once('error', reject);
});
const status = answer.statusCode ?? 0;
const parts: Buffer[] = [];
for await (const part of answer) parts.push(part as Buffer);
const body = Buffer.concat(parts);
/** Set by node:http itself. */
const own = new Set(['connection', 'date', 'keep-alive']);
const raw = answer.rawHeaders;
const headers = raw.filter((_, i) => !own.has((raw[i - (i % 2)] ?? '').toLowerCase()));

const server = createServer({ keepAliveTimeout: 65_000 }, (_request, response) => {
  response.writeHead(status, headers);
  response.end(body);
});
process.once('SIGTERM', () => process.exit(0));
server.listen(Number(process.env['PORT']), '127.0.0.1');
