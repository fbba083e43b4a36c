import { describe, expect, it } from 'vitest';
import { needsAnswer, splitSteps, stepPath } from './steps.ts';

describe('the steps of an article', () => {
  it('offer the first as the next one and the others beside it', () => {
    expect(splitSteps({ steps: ['approve', 'send_back', 'publish'] })).toEqual({
      next: 'approve',
      others: ['send_back', 'publish'],
    });
  });

  it('never offer taking an article down as the next one', () => {
    expect(splitSteps({ steps: ['unpublish'] })).toEqual({ next: null, others: ['unpublish'] });
  });

  it('offer nothing to a person who may do nothing', () => {
    expect(splitSteps({ steps: [] })).toEqual({ next: null, others: [] });
  });

  it('send an update of a published article as a publication', () => {
    expect(stepPath('a1', 'update')).toBe('/articles/a1/publish');
    expect(stepPath('a1', 'send_back')).toBe('/articles/a1/send-back');
  });

  it('ask for a time, a note or a yes before some of them', () => {
    expect(needsAnswer('schedule')).toBe(true);
    expect(needsAnswer('approve')).toBe(false);
  });
});
