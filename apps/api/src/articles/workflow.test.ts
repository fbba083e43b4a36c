import { articleStatuses, workflowSteps, type ArticleStatus, type WorkflowStep } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { refusal, stepsFrom, type WorkflowState } from './workflow.ts';

const state = (status: ArticleStatus, more: Partial<WorkflowState> = {}): WorkflowState => ({
  status,
  isPublished: status === 'published',
  changedSincePublication: false,
  changedSinceApproval: false,
  ...more,
});

/** Written by hand from the desk's way of working; the first step is the primary one. */
const table: [string, WorkflowState, WorkflowStep[]][] = [
  ['a draft', state('draft'), ['submit', 'approve', 'publish', 'schedule']],
  ['a text with the desk', state('in_review'), ['approve', 'send_back', 'publish', 'schedule']],
  ['an approved text', state('approved'), ['publish', 'schedule', 'send_back']],
  [
    'an approved text that was changed since',
    state('approved', { changedSinceApproval: true }),
    ['publish', 'schedule', 'approve', 'send_back'],
  ],
  ['a scheduled text', state('scheduled'), ['schedule', 'publish', 'unschedule']],
  ['what readers see as it is', state('published'), ['unpublish']],
  [
    'what readers see in an older version',
    state('published', { changedSincePublication: true }),
    ['update', 'submit', 'approve', 'schedule', 'unpublish'],
  ],
  [
    'an update with the desk',
    state('in_review', { isPublished: true, changedSincePublication: true }),
    ['approve', 'send_back', 'update', 'schedule', 'unpublish'],
  ],
  [
    'a scheduled update',
    state('scheduled', { isPublished: true }),
    ['schedule', 'update', 'unschedule', 'unpublish'],
  ],
  ['what was taken down', state('unpublished'), ['publish', 'submit', 'approve', 'schedule']],
  ['what is archived', state('archived'), []],
];

describe('the workflow of an article', () => {
  it.each(table)('leads from %s to the steps of the table', (_what, from, steps) => {
    expect(stepsFrom(from)).toEqual(steps);
  });

  it('says why, for every step that is not open', () => {
    for (const status of articleStatuses)
      for (const step of workflowSteps)
        if (!stepsFrom(state(status)).includes(step))
          expect(refusal(step, state(status))).toMatch(/^[A-Z].{20,}\.$/);
  });

  it('never makes taking an article down the primary step where there is another', () => {
    for (const [, from] of table) {
      const steps = stepsFrom(from);
      if (steps.length > 1) expect(steps[0]).not.toBe('unpublish');
    }
  });
});
