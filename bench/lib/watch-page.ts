declare global {
  interface Window {
    lab: { lcp: number; cls: number; tasks: { end: number; duration: number }[] };
  }
}

/** What a reader of one page waits for, in milliseconds but for the shift. */
export interface Visit {
  fcp: number;
  lcp: number;
  tbt: number;
  cls: number;
}

/** Runs inside the page before anything else of it. */
export function watchPage(): void {
  window.lab = { lcp: 0, cls: 0, tasks: [] };
  const watch = (type: string, take: (entry: PerformanceEntry) => void) => {
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  };
  watch('largest-contentful-paint', ({ startTime }) => (window.lab.lcp = startTime));
  watch('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) window.lab.cls += value;
  });
  watch('longtask', ({ startTime, duration }) =>
    window.lab.tasks.push({ end: startTime + duration, duration }),
  );
}

/** Runs inside the page once nothing comes any more. */
export function readVisit(): Visit {
  const fcp = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
  const { lcp, cls, tasks } = window.lab;
  // what lies before the first paint delays that, and blocks nobody who has something to touch
  const blocking = tasks.map(({ end, duration }) => Math.min(duration, end - fcp) - 50);
  return { fcp, lcp, tbt: blocking.reduce((sum, each) => sum + Math.max(0, each), 0), cls };
}
