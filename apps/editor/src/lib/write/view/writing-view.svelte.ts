/** How the page one writes on is shown: what is open beside the text, and what is out of sight. */
export class WritingView {
  outline = $state(false);
  /** What is not the present block is quieter, and everything around the sheet is away. */
  quiet = $state(false);
  invisibles = $state(false);
  counts = $state(false);
  full = $state(document.fullscreenElement !== null);

  constructor() {
    document.addEventListener('fullscreenchange', this.#changed);
  }

  async toggleFull(): Promise<void> {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
  }

  destroy(): void {
    this.quiet = false;
    document.removeEventListener('fullscreenchange', this.#changed);
  }

  #changed = (): void => {
    this.full = document.fullscreenElement !== null;
  };
}
