import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const described = /\/zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js$/;

/**
 * Leaves out what zod needs to describe its schemas as JSON Schema, which every schema would bring along: the editor
 * checks with them and describes none.
 */
export function withoutJsonSchema(): Plugin {
  return {
    name: 'broadsheet:without-json-schema',
    apply: 'build',
    enforce: 'pre',
    async load(id) {
      if (!described.test(id)) return null;
      const source = await readFile(id, 'utf8');
      const names = [...source.matchAll(/^export (?:const|function) (\w+)|^export \{ \w+ as (\w+) \}/gm)];
      const exported = names.map(([, name, alias]) => `none as ${name ?? alias ?? ''}`);
      return `const none = () => none;\nexport { ${exported.join(', ')} };\n`;
    },
  };
}
