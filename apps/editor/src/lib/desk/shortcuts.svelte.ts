const key = 'broadsheet.shortcuts';

/** Whether keys without Ctrl or Alt do something. Kept in this browser (WCAG 2.1.4). */
class SingleKeys {
  #on = $state(localStorage.getItem(key) !== 'off');

  get on(): boolean {
    return this.#on;
  }

  set on(on: boolean) {
    this.#on = on;
    localStorage.setItem(key, on ? 'on' : 'off');
  }

  /**
   * The key of an event that is meant as a shortcut: not typed into a field, not while an overlay is open. Where a text is
   * written it is ? alone, which shows the keys: whoever writes may not see that a button beside it has the focus.
   */
  of(event: KeyboardEvent): string | null {
    if (!this.#on || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return null;
    const { target } = event;
    if (!(target instanceof Element) || target.closest('input, textarea, select, [contenteditable=true]'))
      return null;
    if (document.querySelector('[role=dialog], [role=menu]')) return null;
    if (event.key !== '?' && document.querySelector('[contenteditable=true]')) return null;
    return event.key.length === 1 ? event.key.toLowerCase() : event.key;
  }
}

export const singleKeys = new SingleKeys();
