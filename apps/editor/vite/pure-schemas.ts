import type { Plugin } from 'vite';

const schemas = /\/packages\/types\/src\/[\w-]+\.ts$/;

/**
 * Tells the bundler that a schema nobody uses may be left out, and with it what schemas are made of. It can't see that:
 * a schema is a chain of calls, and any call may do something. In `packages/types` none does.
 */
export function pureSchemas(): Plugin {
  return {
    name: 'broadsheet:pure-schemas',
    apply: 'build',
    enforce: 'post',
    transform(code, id) {
      if (!schemas.test(id)) return null;
      const made = this.parse(code).body.flatMap((statement) => {
        const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
        if (declared?.type !== 'VariableDeclaration') return [];
        return declared.declarations.flatMap(({ init }) => (init?.type === 'CallExpression' ? init : []));
      });
      let pure = code;
      for (const { start, end } of made.toReversed())
        pure = `${pure.slice(0, start)}/* @__PURE__ */ (() => ${pure.slice(start, end)})()${pure.slice(end)}`;
      return { code: pure, map: null };
    },
  };
}
