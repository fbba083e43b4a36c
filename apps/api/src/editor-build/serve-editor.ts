import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../common/domain-error.ts';
import { toProblem } from '../common/problem.filter.ts';
import { editorPolicy } from '../common/security-headers.ts';
import type { Env } from '../env.ts';
import { readEditorBuild, type BuiltFile, type EditorBuild, type Encoding } from './read-editor-build.ts';

/** Where the editor's build lies beside this one, whether built or run from source. */
const besideUs = fileURLToPath(new URL('../../../editor/build', import.meta.url));

const brotli = promisify(brotliCompress);
const compressors: Record<Encoding, (body: Buffer) => Promise<Buffer>> = {
  br: (body) => brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (body) => promisify(gzip)(body, { level: 9 }),
};

/** Serves the editor at the root: one origin for page, API and socket. */
export function serveEditor(fastify: FastifyInstance, env: Env): void {
  const build = readEditorBuild(env.EDITOR_BUILD ?? besideUs);
  const policy = editorPolicy(env, build?.scriptHashes ?? []);
  fastify.get('/*', async (request, reply) => {
    const file = build && fileFor(build, request);
    if (!file) return sendNotFound(request, reply, build);
    void reply
      .header('content-security-policy', policy)
      .header('cache-control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
      .header('etag', file.etag)
      .header('vary', 'accept-encoding')
      .type(file.type);
    if (request.headers['if-none-match']?.includes(file.etag)) return reply.status(304).send();
    const encoding = file.compressible ? accepted(request) : null;
    if (!encoding) return reply.send(file.body);
    file.encoded[encoding] ??= compressors[encoding](file.body);
    return reply.header('content-encoding', encoding).send(await file.encoded[encoding]);
  });
}

/** The file of that very address; for a page that somebody opens, index.html, which finds its own way. */
function fileFor(build: EditorBuild, request: FastifyRequest): BuiltFile | null {
  const path = request.url.split('?')[0] ?? '/';
  const found = build.files.get(path);
  if (found) return found;
  const { accept = '', 'sec-fetch-mode': mode = 'navigate' } = request.headers;
  const opened = mode === 'navigate' && accept.includes('text/html');
  return opened && !/^\/(api|_app)(\/|$)/.test(path) ? build.index : null;
}

function accepted(request: FastifyRequest): Encoding | null {
  const offered = String(request.headers['accept-encoding'] ?? '');
  if (/\bbr\b(?!\s*;\s*q=0(?:\.0+)?\b)/.test(offered)) return 'br';
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0+)?\b)/.test(offered) ? 'gzip' : null;
}

async function sendNotFound(
  request: FastifyRequest,
  reply: FastifyReply,
  build: EditorBuild | null,
): Promise<FastifyReply> {
  const isApi = request.url.startsWith('/api');
  const problem = toProblem(
    new DomainError(
      'NOT_FOUND',
      build || isApi
        ? 'There is nothing at this address.'
        : 'The editor is not built yet. Run "npm run build" and start again.',
    ),
    request.url.split('?')[0],
  );
  return reply
    .status(problem.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(problem);
}
