import { findKept, forgetPage, keepPage, keepShell } from '#lib/offline/kept-pages.ts';
import { tell } from './page-tools.ts';

/** "Save for later": the story with its pictures onto this device, and off it again. */
export function startSaving(): void {
  const button = document.querySelector<HTMLElement>('[data-save]');
  const list = document.querySelector<HTMLElement>('[data-saved-list]');
  const path = location.pathname;
  // browsers keep pages for secure sites alone; a preview may not stay anywhere
  if (!button || !('caches' in globalThis) || path.startsWith('/preview/')) return;
  const show = (isSaved: boolean) => {
    button.setAttribute('aria-pressed', String(isSaved));
    if (list) list.hidden = !isSaved;
  };
  button.addEventListener('click', () => {
    const { saved = '', unsaved = '', failed = '' } = button.dataset;
    const isSaved = button.getAttribute('aria-pressed') === 'true';
    (isSaved ? forgetPage('saved', path) : save(path)).then(
      () => {
        show(!isSaved);
        tell(isSaved ? unsaved : saved, true);
      },
      () => {
        tell(failed, false);
      },
    );
  });
  void findKept('saved', path)
    .then((kept) => {
      show(kept !== null);
      button.hidden = false;
    })
    .catch(() => undefined);
}

async function save(path: string): Promise<void> {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`The story answers with ${String(answer.status)}.`);
  const pictures = [...document.querySelectorAll<HTMLImageElement>('article.art img')];
  await keepPage('saved', path, answer, {
    // the one that is shown is here already; of the others, the usual width
    pictures: pictures.map(({ currentSrc, src }) => new URL(currentSrc || src).pathname),
  });
  await keepShell(path, 0);
}
