/** Print, and copy link with a confirmation in the page's own words. */
export function startPageTools(): void {
  document.querySelector('[data-print]')?.addEventListener('click', () => {
    print();
  });
  const button = document.querySelector<HTMLElement>('[data-copy]');
  const status = document.querySelector('[data-copy-status]');
  button?.addEventListener('click', () => {
    const { copied = '', failed = '', copy = location.href } = button.dataset;
    const say = (text: string, isDone: boolean) => {
      if (!status) return;
      status.classList.toggle('done', isDone);
      status.textContent = text;
    };
    // away and back, so that a second copy is announced too
    say('', false);
    copyText(copy).then(
      () => {
        say(copied, true);
      },
      () => {
        say(failed, false);
      },
    );
  });
}

/** The clipboard exists only in secure contexts; on plain http the reader is told to copy by hand. */
async function copyText(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
