import type { Article, ArticleStatus, WorkflowStep } from '@broadsheet/types';
import { m } from '#lib/paraglide/messages.js';

const words: Record<WorkflowStep, () => string> = {
  submit: m.write_step_submit,
  send_back: m.write_step_send_back,
  approve: m.write_step_approve,
  publish: m.write_step_publish,
  update: m.write_step_update,
  schedule: m.write_step_schedule,
  unschedule: m.write_step_unschedule,
  unpublish: m.write_step_unpublish,
};
const done: Record<WorkflowStep, () => string> = {
  submit: m.write_done_submit,
  send_back: m.write_done_send_back,
  approve: m.write_done_approve,
  publish: m.write_done_publish,
  update: m.write_done_update,
  schedule: m.write_done_schedule,
  unschedule: m.write_done_unschedule,
  unpublish: m.write_done_unpublish,
};

/** What a step is called while the clock is to take the next one. */
const wordsOnSchedule: Partial<Record<WorkflowStep, () => string>> = {
  schedule: m.write_reschedule,
  publish: m.write_publish_now,
  update: m.write_update_now,
};

/** The plain verb for what happens next to an article of this status. */
export function stepWord(step: WorkflowStep, status: ArticleStatus): string {
  return (status === 'scheduled' ? wordsOnSchedule[step] : undefined)?.() ?? words[step]();
}

/** What to say when it has happened. */
export function stepDone(step: WorkflowStep): string {
  return done[step]();
}

/** The steps that need an answer first: a time, a note, or a yes. */
export type AskingStep = 'schedule' | 'send_back' | 'unpublish';

export function needsAnswer(step: WorkflowStep): step is AskingStep {
  return step === 'schedule' || step === 'send_back' || step === 'unpublish';
}

/**
 * The one next step, and the others beside it. Taking an article down is never the next step; for what is scheduled
 * the clock takes it.
 */
export function splitSteps({
  status,
  may,
}: Pick<Article, 'status'> & { may: Pick<Article['may'], 'steps'> }): {
  next: WorkflowStep | null;
  others: WorkflowStep[];
} {
  const [first, ...rest] = may.steps;
  if (first === undefined) return { next: null, others: [] };
  const noneIsNext = first === 'unpublish' || status === 'scheduled';
  return noneIsNext ? { next: null, others: may.steps } : { next: first, others: rest };
}

/** The API's path of a step. An update is a publication of what readers already have. */
export function stepPath(articleId: string, step: WorkflowStep): string {
  const command = step === 'update' ? 'publish' : step.replace('_', '-');
  return `/articles/${articleId}/${command}`;
}
