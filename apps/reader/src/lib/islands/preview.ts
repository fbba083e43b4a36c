/** The script of a preview: in the newsroom's page it follows the draft, and shows the theme it is asked for. */
import { morph } from './morph.ts';

interface Policies {
  createPolicy(
    name: string,
    rules: { createHTML: (html: string) => string },
  ): {
    createHTML: (html: string) => string;
  };
}

const { trustedTypes } = globalThis as { trustedTypes?: Policies };
/** What comes is the very page that stands here already, made by the same server. */
const policy = trustedTypes?.createPolicy('preview', { createHTML: (html) => html });

let isBusy = false;
let isAsked = false;

/** Asks for the page again, and changes what differs. One question at a time. */
async function follow(): Promise<void> {
  isAsked = true;
  if (isBusy) return;
  isBusy = true;
  try {
    while (isAsked) {
      isAsked = false;
      const answer = await fetch(location.href, { cache: 'no-store' });
      if (!answer.ok) {
        // the link has ended, and its page says so
        if (answer.status === 404) location.reload();
        return;
      }
      const html = await answer.text();
      const next = new DOMParser().parseFromString(
        (policy ? policy.createHTML(html) : html) as string,
        'text/html',
      );
      const [shown, fresh] = [document.getElementById('main'), next.getElementById('main')];
      if (shown && fresh) morph(shown, fresh);
      tell('shown');
    }
  } catch {
    // the reader is away for a moment; the next edit asks again
  } finally {
    isBusy = false;
  }
}

const tell = (what: 'ready' | 'shown'): void => parent.postMessage({ preview: what }, '*');

if (parent !== window) {
  addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    // only the newsroom's page may frame this one, so only it is listened to
    if (source !== parent || typeof data !== 'object' || data === null) return;
    const { theme, follow: asks } = data as { theme?: unknown; follow?: unknown };
    if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme;
    if (asks === true) void follow();
  });
  tell('ready');
}
