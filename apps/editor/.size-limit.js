import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const read = (path) => readFileSync(new URL(`.svelte-kit/${path}`, import.meta.url), 'utf8');
const manifest = JSON.parse(read('output/client/.vite/manifest.json'));
const generated = '.svelte-kit/generated/build/client-optimized/';

/** The words of the interface that a page waits for, in the language that needs most bytes for them. */
const words = Object.entries(manifest)
  .filter(([key]) => key.includes('virtual:broadsheet/words/'))
  .map(([, { file }]) => [gzipSync(read(`output/client/${file}`)).length, file])
  .sort(([one], [other]) => other - one)[0][1];

/** The scripts that a page asks for before one can work on it: those of its layouts and its own, what they import, and its words. */
function scriptsOf(route) {
  const app = read('generated/build/client-optimized/app.js');
  const [, numbers] = app.split(`"${route}": `)[1]?.match(/^(\[[\d,[\] ]*\])/) ?? [];
  if (!numbers) throw new Error(`There is no page ${route}.`);
  const nodes = [0, ...JSON.parse(numbers).flat()].map((number) => `${generated}nodes/${number}.js`);
  const entries = Object.keys(manifest).filter((key) => /runtime\/client\/(entry|payload)\.js$/.test(key));
  const found = new Set();
  const follow = (key) => {
    if (found.has(key)) return;
    found.add(key);
    manifest[key].imports?.forEach(follow);
  };
  [...entries, `${generated}app.js`, ...nodes].forEach(follow);
  return [...[...found].map((key) => manifest[key].file), words].map(
    (file) => `.svelte-kit/output/client/${file}`,
  );
}

/** What is reached, so that nothing is lost again; the aims are 350 kB for writing and 120 kB for lists. */
export default [
  {
    name: 'scripts of the writing page',
    path: scriptsOf('/(desk)/stories/[storyId]/[lang]'),
    limit: '349 kB',
    gzip: true,
  },
  {
    name: 'scripts of the list of stories',
    path: scriptsOf('/(desk)/stories'),
    limit: '101 kB',
    gzip: true,
  },
  { name: 'scripts of the media library', path: scriptsOf('/(desk)/media'), limit: '111 kB', gzip: true },
];
