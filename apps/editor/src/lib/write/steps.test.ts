import { describe, expect, it } from 'vitest';
import { needsAnswer, splitSteps, stepPath, stepWord } from './steps.ts';

describe('the steps of an article', () => {
  it('offer the first as the next one and the others beside it', () => {
    expect(splitSteps({ status: 'in_review', may: { steps: ['approve', 'send_back', 'publish'] } })).toEqual({
      next: 'approve',
      others: ['send_back', 'publish'],
    });
  });

  it('never offer taking an article down as the next one', () => {
    expect(splitSteps({ status: 'published', may: { steps: ['unpublish'] } })).toEqual({
      next: null,
      others: ['unpublish'],
    });
  });

  it('leave the next one to the clock once a time is set, and are called by what they then do', () => {
    const steps = ['schedule', 'publish', 'unschedule'] as const;
    const split = splitSteps({ status: 'scheduled', may: { steps: [...steps] } });
    expect(split).toEqual({ next: null, others: steps });
    expect(steps.map((step) => stepWord(step, 'scheduled'))).toEqual([
      'Change the time',
      'Publish now',
      'Unschedule',
    ]);
  });

  it('offer nothing to a person who may do nothing', () => {
    expect(splitSteps({ status: 'published', may: { steps: [] } })).toEqual({ next: null, others: [] });
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
