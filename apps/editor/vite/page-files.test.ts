import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { normalizePath } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pageFiles } from './page-files.ts';

let root = '';

beforeAll(() => {
  root = normalizePath(mkdtempSync(join(tmpdir(), 'page-files-')));
  for (const folder of ['list', 'text'])
    mkdirSync(`${root}/src/routes/(desk)/${folder}`, { recursive: true });
  for (const file of [
    '+layout.svelte',
    '(desk)/+layout.ts',
    '(desk)/list/+page.svelte',
    '(desk)/text/+page.svelte',
  ])
    writeFileSync(`${root}/src/routes/${file}`, '');
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

const list = 'routes/(desk)/list/+page.svelte';
const text = 'routes/(desk)/text/+page.svelte';
const layout = 'routes/(desk)/+layout.ts';

/** Which file each of these modules goes to, given what imports what; those with "small" in their names are. */
function filesOf(imports: Record<string, string[]>, later: Record<string, string[]>, modules: string[]) {
  const fileOf = pageFiles(`${root}/src/routes`);
  const path = (name: string) => `${root}/src/${name}`;
  const named = (edges: Record<string, string[]>, id: string) =>
    (edges[id.slice(`${root}/src/`.length)] ?? []).map(path);
  const getModuleInfo = (id: string) => ({
    code: ' '.repeat(id.includes('small') ? 100 : 100_000),
    importedIds: named(imports, id),
    dynamicallyImportedIds: named(later, id),
  });
  return modules.map((name) => fileOf(path(name), { getModuleInfo }));
}

it('puts what the same pages need into one file', () => {
  const [a, b, ofList, ofBoth] = filesOf(
    { [text]: ['lib/a.ts', 'lib/both.ts'], 'lib/a.ts': ['lib/b.ts'], [list]: ['lib/list.ts', 'lib/both.ts'] },
    {},
    ['lib/a.ts', 'lib/b.ts', 'lib/list.ts', 'lib/both.ts'],
  );
  expect(b).toBe(a);
  expect(new Set([a, ofList, ofBoth]).size).toBe(3);
});

it('takes what the layout needs as a part of each page', () => {
  const [ofLayout, ofBoth] = filesOf(
    { [layout]: ['lib/layout.ts'], [text]: ['lib/both.ts'], [list]: ['lib/both.ts'] },
    {},
    ['lib/layout.ts', 'lib/both.ts'],
  );
  expect(ofLayout).toBe(ofBoth);
});

it('leaves to the bundler what is only fetched later, and the pages themselves', () => {
  expect(filesOf({}, { [text]: ['lib/later.ts'] }, ['lib/later.ts', text])).toEqual([null, null]);
});

it('keeps apart what another page may fetch later, so that it fetches nothing besides', () => {
  const [own, shared, too] = filesOf(
    { [text]: ['lib/own.ts', 'lib/shared.ts', 'lib/too.ts'] },
    { [list]: ['lib/shared.ts', 'lib/too.ts'] },
    ['lib/own.ts', 'lib/shared.ts', 'lib/too.ts'],
  );
  expect(shared).not.toBe(own);
  expect(too).toBe(shared);
});

it('puts small modules of several pages into one file, unless they need what is not small', () => {
  const [one, other, ofText, needy, both] = filesOf(
    {
      [layout]: ['lib/small.ts', 'lib/both.ts', 'lib/small-needy.ts'],
      [text]: ['lib/small-text.ts', 'lib/small-later.ts'],
      'lib/small-needy.ts': ['lib/both.ts'],
      'lib/small.ts': ['lib/small-later.ts'],
    },
    {},
    ['lib/small.ts', 'lib/small-later.ts', 'lib/small-text.ts', 'lib/small-needy.ts', 'lib/both.ts'],
  );
  expect(other).toBe(one);
  expect(needy).toBe(both);
  expect(new Set([one, ofText, both]).size).toBe(3);
});

it('keeps in one file what the page that needs it fetches again later', () => {
  const [a, b] = filesOf(
    { [text]: ['lib/a.ts', 'lib/b.ts'], 'lib/later.ts': ['lib/b.ts'] },
    { [text]: ['lib/later.ts'] },
    ['lib/a.ts', 'lib/b.ts'],
  );
  expect(b).toBe(a);
});
