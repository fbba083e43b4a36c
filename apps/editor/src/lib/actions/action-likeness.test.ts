import { languages, type Language } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { m } from '#lib/paraglide/messages.js';
import { actionLikeness } from './action-likeness.ts';
import type { Action } from './actions.svelte.ts';
import { catalogue, type ActionId } from './catalogue.ts';

const all: Action[] = (Object.keys(catalogue) as ActionId[]).map((id) => ({
  id,
  ...catalogue[id],
  run: () => undefined,
}));

/** Ids of the actions that somebody finds whose interface speaks a language, the best first. */
function found(typed: string, own: Language, actions = all): string[] {
  const others = languages.filter((language) => language !== own);
  return actions
    .map((action) => ({ id: action.id, score: actionLikeness(typed, action, own, others) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ id }) => id);
}

describe('looking for an action', () => {
  it.each([
    ['row', 'table.addRowBefore'],
    ['column', 'table.addColumnAfter'],
    ['merge', 'table.mergeCells'],
    ['header', 'table.toggleHeaderRow'],
    ['split', 'table.splitCell'],
    ['turn', 'block.tools'],
  ] as const)('by “%s” finds %s', (typed, id) => expect(found(typed, 'en')).toContain(id));

  it('finds it by its name in another language, after what is called so in one’s own', () => {
    expect(found('import', 'az')).toContain('story.import');
    expect(found('отменить', 'en')).toContain('undo');
    const wide = (id: string, label: Action['label']): Action => ({
      ...{ id, group: 'text' as const, run: () => undefined },
      label: label ?? (() => ''),
    });
    const two = [
      wide('foreign', m.blocks_header_row),
      wide('own', (_, options) => (options?.locale === 'az' ? 'Header' : '')),
    ];
    expect(found('header', 'az', two)).toEqual(['own', 'foreign']);
  });
});
