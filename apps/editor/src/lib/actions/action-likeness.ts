import type { Language } from '@broadsheet/types';
import { groupNames, wordsOf } from './action-words.ts';
import type { Action } from './actions.svelte.ts';
import { likeness } from './fuzzy.ts';

/**
 * How well an action answers what was typed: by what it is called; less by other words for it, and least by what it is
 * called in other languages. 0 is not at all.
 */
export function actionLikeness(
  typed: string,
  action: Action,
  own: Language,
  others: readonly Language[],
): number {
  const group = groupNames[action.group]();
  return Math.max(
    likeness(typed, wordsOf(action).label({}, { locale: own })),
    likeness(typed, `${group} ${told(action, own)}`) * 0.7,
    ...others.map((language) => likeness(typed, told(action, language)) * 0.5),
  );
}

/** What an action is called in a language, and what else it may be looked for by. */
function told(action: Action, language: Language): string {
  const { label, words = '' } = wordsOf(action);
  const options = { locale: language };
  return `${label({}, options)} ${typeof words === 'string' ? words : words({}, options)}`;
}
