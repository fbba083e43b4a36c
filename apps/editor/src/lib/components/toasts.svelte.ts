import type { toast } from 'svelte-sonner';

/** What tells at the edge of the page. It comes with the first thing to tell, or while the page rests. */
class Toasts {
  /** Whether there is something to tell: the layout then draws where it is told. */
  wanted = $state(false);

  tell(show: (told: typeof toast) => void): void {
    this.wanted = true;
    void import('svelte-sonner').then(({ toast }) => show(toast));
  }
}

export const toasts = new Toasts();
