import { languages, type Action, type Language, type Me, type SiteSettings } from '@broadsheet/types';
import { isFault } from '#lib/api/api-error.ts';
import { api, whenSessionEnds } from '#lib/api/client.ts';
import { locale } from '#lib/locale/locale.svelte.ts';
import { keepAnswersFor } from '#lib/offline/kept-answers.ts';
import { wipeDevice } from '#lib/offline/wipe-device.ts';
import { mayAnywhere } from './permissions.ts';

/** Who is signed in, and the settings that every page of the desk needs. */
class Session {
  me = $state.raw<Me | null>(null);
  settings = $state.raw<SiteSettings | null>(null);
  /** The session ended while a page was open: a dialog asks for the password over the page. */
  ended = $state(false);
  #waiting: (() => void)[] = [];

  constructor() {
    whenSessionEnds(() => (this.me ? this.#askAgain() : null));
  }

  /** True if somebody is signed in. Throws if the API can't be asked. */
  async resume(): Promise<boolean> {
    if (this.me && this.settings) return true;
    try {
      const [person, settings] = await Promise.all([
        api.get<Me>('/auth/me'),
        api.get<SiteSettings>('/settings'),
      ]);
      // what the page asked beside these may have been answered with what was kept for somebody else
      if (await keepFor(person)) await anew();
      this.become(person);
      this.settings = settings;
      return true;
    } catch (error) {
      if (isFault(error, 'NOT_SIGNED_IN', 'SESSION_EXPIRED')) return false;
      throw error;
    }
  }

  /** Throws `SIGN_IN_FAILED` or `TOO_MANY_REQUESTS` with their sentence. */
  async signIn(email: string, password: string): Promise<void> {
    const before = this.me?.id;
    const person = await api.post<Me>('/auth/sign-in', { email, password });
    // Another person at the same browser must not find the pages of the one before.
    if (before === undefined || before === person.id) return this.arrive(person);
    await keepFor(person);
    location.assign('/');
  }

  /**
   * Ends the session and takes everything of the newsroom from this device, but for words of other people. Ask about
   * unsaved words first.
   */
  async signOut(everywhere = false): Promise<void> {
    const before = this.me?.id ?? '';
    await api.post(everywhere ? '/auth/sign-out-everywhere' : '/auth/sign-out');
    await wipeDevice(before);
    location.assign('/sign-in');
  }

  /** Somebody is there: what was kept here for another person goes before anything is asked in their name. */
  async arrive(person: Me): Promise<void> {
    await keepFor(person);
    this.become(person);
  }

  may(action: Action): boolean {
    return mayAnywhere(this.me?.grants ?? [], action);
  }

  get timeZone(): string {
    return this.settings?.timeZone ?? 'UTC';
  }

  get liveLanguages(): readonly Language[] {
    return this.settings?.liveLanguages ?? languages;
  }

  /** The paper's name in the person's language. */
  get paper(): string {
    return this.settings?.texts[locale.current].name ?? 'Broadsheet';
  }

  /** Takes over what the API now says of the person. */
  become(person: Me): void {
    this.me = person;
    this.ended = false;
    for (const go of this.#waiting.splice(0)) go();
    // without the words of theirs the page goes on in the language that it speaks
    locale.choose(person.locale).catch(() => undefined);
  }

  /** Settles when somebody has signed in through the dialog. */
  #askAgain(): Promise<void> {
    this.ended = true;
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

const keepFor = ({ id }: Me): Promise<boolean> => keepAnswersFor(id).catch(() => false);

/** Loads the page again; nothing goes on in this one. */
function anew(): Promise<never> {
  location.reload();
  return new Promise(() => undefined);
}

export const session = new Session();
