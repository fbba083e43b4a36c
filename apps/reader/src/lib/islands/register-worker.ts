const address = '/service-worker.js';

interface Policies {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ) => {
    createScriptURL: (url: string) => string;
  };
}

/**
 * Starts the worker that makes pages readable offline, once the page has all it needs itself. A preview starts none:
 * nothing of it may stay on a device.
 */
export function registerWorker(): void {
  if (!('serviceWorker' in navigator) || location.pathname.startsWith('/preview/')) return;
  // in a task of its own: what ends the loading of a page is often its font, and the page is laid out anew with it
  addEventListener('load', () => setTimeout(register));
}

function register(): void {
  // private windows and full disks refuse it; the site is then as it is without
  navigator.serviceWorker.register(trusted()).catch(() => undefined);
}

/** The site's policy allows one address of a script to be set by a script: this one. */
function trusted(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  return (
    trustedTypes?.createPolicy('worker', { createScriptURL: () => address }).createScriptURL('') ?? address
  );
}
