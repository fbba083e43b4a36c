import { globSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { normalizePath, type Plugin } from 'vite';

/** What a bundler knows of its modules. */
interface Modules {
  getModuleInfo(id: string): Found | null;
}
interface Found {
  readonly importedIds: readonly string[];
  readonly dynamicallyImportedIds: readonly string[];
}

type Edges = (found: Found) => readonly string[];

/** The editor's own modules, and icons: many, small, and imported by their names and not through a list of others. */
const own = /\/src\/(?:lib|routes)\/|\/@lucide\/svelte\/dist\//;
const isScript = (id: string) => own.test(id) && !/\.css$|[?&]type=style/.test(id);

/** What pages are made of: a file beside theirs, which both import. Svelte itself is in every page. */
export const packages =
  /\/packages\/(?:document|types)\/src\/|\/node_modules\/(?!svelte\/|@sveltejs\/|devalue\/|clsx\/|esm-env\/)/;

const atOnce: Edges = ({ importedIds }) => importedIds;
const ever: Edges = ({ importedIds, dynamicallyImportedIds }) => [...importedIds, ...dynamicallyImportedIds];

/**
 * Names the file that a module goes to: what exactly the same pages need from the start is in one
 * (docs/decisions/0053-files-by-pages.md). Null for what a page fetches later, or may fetch later while others need it
 * from the start: that is left to the bundler.
 */
export function pageFiles(routes: string): (id: string, modules: Modules) => string | null {
  let files: Map<string, string> | undefined;
  return (id, modules) => (files ??= filesOf(normalizePath(resolve(routes)), modules)).get(id) ?? null;
}

function filesOf(routes: string, modules: Modules): Map<string, string> {
  const scripts = globSync('**/+{page,layout,error}.{ts,svelte}', { cwd: routes }).map(
    (file) => `${routes}/${normalizePath(file)}`,
  );
  const pages = [...new Set(scripts.filter(isOfPage).map((file) => dirname(file)))].sort();
  const starts = pages.map((page) =>
    scripts.filter((file) =>
      isOfPage(file) ? dirname(file) === page : `${page}/`.startsWith(`${dirname(file)}/`),
    ),
  );
  const needed = pagesOf(starts, modules, atOnce);
  const wanted = pagesOf(starts, modules, ever);
  const settled = [...needed].filter(([id, set]) => wanted.get(id) === set && !scripts.includes(id));
  const sets = [...new Set(settled.map(([, set]) => set))];
  return new Map(settled.map(([id, set]) => [id, `page-${sets.indexOf(set)}`]));
}

const isOfPage = (file: string) => /\/\+page\.\w+$/.test(file);

/** Which pages come to a module, by its id; a page is what it starts with. */
function pagesOf(starts: readonly string[][], modules: Modules, edges: Edges): Map<string, string> {
  const pages = new Map<string, string>();
  for (const [page, start] of starts.entries()) {
    // grows while it is walked
    const found = new Set(start);
    for (const id of found) {
      pages.set(id, `${pages.get(id) ?? ''} ${page}`);
      const info = modules.getModuleInfo(id);
      if (info)
        edges(info)
          .filter(isScript)
          .forEach((next) => found.add(next));
    }
  }
  return pages;
}

/** Files that import each other may run before what they need is there: a build that has them fails. */
export function noCircles(): Plugin {
  return {
    name: 'broadsheet:no-circles',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle(_options, bundle) {
      const done = new Set<string>();
      const follow = (file: string, from: readonly string[]) => {
        if (from.includes(file))
          throw new Error(`These files import each other: ${[...from, file].join(' → ')}`);
        const chunk = bundle[file];
        if (done.has(file) || chunk?.type !== 'chunk') return;
        for (const next of chunk.imports) follow(next, [...from, file]);
        done.add(file);
      };
      Object.keys(bundle).forEach((file) => {
        follow(file, []);
      });
    },
  };
}
