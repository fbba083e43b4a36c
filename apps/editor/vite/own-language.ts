import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Plugin } from 'vite';

const learning = /\/lib\/locale\/learn\.ts$/;
const words = 'virtual:broadsheet/words/';
/** What the page says in the language of the article, whatever the interface speaks. */
const ofArticles = new Set(['write_by', 'write_by_many']);
const messagesImport = /^import \{ m \} from ['"]#lib\/paraglide\/messages\.js['"];?$/m;
const message = /(?<![\w$.])m\.(\w+)(\()?/g;

/**
 * Builds the messages that Paraglide made so that a page fetches them in the language it speaks, and not in every
 * language that it could: what is said is a place in a list, and there is a list for each language
 * (docs/decisions/0048-own-language.md). While developing, messages are as Paraglide made them.
 */
export function ownLanguage(messages: string, languages: readonly string[]): Plugin {
  let sources: Promise<Map<string, string>> | undefined;
  const allSources = () => (sources ??= readSources(messages));
  return {
    name: 'broadsheet:own-language',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    resolveId: (id) => (id.startsWith(words) ? `\0${id}` : null),
    async load(id) {
      if (learning.test(id)) return learnWords(languages);
      if (!id.startsWith(`\0${words}`)) return null;
      const language = id.slice(words.length + 1);
      const said = [...(await allSources())].map(([one, source]) => inLanguage(source, one, language));
      return `import * as registry from '#lib/paraglide/registry.js';\nexport default [\n${said.join(',\n')}\n];\n`;
    },
    transform: {
      // what Svelte and TypeScript have become
      order: 'post',
      filter: { code: '#lib/paraglide/messages.js' },
      handler: async (code) => ({ code: byPlaces(code, [...(await allSources()).keys()]), map: null }),
    },
  };
}

/** A module that calls its messages by their places: one by its name would be an import, and often a file, of its own. */
function byPlaces(code: string, names: readonly string[]): string {
  if (!messagesImport.test(code)) throw new Error('Messages are imported as “m”, and in no other way.');
  const imports = new Set(["import { say as _say, sayLater as _sayLater } from '#lib/locale/learn.ts';"]);
  const placed = code.replace(message, (whole, name: string, called: string | undefined) => {
    const place = names.indexOf(name);
    if (place < 0) throw new Error(`There is no message ${whole}.`);
    if (!ofArticles.has(name)) return called ? `_say(${place}, ` : `_sayLater(${place})`;
    imports.add(`import { ${name} as _${name} } from '#lib/paraglide/messages/${name}.js';`);
    return `_${name}${called ?? ''}`;
  });
  return placed.replace(messagesImport, [...imports].join(' '));
}

/** What Paraglide wrote for each message, by its name; one after the other, for they are more than files may be open. */
async function readSources(messages: string): Promise<Map<string, string>> {
  const sources = new Map<string, string>();
  for (const file of (await readdir(messages)).sort())
    if (file.endsWith('.js') && file !== '_index.js')
      sources.set(basename(file, '.js'), await readFile(`${messages}/${file}`, 'utf8'));
  return sources;
}

/** What a message says in a language, as the function that Paraglide wrote. */
function inLanguage(source: string, name: string, language: string): string {
  const start = new RegExp(`^const ${language}_${name} = `, 'm').exec(source);
  const from = start ? start.index + start[0].length : -1;
  const to = source.indexOf('\n};', from);
  if (from < 0 || to < 0)
    throw new Error(`The message ${name} says nothing in ${language} that can be read.`);
  return source.slice(from, to + 2);
}

const learnWords = (languages: readonly string[]) => `
import { getLocale } from '#lib/paraglide/runtime.js';
const lists = {};
const coming = {
${languages.map((language) => `  ${language}: () => import('${words}${language}'),`).join('\n')}
};
export async function learn(language) {
  lists[language] ??= (await coming[language]()).default;
}
export const say = (place, inputs, options) => lists[options?.locale ?? getLocale()]?.[place](inputs) ?? '';
export const sayLater = (place) => (inputs, options) => say(place, inputs, options);
`;
