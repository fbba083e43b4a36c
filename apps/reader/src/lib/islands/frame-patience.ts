/** Milliseconds after which a frame that has not come is said to be silent. */
const patience = 10_000;

interface Outcome {
  silent: () => void;
  /** Be it late. */
  loaded: () => void;
}

/** Tells once that a frame has not loaded in time, and whenever it loads: a slow line may bring it after all. */
export function watchFrame(frame: Pick<EventTarget, 'addEventListener'>, { silent, loaded }: Outcome): void {
  const timer = setTimeout(silent, patience);
  frame.addEventListener('load', () => {
    clearTimeout(timer);
    loaded();
  });
}
