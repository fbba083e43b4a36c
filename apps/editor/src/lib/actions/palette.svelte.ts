import { languages, type ArticleSummary, type Language, type Story, type StoryPage } from '@broadsheet/types';
import { api } from '#lib/api/client.ts';
import { isFault } from '#lib/api/api-error.ts';
import { learn } from '#lib/locale/learn.ts';
import { locale } from '#lib/locale/locale.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import { leadArticle } from '#lib/stories/lead-article.ts';
import { actionLikeness } from './action-likeness.ts';
import { groupNames } from './action-words.ts';
import { actions, type Action } from './actions.svelte.ts';
import { actionGroups } from './catalogue.ts';
import { plain } from './fuzzy.ts';

const pause = 120;
const storiesShown = 8;
const anyArticle = { status: null, language: null };

export interface StoryChoice {
  id: string;
  story: Story;
  article: ArticleSummary;
}
export type Choice = { kind: 'action'; action: Action } | { kind: 'story'; story: StoryChoice };
export interface ChoiceGroup {
  id: string;
  name: string;
  choices: Choice[];
}

/** What the palette offers for what is typed: actions at once, stories when the API has answered. */
export class PaletteChoices {
  typed = $state('');
  /** No answer about stories: said in the list, the actions are there all the same. */
  fault = $state(false);
  #stories = $state.raw<StoryChoice[]>([]);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked: AbortController | null = null;
  /** Languages that the interface could speak, too: an action is found by its names in them once they are here. */
  #others = $state.raw<readonly Language[]>([]);
  readonly #actions = actions.all.filter(({ id }) => id !== 'palette');

  readonly groups: ChoiceGroup[] = $derived.by(() =>
    this.typed.trim() === '' ? this.#unasked() : this.#matching(),
  );
  readonly choices: Choice[] = $derived(this.groups.flatMap(({ choices }) => choices));

  constructor() {
    void this.#ask();
    const others = languages.filter((language) => language !== locale.current);
    for (const language of others)
      learn(language).then(
        () => (this.#others = [...this.#others, language]),
        () => undefined,
      );
  }

  type(typed: string): void {
    this.typed = typed;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), pause);
  }

  destroy(): void {
    clearTimeout(this.#timer);
    this.#asked?.abort();
  }

  /** What was done last, then the newest stories, then everything in its order. */
  #unasked(): ChoiceGroup[] {
    const recent = actions.recent.flatMap((id) => this.#actions.find((action) => action.id === id) ?? []);
    return [
      { id: 'recent', name: m.ways_group_recent(), choices: recent.map(asChoice) },
      this.#storyGroup(this.#stories.slice(0, 4)),
      ...actionGroups.map((group) => ({
        id: group,
        name: groupNames[group](),
        choices: this.#actions.filter((one) => one.group === group && !recent.includes(one)).map(asChoice),
      })),
    ].filter(({ choices }) => choices.length > 0);
  }

  #matching(): ChoiceGroup[] {
    const scored = this.#actions
      .map((action) => ({ action, score: this.#score(action) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
    const order = [...new Set(scored.map(({ action }) => action.group))];
    return [
      ...order.map((group) => ({
        id: group,
        name: groupNames[group](),
        choices: scored.filter(({ action }) => action.group === group).map(({ action }) => asChoice(action)),
      })),
      this.#storyGroup(this.#stories),
    ].filter(({ choices }) => choices.length > 0);
  }

  #score(action: Action): number {
    const best = actionLikeness(this.typed, action, locale.current, this.#others);
    const place = actions.recent.indexOf(action.id);
    return best === 0 ? 0 : best + (place === -1 ? 0 : 10 - place);
  }

  #storyGroup(stories: readonly StoryChoice[]): ChoiceGroup {
    return {
      id: 'stories',
      name: m.nav_stories(),
      choices: stories.map((story) => ({ kind: 'story', story })),
    };
  }

  async #ask(): Promise<void> {
    this.#asked?.abort();
    const asked = (this.#asked = new AbortController());
    try {
      const { items } = await api.get<StoryPage>('/stories', { headline: this.typed.trim() }, asked.signal);
      if (asked.signal.aborted) return;
      this.fault = false;
      this.#stories = items.flatMap((story) => this.#asStory(story) ?? []).slice(0, storiesShown);
    } catch (error) {
      if (asked.signal.aborted) return;
      this.fault = true;
      if (!isFault(error, 'UNREACHABLE')) throw error;
    }
  }

  /** A story by the language whose headline was looked for, else by the person's own. */
  #asStory(story: Story): StoryChoice | null {
    const words = plain(this.typed).split(/\s+/).filter(Boolean);
    const named = words.length
      ? story.articles.find(({ headline }) => words.every((word) => plain(headline).includes(word)))
      : undefined;
    const article = named ?? leadArticle(story, anyArticle, locale.current);
    return article ? { id: story.id, story, article } : null;
  }
}

const asChoice = (action: Action): Choice => ({ kind: 'action', action });
