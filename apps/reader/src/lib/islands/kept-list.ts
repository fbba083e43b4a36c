import { languageOfPath } from '#lib/offline/kept-address.ts';
import { keptDate } from '#lib/offline/kept-date.ts';
import { forgetPage, listKept, type KeptPage } from '#lib/offline/kept-pages.ts';

/**
 * Fills the lists of what this device keeps. The page holds a template for one story, so that its words and styles
 * are the page's own.
 */
export function startKeptLists(language: string): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-kept-list]')) {
    void fillList(place, language);
  }
  document.querySelector('[data-try-again]')?.addEventListener('click', () => {
    location.reload();
  });
}

async function fillList(place: HTMLElement, language: string): Promise<void> {
  const none = place.querySelector<HTMLElement>('[data-none]');
  const list = place.querySelector('ol');
  const template = place.querySelector('template');
  const showNone = () => {
    if (none) none.hidden = list?.childElementCount !== 0;
  };
  const pages = 'caches' in globalThis ? await storiesOf(place.dataset.keptList === 'all') : [];
  for (const page of pages) {
    const item = template?.content.firstElementChild?.cloneNode(true);
    if (!(item instanceof HTMLElement)) continue;
    fillItem(item, page, language);
    item.querySelector('button')?.addEventListener('click', () => {
      void forgetPage('saved', page.path).then(() => {
        item.remove();
        showNone();
        place.querySelector<HTMLElement>('a, [tabindex]')?.focus();
      });
    });
    list?.append(item);
  }
  showNone();
}

/** Saved stories, and for a reader without a connection those that passed by as well. */
async function storiesOf(withSeen: boolean): Promise<KeptPage[]> {
  const saved = await listKept('saved');
  const seen = withSeen ? await listKept('seen') : [];
  const known = new Set(saved.map(({ path }) => path));
  return [...saved, ...seen.filter(({ path }) => path.includes('/news/') && !known.has(path))];
}

function fillItem(item: HTMLElement, page: KeptPage, language: string): void {
  const link = item.querySelector('a');
  if (link) {
    link.href = page.path;
    link.textContent = page.headline;
    link.lang = languageOfPath(page.path) ?? language;
  }
  const time = item.querySelector('time');
  if (time) {
    time.dateTime = page.keptAt.toISOString();
    time.textContent = (time.dataset.words ?? '').replace('{date}', keptDate(page.keptAt, language));
  }
  const picture = item.querySelector('img');
  if (page.picture !== null && picture) picture.src = page.picture;
  else picture?.remove();
  const button = item.querySelector('button');
  button?.setAttribute('aria-label', `${button.textContent.trim()}: ${page.headline}`);
}
