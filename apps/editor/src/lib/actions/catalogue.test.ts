import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { actionWords, groupNames } from './action-words.ts';
import { actionGroups, catalogue, keysOf, type ActionFacts, type ActionId } from './catalogue.ts';

const all = Object.entries<ActionFacts>(catalogue);
const sources = join(import.meta.dirname, '../..');
const source = (file: string) => readFileSync(join(sources, file), 'utf8');
const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.(?:ts|svelte)$/.test(file) && !/\.test\.ts$|paraglide\//.test(file),
);
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
    const inTheirField = new Set(['comment.send', 'block.leave']);
    const chords = all
      .filter(([id]) => !inTheirField.has(id))
      .flatMap(([, facts]) => keysOf(facts))
      .filter((keys) => /^(?:Mod|Alt)\+|F\d/.test(keys));
    expect(chords.filter((keys, at) => chords.indexOf(keys) !== at)).toEqual([]);
  });

  it('has every action provided somewhere, or left to the text that takes its key', () => {
    const code = files.map(source).join('\n');
    const ownOfTheText = ['block.menu', 'block.leave', 'comment.send', 'article.next'];
    const built = /^(?:mark|block)\./;
    const lacking = all
      .map(([id]) => id)
      .filter((id) => !built.test(id) && !ownOfTheText.includes(id))
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
    const known = new Set(all.flatMap(([, facts]) => keysOf(facts)).map((keys) => keys.toLowerCase()));
    const ofTheText = files
      .filter((file) => file.startsWith('lib/write/'))
      .flatMap((file) => [...source(file).matchAll(/'((?:Mod|Ctrl|Alt|Cmd)-[^' ]+)'/g)])
      .map(([, keys = '']) => keys.replaceAll(/-(?=.)/g, '+').toLowerCase());
    expect(ofTheText.filter((keys) => !known.has(keys))).toEqual([]);
  });

  it('is what every tooltip and menu reads its keys from', () => {
    expect(having(/\bkeys="|data-tip="Ctrl|Ctrl (?:Alt|Shift) [A-Z]\b(?!`)/)).toEqual([]);
  });
});
