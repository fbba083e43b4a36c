import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/lib/ports.ts';
import { pinned, ServerProcess } from './server-process.ts';

/** Debian's libnginx-mod-http-brotli-static. */
const brotliModule = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
/** Made by nginx itself. */
const own = new Set(['connection', 'keep-alive', 'date', 'etag', 'content-type', 'content-length']);
const taken = { 'accept-encoding': 'br' };

/** Whether nginx is on this machine. */
export const hasNginx = (): boolean => spawnSync('nginx', ['-v']).status === 0;

/** What our server answers once, packed by brotli, as a file that nginx serves with the same headers. */
export class NginxPage {
  readonly pid: number;
  readonly url: string;
  /** Of the file, as nginx made it. */
  readonly etag: string;
  readonly #server: ServerProcess;
  readonly #folder: string;

  private constructor(server: ServerProcess, folder: string, etag: string) {
    this.pid = server.pid;
    this.url = `${server.url}/page.html`;
    this.etag = etag;
    this.#server = server;
    this.#folder = folder;
  }

  static async of(address: string): Promise<NginxPage> {
    const folder = mkdtempSync(join(tmpdir(), 'broadsheet-nginx-'));
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      get(address, { headers: taken }, resolve).once('error', reject);
    });
    const parts: Buffer[] = [];
    for await (const part of answer) parts.push(part as Buffer);
    const packsItself = existsSync(brotliModule);
    writeFileSync(join(folder, packsItself ? 'page.html.br' : 'page.html'), Buffer.concat(parts));
    const port = await freePort();
    const file = join(folder, 'nginx.conf');
    writeFileSync(file, configuration(folder, port, sentAlong(answer, packsItself), packsItself));
    const command = pinned(0, ['-p', folder, '-c', file, '-e', 'stderr'], 'nginx');
    const server = await ServerProcess.run(command, port, '/page.html');
    const page = await fetch(`${server.url}/page.html`, { headers: taken });
    return new NginxPage(server, folder, page.headers.get('etag') ?? '');
  }

  async stop(): Promise<void> {
    await this.#server.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function sentAlong({ rawHeaders }: IncomingMessage, packsItself: boolean): [string, string][] {
  const pairs = rawHeaders.flatMap((name, i): [string, string][] =>
    i % 2 === 0 ? [[name.toLowerCase(), rawHeaders[i + 1] ?? '']] : [],
  );
  return pairs.filter(([name]) => !own.has(name) && !(packsItself && name === 'content-encoding'));
}

/** One worker on the loopback address that writes nothing but into its folder, and keeps its file open. */
function configuration(
  folder: string,
  port: number,
  headers: readonly (readonly [string, string])[],
  packsItself: boolean,
): string {
  const quoted = (text: string) => `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
  return `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr crit;
${process.getuid?.() === 0 ? 'user root;' : ''}
${packsItself ? `load_module ${brotliModule};` : ''}
events {}
http {
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  access_log off;
  sendfile on;
  tcp_nopush on;
  open_file_cache max=10;
  keepalive_requests 1000000;
  keepalive_timeout 65 65;
  types {}
  default_type "text/html; charset=utf-8";
  server {
    listen 127.0.0.1:${port};
    root ${folder};
    ${packsItself ? 'brotli_static on;' : ''}
    ${headers.map(([name, value]) => `add_header ${name} ${quoted(value)};`).join('\n    ')}
  }
}
`;
}
