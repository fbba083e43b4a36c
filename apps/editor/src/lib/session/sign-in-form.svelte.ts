import { signInInput } from '@broadsheet/types';
import { sentenceFor } from '#lib/api/error-sentence.ts';
import { isFault } from '#lib/api/api-error.ts';
import { m } from '#lib/paraglide/messages.js';
import { session } from './session.svelte.ts';

/** What somebody typed to sign in, and what was wrong with it. */
export class SignInForm {
  email = $state('');
  password = $state('');
  busy = $state(false);
  #tried = $state(false);
  #fault = $state.raw<unknown>(null);

  constructor(email = '') {
    this.email = email;
  }

  get emailError(): string | undefined {
    const valid = signInInput.shape.email.safeParse(this.email).success;
    return this.#tried && !valid ? m.signin_email_needed() : undefined;
  }

  get passwordError(): string | undefined {
    if (this.#tried && this.password === '') return m.signin_password_needed();
    return isFault(this.#fault, 'SIGN_IN_FAILED') ? sentenceFor(this.#fault) : undefined;
  }

  /** What is wrong with neither of the two fields: no connection, too many tries. */
  get fault(): string | undefined {
    if (this.#fault === null || isFault(this.#fault, 'SIGN_IN_FAILED')) return undefined;
    return sentenceFor(this.#fault);
  }

  /** True if somebody is now signed in. */
  async submit(): Promise<boolean> {
    this.#tried = true;
    this.#fault = null;
    if (this.emailError || this.passwordError) return false;
    this.busy = true;
    try {
      await session.signIn(this.email, this.password);
      return true;
    } catch (error) {
      this.#fault = error;
      return false;
    } finally {
      this.busy = false;
    }
  }
}
