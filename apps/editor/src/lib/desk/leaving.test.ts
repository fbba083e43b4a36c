import { describe, expect, it, vi } from 'vitest';

// as in a tab of its own: what other tests have open is not asked about
vi.resetModules();
const { askBeforeLeaving, leaving } = await import('./leaving.ts');

const close = () => {
  const event = { preventDefault: vi.fn() };
  leaving(event as unknown as BeforeUnloadEvent);
  return event.preventDefault.mock.calls.length > 0;
};

describe('closing the tab', () => {
  it('asks first while anything would be lost, and only then', () => {
    let words = 1;
    askBeforeLeaving(() => words > 0);
    askBeforeLeaving(() => false);
    expect(close()).toBe(true);
    words = 0;
    expect(close()).toBe(false);
  });
});
