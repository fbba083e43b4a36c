import type { Fragment, Language } from '@broadsheet/types';
import { fragments } from '@broadsheet/types';
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { endNotice, notify } from '#lib/components/notify.ts';
import { m } from '#lib/paraglide/messages.js';
import { selectInField } from '../text/block-fields.ts';
import type { TextFields } from '../text/text-fields.ts';
import { TypingPause } from '../typing-pause.ts';
import { asExpression, findWords, mostMatches, replacementFor, type FindQuery } from './find-query.ts';
import { fieldOf } from './found-fields.ts';
import {
  beginFinding,
  endFinding,
  foundPlaces,
  isCurrent,
  markCurrent,
  takeLater,
  waitingTexts,
} from './found-marks.ts';
import { isBehind, readAt, wordsAt, type FoundPlace } from './found-texts.ts';
import { PatternSearch, PatternTooSlow } from './pattern-search.ts';
import { putLines } from './put-lines.ts';
import { putWords } from './put-words.ts';

interface Place extends FoundPlace {
  field: Fragment;
  editor: Editor;
}

const pause = 60;

/** Finding and replacing in headline, standfirst and body, and in what blocks say beside their words. */
export class Find {
  open = $state(false);
  replacing = $state(false);
  text = $state('');
  replacement = $state('');
  matchCase = $state(false);
  wholeWords = $state(false);
  pattern = $state(false);
  /** Why nothing was looked for, in a sentence. */
  fault = $state<string | null>(null);
  /** How many there are, and which one was gone to, from 1; 0 is none. */
  count = $state(0);
  at = $state(0);
  readonly #fields: () => TextFields;
  readonly #language: Language;
  readonly #patterns = new PatternSearch();
  readonly #pause = new TypingPause(() => this.#look(false), pause);
  #asking = false;

  constructor(fields: () => TextFields, language: Language) {
    this.#fields = fields;
    this.#language = language;
  }

  get isMore(): boolean {
    return this.count >= mostMatches;
  }

  /** Opens with what is selected, if that is a few words. */
  begin(replacing: boolean): void {
    const selected = this.#selectedWords();
    if (selected) this.text = selected;
    this.replacing = replacing || (this.open && this.replacing);
    this.open = true;
    this.search();
  }

