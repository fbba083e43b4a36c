import type { Newsroom } from '../newsroom.ts';
import { ViewCounter } from './view-counter.ts';

export interface Counting {
  counter: ViewCounter;
  stop: () => Promise<void>;
}

export interface CountingSetup {
  newsroom: Newsroom;
  /** Told which numbers and which lists of what is most read are different now. */
  onChange: (keys: string[]) => void;
  /** Milliseconds between two batches; lists of what is most read are looked at after every third. */
  every: number;
}

/**
 * Counts readings and hands them on. What this process counted makes the numbers on its own pages old; what others
 * counted shows with the next look, so no process has to tell another.
 */
export function startCounting({ newsroom, onChange, every }: CountingSetup): Counting {
  const counter = new ViewCounter({
    send: (views) => newsroom.addViews(views),
    onCounted: (ids) => {
      onChange(ids.map((id) => `views:${id}`));
    },
    every,
  });
  counter.start();
  const timer = setInterval(() => {
    // with the newsroom away the lists stay as they are
    newsroom.renewMostRead().then(onChange, () => undefined);
  }, every * 3);
  timer.unref();
  return {
    counter,
    stop: () => {
      clearInterval(timer);
      return counter.stop();
    },
  };
}
