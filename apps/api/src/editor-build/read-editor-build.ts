import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

/** A file of the editor's build, ready to send. */
export interface BuiltFile {
  body: Buffer;
  type: string;
  etag: string;
  /** Its name holds a hash of its content, so browsers may keep it for ever. */
  immutable: boolean;
  compressible: boolean;
  /** As the build left them beside the file, or as they were made when first asked for. */
  encoded: Partial<Record<Encoding, Promise<Buffer>>>;
}
export type Encoding = 'br' | 'gzip';

export interface EditorBuild {
  /** By the path of the address: `/_app/immutable/…`. */
  files: ReadonlyMap<string, BuiltFile>;
  index: BuiltFile;
  /** SHA-256 of each inline script of index.html, as base64. */
  scriptHashes: string[];
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const compressible = /^(text\/|image\/svg|application\/(json|manifest|wasm))/;
const besides: Record<string, Encoding> = { '.br': 'br', '.gz': 'gzip' };

/**
 * Reads the editor's build into memory, once: only what was there at the start is ever served, so no path of an
 * address reaches the disk. Null when the editor was not built.
 */
export function readEditorBuild(folder: string): EditorBuild | null {
  const paths = listFiles(folder);
  if (!paths.includes('/index.html')) return null;
  const files = new Map<string, BuiltFile>();
  for (const path of paths.filter((name) => !besides[extname(name)]))
    files.set(path, readFile(join(folder, path), path));
  for (const path of paths) {
    const encoding = besides[extname(path)];
    const file = files.get(path.slice(0, -extname(path).length));
    if (encoding && file) file.encoded[encoding] = Promise.resolve(readFileSync(join(folder, path)));
  }
  const index = files.get('/index.html');
  if (!index) return null;
  return { files, index, scriptHashes: inlineScripts(index.body.toString()).map(sha256) };
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`);
  } catch {
    return [];
  }
}

function readFile(file: string, path: string): BuiltFile {
  const body = readFileSync(file);
  const type = types[extname(path)] ?? 'application/octet-stream';
  return {
    body,
    type,
    etag: `"${sha256(body).slice(0, 22)}"`,
    immutable: path.startsWith('/_app/immutable/'),
    compressible: compressible.test(type) && body.length > 1024,
    encoded: {},
  };
}

const inlineScripts = (html: string): string[] =>
  [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi)].map(([, script = '']) => script);

const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('base64');
