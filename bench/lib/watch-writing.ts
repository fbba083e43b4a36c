import type { CDPSession, Page } from 'playwright-core';

declare global {
  interface Window {
    /** Milliseconds to "Saved" from the last key press before it. */
    waits: number[];
    /** Keys pressed so far, and how many of them "Saved" stands for. */
    keys: { pressed: number; saved: number };
    /** Tasks of more than 50 ms, in milliseconds. */
    longTasks: number[];
    /** When each mark of another person came to stand on the page, in milliseconds since 1970. */
    seen: Record<string, number>;
  }
}

/** Notes, inside the page, how long each key's words were not yet safe. */
export function watchSaveState(): void {
  window.waits = [];
  window.keys = { pressed: 0, saved: 0 };
  let pressed: number | null = null;
  let isSaving = false;
  const status = [...document.querySelectorAll('[role="status"]')].find((each) =>
    each.textContent.includes('Saved'),
  );
  if (!status) throw new Error('Nothing on the page says that it is saved');
  const says = (words: string) => status.textContent.includes(words);
  const press = () => {
    pressed = performance.now();
    window.keys.pressed += 1;
  };
  addEventListener('keydown', press, { capture: true });
  new MutationObserver(() => {
    if (pressed === null) return;
    if (says('Saving')) isSaving = true;
    else if (isSaving && says('Saved')) {
      window.waits.push(performance.now() - pressed);
      window.keys.saved = window.keys.pressed;
      pressed = null;
      isSaving = false;
    }
    // of the words alone: to look at the whole page with each key would be part of what the key costs
  }).observe(status, { subtree: true, childList: true, characterData: true });
}

/** Notes, inside the page, tasks that held it up, and marks such as ⟦12⟧ that others write. */
export function watchDesk(): void {
  window.longTasks = [];
  window.seen = {};
  new PerformanceObserver((list) => {
    window.longTasks.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: 'longtask' });
  const text = document.querySelector('.sheet-body');
  if (!text) throw new Error('There is no text on the page');
  const look = (node: Node | null) => {
    for (const [, mark = ''] of (node?.textContent ?? '').matchAll(/⟦(\d+)⟧/gu))
      window.seen[mark] ??= performance.timeOrigin + performance.now();
  };
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      look(target.nodeType === Node.TEXT_NODE ? target : null);
      addedNodes.forEach(look);
    }
  }).observe(text, { subtree: true, childList: true, characterData: true });
}

/** Script, style and layout, in milliseconds: by the clock, and what of that the processor had for it. */
export interface Work {
  clock: number;
  processor: number;
}

/** What the page has done so far. */
export class PageWork {
  readonly #clock: CDPSession;
  readonly #processor: CDPSession;

  private constructor(clock: CDPSession, processor: CDPSession) {
    this.#clock = clock;
    this.#processor = processor;
  }

  /** Each session counts for itself, in the time that it was asked to count in. */
  static async of(page: Page): Promise<PageWork> {
    const [clock, processor] = [
      await page.context().newCDPSession(page),
      await page.context().newCDPSession(page),
    ];
    await clock.send('Performance.enable', { timeDomain: 'timeTicks' });
    await processor.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new PageWork(clock, processor);
  }

  /** Waits until the next picture of the page is drawn, with as little script as that takes. */
  async drawn(): Promise<void> {
    const expression = 'new Promise((done) => requestAnimationFrame(() => setTimeout(done)))';
    await this.#clock.send('Runtime.evaluate', { expression, awaitPromise: true });
  }

  async soFar(): Promise<Work> {
    return { clock: await milliseconds(this.#clock), processor: await milliseconds(this.#processor) };
  }
}

async function milliseconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const kinds = ['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration'];
  return metrics.filter(({ name }) => kinds.includes(name)).reduce((sum, { value }) => sum + value * 1000, 0);
}
