import type { ArticleStatus, ScopedAction, WorkflowStep } from '@broadsheet/types';

/** All of an article that the workflow looks at. */
export interface WorkflowState {
  status: ArticleStatus;
  /** Readers have it, whatever the status of the next version. */
  isPublished: boolean;
  changedSincePublication: boolean;
  changedSinceApproval: boolean;
}

const publishing = (state: WorkflowState): WorkflowStep => (state.isPublished ? 'update' : 'publish');

/**
 * What each status leads to, the primary step first; taking an article down is never primary. What is scheduled has
 * no primary step: the clock takes the next one.
 */
const stepsOf: Record<ArticleStatus, (state: WorkflowState) => WorkflowStep[]> = {
  draft: (state) => ['submit', 'approve', publishing(state), 'schedule'],
  in_review: (state) => ['approve', 'send_back', publishing(state), 'schedule'],
  approved: (state) => [
    publishing(state),
    'schedule',
    ...(state.changedSinceApproval ? (['approve'] as const) : []),
    'send_back',
  ],
  scheduled: (state) => ['schedule', publishing(state), 'unschedule'],
  published: (state) =>
    state.changedSincePublication ? [publishing(state), 'submit', 'approve', 'schedule'] : [],
  unpublished: (state) => [publishing(state), 'submit', 'approve', 'schedule'],
  archived: () => [],
};

/** The steps that the workflow allows now, whoever asks. */
export function stepsFrom(state: WorkflowState): WorkflowStep[] {
  const steps = stepsOf[state.status](state);
  return state.isPublished ? [...steps, 'unpublish'] : steps;
}

/** The right that each step needs. */
export const stepAction: Record<WorkflowStep, ScopedAction> = {
  submit: 'article.submit',
  send_back: 'article.send_back',
  approve: 'article.approve',
  publish: 'article.publish',
  update: 'article.publish',
  schedule: 'article.publish',
  unschedule: 'article.publish',
  unpublish: 'article.unpublish',
};

/** Where each step leads. */
export const stepTarget: Record<WorkflowStep, ArticleStatus> = {
  submit: 'in_review',
  send_back: 'draft',
  approve: 'approved',
  publish: 'published',
  update: 'published',
  schedule: 'scheduled',
  unschedule: 'approved',
  unpublish: 'unpublished',
};

/** Past tense for people who came too late: "Narine approved this article". */
export const stepPast: Record<WorkflowStep | 'details', string> = {
  submit: 'sent this article to the desk',
  send_back: 'sent this article back',
  approve: 'approved this article',
  publish: 'published this article',
  update: 'updated this article for readers',
  schedule: 'scheduled this article',
  unschedule: 'took this article off the schedule',
  unpublish: 'took this article off the site',
  details: 'changed what is kept beside the text of this article',
};

/** Why a step is not among the allowed ones, as a sentence. */
export function refusal(step: WorkflowStep, state: WorkflowState): string {
  if ((step === 'publish' || step === 'update') && state.status === 'published')
    return 'Readers already see this very version. Change something first.';
  if (step === 'unpublish') return 'Readers do not have this article, so there is nothing to take down.';
  const states: Record<ArticleStatus, string> = {
    draft: 'a draft',
    in_review: 'with the desk',
    approved: 'approved',
    scheduled: 'scheduled',
    published: 'published',
    unpublished: 'off the site',
    archived: 'archived',
  };
  return `This article is ${states[state.status]}, so this step is not open now. Nothing was changed; look at its state and choose another.`;
}
