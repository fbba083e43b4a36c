/**
 * Bundles the small scripts of each kind of page into one file each; Vite gives them their hashed names. Suggestions
 * are a module, which a page imports when a reader begins to search.
 */
import path from 'node:path';
import { build } from 'rolldown';

const root = path.join(import.meta.dirname, '../src/lib/islands');

for (const kind of ['page', 'article', 'embeds', 'kept', 'preview', 'suggestions']) {
  await build({
    input: path.join(root, `${kind}.ts`),
    platform: 'browser',
    tsconfig: false,
    output: {
      file: path.join(root, 'bundles', `${kind}.js`),
      format: kind === 'suggestions' ? 'es' : 'iife',
      minify: true,
    },
  });
}
