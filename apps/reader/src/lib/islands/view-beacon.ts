/** Says once that the article is being read, when it is: not while a page waits in a tab that nobody looks at. */
export function startViewBeacon(): void {
  const id = document.querySelector<HTMLElement>('[data-view]')?.dataset.view;
  if (id === undefined) return;
  const tell = () => {
    if (document.visibilityState !== 'visible') return;
    document.removeEventListener('visibilitychange', tell);
    navigator.sendBeacon('/views', id);
  };
  document.addEventListener('visibilitychange', tell);
  tell();
}
