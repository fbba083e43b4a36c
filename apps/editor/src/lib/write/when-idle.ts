/** Runs in the browser's next idle moment, or soon and briefly in a browser that does not tell of any. */
export function whenIdle(run: (hasTime: () => boolean) => void): () => void {
  if ('requestIdleCallback' in window) {
    const handle = requestIdleCallback((deadline) => run(() => deadline.timeRemaining() > 2), {
      timeout: 2000,
    });
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(() => {
    const end = performance.now() + 8;
    run(() => performance.now() < end);
  });
  return () => clearTimeout(timer);
}

const turns = new Set<() => void>();

/**
 * Runs once the page has time, after what came before it; as many in one idle moment as fit. What a text can be read
 * and written without is drawn so: an article of forty pictures would wait for all their fields.
 * @returns what takes it back, as long as it has not run
 */
export function inTurn(run: () => void): () => void {
  turns.add(run);
  if (turns.size === 1) whenIdle(takeTurns);
  return () => turns.delete(run);
}

function takeTurns(hasTime: () => boolean): void {
  for (const run of turns) {
    turns.delete(run);
    run();
    if (!hasTime()) break;
  }
  if (turns.size > 0) whenIdle(takeTurns);
}
