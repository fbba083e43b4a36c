import type { Attachment } from 'svelte/attachments';

/** A toolbar after the ARIA Authoring Practices: one tab stop, arrows between the buttons, Home and End. */
export function toolbarKeys(): Attachment<HTMLElement> {
  return (bar) => {
    const buttons = () => [...bar.querySelectorAll<HTMLElement>('button:not(:disabled), a[href]')];
    const stopAt = (stop: HTMLElement | undefined) => {
      for (const button of bar.querySelectorAll<HTMLElement>('button, a[href]'))
        button.tabIndex = button === stop ? 0 : -1;
    };
    /** The button that was the stop may have been switched off, or another have come. */
    const keepOneStop = () => {
      const stops = buttons().filter(({ tabIndex }) => tabIndex === 0);
      if (stops.length !== 1) stopAt(stops[0] ?? buttons()[0]);
    };
    const press = (event: KeyboardEvent) => {
      const all = buttons();
      const at = all.findIndex((button) => button === document.activeElement);
      if (at === -1) return;
      const to = {
        ArrowRight: (at + 1) % all.length,
        ArrowLeft: (at + all.length - 1) % all.length,
        Home: 0,
        End: all.length - 1,
      }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      stopAt(all[to]);
      all[to]?.focus();
    };
    const focus = (event: FocusEvent) => {
      if (event.target instanceof HTMLElement && event.target.matches('button, a')) stopAt(event.target);
    };
    stopAt(buttons()[0]);
    const changes = new MutationObserver(keepOneStop);
    changes.observe(bar, { subtree: true, childList: true, attributeFilter: ['disabled'] });
    bar.addEventListener('keydown', press);
    bar.addEventListener('focusin', focus);
    return () => {
      changes.disconnect();
      bar.removeEventListener('keydown', press);
      bar.removeEventListener('focusin', focus);
    };
  };
}
