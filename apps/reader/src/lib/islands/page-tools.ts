/** Print, copy link with a confirmation in the page's own words, and the system's sheet for sharing where there is one. */
export function startPageTools(root: HTMLElement): void {
  document.querySelector('[data-print]')?.addEventListener('click', () => {
    void loadPictures().then(() => {
      print();
    });
  });
  addEventListener('beforeprint', () => void loadPictures());
  startCopy();
  startShare(root);
}

/** Says something beside the tools. Away and back, so that the same words are announced a second time. */
export function tell(words: string, isDone: boolean): void {
  const status = document.querySelector('[data-told]');
  if (!status) return;
  status.textContent = '';
  status.classList.toggle('done', isDone);
  requestAnimationFrame(() => {
    status.textContent = words;
  });
}

function startCopy(): void {
  const button = document.querySelector<HTMLElement>('[data-copy]');
  button?.addEventListener('click', () => {
    const { copied = '', failed = '', copy = location.href } = button.dataset;
    copyText(copy).then(
      () => {
        tell(copied, true);
      },
      () => {
        tell(failed, false);
      },
    );
  });
}

/** The clipboard exists only in secure contexts; on plain http the reader is told to copy by hand. */
async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}

function startShare(root: HTMLElement): void {
  const button = document.querySelector<HTMLElement>('[data-share]');
  if (!button || !('share' in navigator)) return;
  root.dataset.shareSheet = '';
  button.addEventListener('click', () => {
    const { share: url = location.href } = button.dataset;
    const title = document.querySelector('h1')?.textContent ?? document.title;
    // a reader who thinks better of it is no fault
    navigator.share({ title, url }).catch(() => undefined);
  });
}

/** Pictures further down have not been fetched yet; paper has no second chance. */
async function loadPictures(): Promise<void> {
  const pictures = [...document.querySelectorAll<HTMLImageElement>('article.art img')];
  for (const picture of pictures) picture.loading = 'eager';
  await Promise.allSettled(pictures.map((picture) => picture.decode()));
}
