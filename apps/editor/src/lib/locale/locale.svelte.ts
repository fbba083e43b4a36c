import type { Language } from '@broadsheet/types';
import { learn } from './learn.ts';
import { getLocale, overwriteGetLocale, setLocale } from '#lib/paraglide/runtime.js';

/** The language of the interface. Messages read it as state, so a change shows at once, without a reload. */
class InterfaceLocale {
  #current = $state<Language>(getLocale());
  #wanted = this.#current;

  constructor() {
    overwriteGetLocale(() => this.#current);
    document.documentElement.lang = this.#current;
  }

  get current(): Language {
    return this.#current;
  }

  /** Keeps the choice in this browser too, so that the sign-in page speaks it next time. It is spoken once it is here. */
  async choose(language: Language): Promise<void> {
    this.#wanted = language;
    if (language === this.#current) return;
    await learn(language);
    if (language !== this.#wanted) return;
    void setLocale(language, { reload: false });
    this.#current = language;
    document.documentElement.lang = language;
  }
}

export const locale = new InterfaceLocale();