  /** The caret goes where one looked last. */
  close(): void {
    const place = this.#places()[this.at - 1];
    this.open = false;
    for (const editor of this.#editors()) endFinding(editor.view);
    this.#patterns.destroy();
    if (!place) return this.#fields().focusLast();
    const { view } = place.editor;
    const field = fieldOf(view, place);
    if (field) return selectInField(view, place.from, field, place.match);
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, place.from, place.to)));
    view.focus();
  }

  destroy(): void {
    this.#pause.end();
    this.#patterns.destroy();
  }

  /** Looks anew, because what is looked for has changed. */
  search(): void {
    this.fault = null;
    const query = this.#query();
    if (query.text === '') return this.#forget();
    if (query.pattern) {
      try {
        asExpression(query);
      } catch {
        this.fault = m.ways_find_bad_pattern();
        return this.#forget();
      }
    }
    const find = query.pattern ? () => null : (text: string) => findWords(text, query, this.#language);
    for (const editor of this.#editors()) beginFinding(editor.view, find);
    this.#look(true);
  }

  /** The text has changed, or the marks have. */
  changed = (): void => {
    if (this.open) this.#pause.typed();
  };

  step(way: 1 | -1): void {
    const places = this.#places();
    if (places.length === 0) return;
    const next = (this.at - 1 + way + places.length) % places.length;
    this.#goTo(places, this.at === 0 && way === 1 ? 0 : next);
  }

  replace(): void {
    const place = this.#places()[this.at - 1];
    if (!place) return this.step(1);
    this.#fields().asOneStep(() => this.#put([place], place.editor));
    this.#look(false);
    const places = this.#places();
    const { length } = this.#wordsFor(place);
    const order = (one: Place) => fragments.indexOf(one.field) - fragments.indexOf(place.field);
    const next = places.findIndex(
      (one) => order(one) > 0 || (order(one) === 0 && isBehind(one, place, length)),
    );
    this.#goTo(places, Math.max(next, 0));
  }

  replaceAll(): void {
    const places = this.#places();
    if (places.length === 0) return;
    this.#fields().asOneStep(() => {
      for (const editor of this.#editors())
        this.#put(
          places.filter((place) => place.editor === editor),
          editor,
        );
    });
    this.#look(false);
    const about = 'replaced';
    let isLast = true;
    notify(
      m.ways_replaced({ count: places.length }),
      { label: m.action_undo(), run: () => isLast && this.#fields().undo() },
      about,
    );
    // what is written after it is not what undoing there would mean
    this.#fields().onNextStep(() => {
      isLast = false;
      endNotice(about);
    });
  }

  #put(places: readonly Place[], editor: Editor): void {
    const puts = places.map((place) => ({ ...place, words: this.#wordsFor(place) }));
    putLines(editor.view, puts);
    putWords(
      editor.view,
      puts.filter(({ line }) => line === null),
    );
  }

  #wordsFor(place: Place): string {
    const whole = wordsAt(place.editor.state.doc, place);
    return replacementFor(place.match, whole, this.replacement, this.pattern);
  }

  #query(): FindQuery {
    const { text, matchCase, wholeWords, pattern } = this;
    return { text, matchCase, wholeWords, pattern };
  }

  #editors(): Editor[] {
    return fragments.flatMap((field) => this.#fields().editor(field) ?? []);
  }

  #places(): Place[] {
    return fragments.flatMap((field) => {
      const editor = this.#fields().editor(field);
      return editor ? foundPlaces(editor.state).map((place) => ({ ...place, field, editor })) : [];
    });
  }

  #forget(): void {
    for (const editor of this.#editors()) endFinding(editor.view);
    [this.count, this.at] = [0, 0];
  }

  /** Counts, and keeps to the one that was gone to; a new search begins at the caret. */
  #look(anew: boolean): void {
    const places = this.#places();
    this.count = places.length;
    const at = places.findIndex((place) => isCurrent(place.editor.state, place));
    if (at !== -1 && !anew) this.at = at + 1;
    else if (anew && places.length > 0) this.#goTo(places, this.#nearest(places));
    else this.at = 0;
    if (this.#editors().some((editor) => waitingTexts(editor.state).length > 0)) void this.#askPatterns(anew);
  }

  /** The first at the caret or behind it. */
  #nearest(places: readonly Place[]): number {
    const here = this.#fields().last;
    const order = fragments.indexOf(here);
    const caret = this.#fields().editor(here)?.state.selection.from ?? 0;
    const next = places.findIndex(
      (place) =>
        fragments.indexOf(place.field) > order ||
        (fragments.indexOf(place.field) === order && readAt(place) >= caret),
    );
    return Math.max(next, 0);
  }

  async #askPatterns(anew: boolean): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    const query = this.#query();
    const texts = [...new Set(this.#editors().flatMap((editor) => waitingTexts(editor.state)))];
    try {
      const found = await this.#patterns.find(query, texts);
      const answers = new Map(texts.map((text, at) => [text, found[at] ?? []]));
      const isStill = JSON.stringify(query) === JSON.stringify(this.#query());
      if (isStill && this.open) for (const editor of this.#editors()) takeLater(editor.view, answers);
    } catch (error) {
      if (!(error instanceof PatternTooSlow)) throw error;
      this.fault = m.ways_find_slow_pattern();
      this.#forget();
      return;
    } finally {
      this.#asking = false;
    }
    if (this.open && !this.fault) this.#look(anew);
  }

  #goTo(places: readonly Place[], at: number): void {
    const place = places[at];
    for (const editor of this.#editors()) markCurrent(editor.view, editor === place?.editor ? place : null);
    this.at = place ? at + 1 : 0;
    if (place) show(place);
  }

  #selectedWords(): string {
    const { state } = this.#fields().editor(this.#fields().last) ?? {};
    if (!state || state.selection.empty || !state.selection.$from.sameParent(state.selection.$to)) return '';
    const words = state.doc.textBetween(state.selection.from, state.selection.to);
    return words.length <= 200 ? words : '';
  }
}

/** Brings a place to the middle of the canvas, if it is out of sight. */
function show(place: Place): void {
  const { view } = place.editor;
  const canvas = view.dom.closest('.scroll');
  if (!canvas) return;
  const { top, bottom } = fieldOf(view, place)?.getBoundingClientRect() ?? view.coordsAtPos(place.from);
  const frame = canvas.getBoundingClientRect();
  if (top >= frame.top + 8 && bottom <= frame.bottom - 8) return;
  canvas.scrollBy({ top: top - (frame.top + frame.height / 2) });
}
