import { createSubscriber } from 'svelte/reactivity';

const minute = 60_000;

/** The time, told anew each minute while somebody looks. */
export class Minutes {
  #subscribe = createSubscriber((update) => {
    const timer = setInterval(update, minute);
    return () => clearInterval(timer);
  });

  get now(): Date {
    this.#subscribe();
    return new Date();
  }
}
