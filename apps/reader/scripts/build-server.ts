/** Bundles the server that stands before SvelteKit's build into one file, dist/server.js. */
import path from 'node:path';
import { build } from 'rolldown';

const root = path.join(import.meta.dirname, '..');

await build({
  input: path.join(root, 'src/server.ts'),
  platform: 'node',
  tsconfig: false,
  output: { file: path.join(root, 'dist/server.js'), format: 'esm', sourcemap: true },
});
