import { MediaQuery } from 'svelte/reactivity';

const key = 'broadsheet.inspector';
const wide = new MediaQuery('width > 1100px');

export type InspectorTab = 'story' | 'article' | 'seo' | 'comments' | 'history' | 'checks';

/** Whether the inspector stands open: a column where there is room (kept in this browser), else a drawer. */
export class InspectorState {
  tab = $state<InspectorTab>('story');
  /** Something keeps everything beside the text away, as focus mode does. */
  isKeptAway: () => boolean = () => false;
  /** It was asked for all the same. */
  onwanted: () => void = () => undefined;
  #column = $state(localStorage.getItem(key) !== 'closed');
  #drawer = $state(false);

  get isDrawer(): boolean {
    return !wide.current;
  }

  get open(): boolean {
    return !this.isKeptAway() && (wide.current ? this.#column : this.#drawer);
  }

  toggle(): void {
    if (this.isKeptAway()) {
      this.onwanted();
      if (this.open) return;
    }
    if (!wide.current) {
      this.#drawer = !this.#drawer;
      return;
    }
    this.#column = !this.#column;
    localStorage.setItem(key, this.#column ? 'open' : 'closed');
  }

  /** Opens at a tab, wherever it stands. */
  show(tab: InspectorState['tab']): void {
    this.tab = tab;
    if (!this.open) this.toggle();
  }

  closeDrawer(): void {
    this.#drawer = false;
  }
}
