import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bodyExtensions } from '@broadsheet/document';
import { languages } from '@broadsheet/types';
import { getExtensionField, type AnyExtension, type Editor } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { actionWords, groupNames } from './action-words.ts';
import { actionGroups, catalogue, keysOf, type ActionFacts, type ActionId } from './catalogue.ts';
import { textKeys } from './text-keys.ts';

const all = Object.entries<ActionFacts>({ ...catalogue, ...textKeys });
const sources = join(import.meta.dirname, '../..');
const source = (file: string) => readFileSync(join(sources, file), 'utf8');
const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.(?:ts|svelte)$/.test(file) && !/\.test\.ts$|paraglide\//.test(file),
);
const listed = (facts: ActionFacts) => keysOf(facts).map((keys) => keys.toLowerCase());
const known = new Set(all.flatMap(([, facts]) => listed(facts)));
const listedFor = (id: string) => (id in catalogue ? new Set(listed(catalogue[id as ActionId])) : null);
/** Keys as ProseMirror names them, in the catalogue's way. */
const asListed = (keys: string) => keys.replaceAll(/-(?=.)/g, '+').toLowerCase();

/** The keys that a part of the schema takes while one writes. */
function keysBoundBy(extension: AnyExtension): string[] {
  const { name, options } = extension;
  const bind = getExtensionField<(() => object) | undefined>(extension, 'addKeyboardShortcuts', {
    ...{ name, options, storage: {} },
    editor: null as unknown as Editor,
  });
  return Object.keys(bind?.() ?? {}).map(asListed);
}

/** Files where a pattern stands. */
const having = (pattern: RegExp) => files.filter((file) => pattern.test(source(file))).sort();

describe('the list of actions', () => {
  it.each(languages)('names every action and group in %s, no two alike in one group', (locale) => {
    const said = (label: unknown) => (label as (inputs: object, options: object) => string)({}, { locale });
    expect(actionGroups.filter((group) => said(groupNames[group]).trim() === '')).toEqual([]);
    const names = all.map(([id, { group }]) => `${group}: ${said(actionWords[id as ActionId].label)}`);
    expect(names.filter((name) => /: $/.test(name))).toEqual([]);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('gives one chord to one action, but for those that only their own field takes', () => {
    const inTheirField = new Set(['comment.send', 'block.leave', 'block.tick']);
    const chords = all
      .filter(([id]) => !inTheirField.has(id))
      .flatMap(([, facts]) => keysOf(facts))
      .filter((keys) => /^(?:Mod|Alt)\+|F\d/.test(keys));
    expect(chords.filter((keys, at) => chords.indexOf(keys) !== at)).toEqual([]);
  });

  it('has every action provided somewhere, or left to the text that takes its key', () => {
    const code = files.map(source).join('\n');
    const elsewhere = [...Object.keys(textKeys), 'comment.send', 'article.next'];
    const built = /^(?:mark|block|table)\./;
    const lacking = all
      .map(([id]) => id)
      .filter((id) => !built.test(id) && !elsewhere.includes(id))
      .filter((id) => !new RegExp(String.raw`(?:act|item)\(\s*'${id.replace('.', '\\.')}'`).test(code));
    expect(lacking).toEqual([]);
  });

  it('is the only place for keys with Ctrl or Alt: no other part listens for them', () => {
    expect(having(/\b(?:ctrl|meta|alt)Key\b/)).toEqual([
      // reads the presses for the whole list
      'lib/actions/EarlyKeys.svelte',
      'lib/actions/key-names.ts',
      'lib/actions/press.ts',
      // Ctrl Enter in its own field: comment.send
      'lib/comments/CommentBox.svelte',
      'lib/desk/shortcuts.svelte.ts',
      // leaves Ctrl + and Ctrl - to the browser's zoom
      'lib/media/CropFrame.svelte',
    ]);
    const ofTheText = files
      .filter((file) => file.startsWith('lib/write/'))
      .flatMap((file) => [...source(file).matchAll(/'((?:Mod|Ctrl|Alt|Cmd)-[^' ]+)'/g)])
      .map(([, keys = '']) => asListed(keys));
    expect(ofTheText.filter((keys) => !known.has(keys))).toEqual([]);
  });

  it('lists what the blocks and marks of a text do by themselves, each under its own name', () => {
    // deleting is no shortcut; what the page does is not heard by the text
    const isNone = (keys: string) => /(?:backspace|delete|tab)$|^\w+$|^mod\+\.$/.test(keys);
    const bound = bodyExtensions.map((extension) => ({ name: extension.name, keys: keysBoundBy(extension) }));
    const unlisted = bound.flatMap(({ name, keys }) =>
      keys.filter((each) => !isNone(each) && !(listedFor(`mark.${name}`) ?? known).has(each)),
    );
    expect(unlisted).toEqual([]);
    expect(bound.flatMap(({ keys }) => keys)).toContain('mod+alt+4');
  });

  it('is what every tooltip and menu reads its keys from', () => {
    expect(having(/\bkeys="|data-tip="Ctrl|Ctrl (?:Alt|Shift) [A-Z]\b(?!`)/)).toEqual([]);
  });
});
