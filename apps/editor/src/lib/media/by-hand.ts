import { onDestroy } from 'svelte';

/** Milliseconds after the last key. */
const rest = 600;

/**
 * Takes the last place that keys moved something to, once they rest; what has not come to rest when the component goes,
 * in whose making this is called, is taken then.
 */
export function takenAtRest<Place>(take: (last: Place) => void): (place: Place) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: { last: Place } | null = null;
  const settle = () => {
    clearTimeout(timer);
    const taken = waiting;
    waiting = null;
    if (taken) take(taken.last);
  };
  onDestroy(settle);
  return (place) => {
    waiting = { last: place };
    clearTimeout(timer);
    timer = setTimeout(settle, rest);
  };
}

/** Follows the pointer that is down, wherever it goes, until it is lifted. */
export function followPointer(move: (event: PointerEvent) => void, lifted: () => void): void {
  const end = new AbortController();
  const options = { signal: end.signal };
  const stop = () => {
    end.abort();
    lifted();
  };
  addEventListener('pointermove', move, options);
  addEventListener('pointerup', stop, options);
  addEventListener('pointercancel', stop, options);
}
