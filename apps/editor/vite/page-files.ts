import { globSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { normalizePath, type Plugin } from 'vite';

/** What a bundler knows of its modules. */
interface Modules {
  getModuleInfo(id: string): Found | null;
}
interface Found {
  readonly code: string | null;
  readonly importedIds: readonly string[];
  readonly dynamicallyImportedIds: readonly string[];
}

type Edges = (found: Found) => readonly string[];

const icons = /\/@lucide\/svelte\/dist\//;
/** The editor's own modules, and icons: many, small, and imported by their names and not through a list of others. */
const own = /\/src\/(?:lib|routes)\/|\/@lucide\/svelte\/dist\//;
const isStyle = (id: string) => /\.css$|[?&]type=style/.test(id);
const isScript = (id: string) => own.test(id) && !isStyle(id);

/** Svelte is in every page; what finds the file of SvelteKit's own start wants it left where the bundler puts it. */
export const framework = /\/node_modules\/(?:svelte|clsx|esm-env)\//;
export const types = /\/packages\/types\/src\//;
/** What pages are made of besides: a file beside theirs, which both import. */
export const packages = /\/packages\/document\/src\/|\/node_modules\/(?!@sveltejs\/|devalue\/)/;

/** A module of fewer characters costs a page that does not need it less than a file of its own costs those that do. */
const few = 4000;
/** What a small module may need besides, so that its file never comes to import itself. */
const isLight = (id: string) => framework.test(id) || types.test(id) || isStyle(id) || id.startsWith('\0');

const atOnce: Edges = ({ importedIds }) => importedIds;
const ever: Edges = ({ importedIds, dynamicallyImportedIds }) => [...importedIds, ...dynamicallyImportedIds];

/**
 * Names the file that a module goes to (docs/decisions/0053-files-by-pages.md): what exactly the same pages need from the
 * start, and the same may fetch later, is in one; what is small and of several pages is in one that all of them have. Null
 * for what no page needs from the start: that is left to the bundler.
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
  for (const script of scripts) needed.delete(script);
  const small = smallOf(needed, modules);
  const kindOf = (id: string) =>
    small.has(id) ? 'small' : `${needed.get(id) ?? ''};${wanted.get(id) ?? ''}`;
  const kinds = [...new Set([...needed.keys()].map(kindOf))];
  return new Map([...needed.keys()].map((id) => [id, `page-${kinds.indexOf(kindOf(id))}`]));
}

/** Modules of several pages that are small and need nothing that is not. */
function smallOf(needed: ReadonlyMap<string, string>, modules: Modules): Set<string> {
  const isSmall = (id: string) => icons.test(id) || (modules.getModuleInfo(id)?.code ?? '').length < few;
  const isOfSeveral = (pages: string) => pages.includes(' ', 1);
  const small = new Set([...needed].filter(([id, set]) => isOfSeveral(set) && isSmall(id)).map(([id]) => id));
  const needsMore = (id: string) =>
    (modules.getModuleInfo(id)?.importedIds ?? []).some((next) => !small.has(next) && !isLight(next));
  let before: number;
  do {
    before = small.size;
    for (const id of small) if (needsMore(id)) small.delete(id);
  } while (small.size < before);
  return small;
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
