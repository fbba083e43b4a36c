import type { Article, CheckCode, WorkflowStep } from '@broadsheet/types';
import { api } from '#lib/api/client.ts';
import { isFault } from '#lib/api/api-error.ts';
import { sentenceFor } from '#lib/api/error-sentence.ts';
import { statusWord } from '#lib/components/status-word.ts';
import { notify } from '#lib/components/notify.ts';
import { m } from '#lib/paraglide/messages.js';
import { FieldNotSaved, fieldsSaved } from '#lib/saving/edited-here.ts';
import type { Connection } from './connection.svelte.ts';
import { NotSaved } from './not-saved.ts';
import type { OpenArticle } from './open-article.svelte.ts';
import { fasterSentence, fieldSentence, needsOf, warningsOf, type Need } from './step-faults.ts';
import { stepDone, stepPath } from './steps.ts';

/** Why a step came to nothing, and what the article still needs for it. */
export interface StepFault {
  sentence: string;
  needs: readonly Need[];
  /** What a person may take as it is: the step goes on with it. */
  warned?: { step: WorkflowStep; codes: readonly CheckCode[] };
}

/** What a person said to a step: a time, a note, the warnings they take. */
export interface StepAnswer {
  note?: string;
  publishAt?: string;
  accepted?: readonly CheckCode[];
}

/** The steps that lead to readers: a person is asked about warnings. */
const asksFirst = new Set<WorkflowStep>(['approve', 'publish', 'update', 'schedule']);

/** Takes the steps of the workflow, each after the last words are stored, those in the fields beside the text too. */
export class StepRunner {
  busy = $state<WorkflowStep | null>(null);
  fault = $state.raw<StepFault | null>(null);
  readonly #open: OpenArticle;
  readonly #connection: Connection;

  constructor(open: OpenArticle, connection: Connection) {
    this.#open = open;
    this.#connection = connection;
  }

  /** True if the step was taken. */
  async take(step: WorkflowStep, answer: StepAnswer = {}): Promise<boolean> {
    const before = this.#open.article;
    if (!before || this.busy) return false;
    this.busy = step;
    this.fault = null;
    try {
      await fieldsSaved();
      await this.#connection.allSaved();
      const version = this.#open.article?.version ?? before.version;
      const input = { version, ...(asksFirst.has(step) && { accepted: [] }), ...answer };
      const next = await api.post<Article>(stepPath(before.id, step), input);
      this.#open.put(next);
      this.#tell(step, next.publicUrl);
      return true;
    } catch (error) {
      await this.#explain(error, step);
      return false;
    } finally {
      this.busy = null;
    }
  }

  #tell(step: WorkflowStep, publicUrl: string | null): void {
    const isOut = step === 'publish' || step === 'update';
    const look = {
      label: m.write_see_page(),
      run: () => void window.open(publicUrl ?? '', '_blank', 'noopener'),
    };
    notify(stepDone(step), isOut && publicUrl ? look : undefined);
  }

  async #explain(error: unknown, step: WorkflowStep): Promise<void> {
    if (error instanceof NotSaved) {
      this.fault = { sentence: m.write_step_not_saved(), needs: [] };
      return;
    }
    if (error instanceof FieldNotSaved) {
      this.fault = { sentence: fieldSentence(error.field), needs: [] };
      return;
    }
    const codes = warningsOf(error);
    this.fault = {
      sentence: sentenceFor(error),
      needs: needsOf(error),
      ...(codes.length > 0 && { warned: { step, codes } }),
    };
    if (!isFault(error, 'CHANGED_MEANWHILE', 'STEP_NOT_ALLOWED')) return;
    await this.#open.refresh().catch(() => undefined);
    const status = this.#open.article?.status;
    if (error.change) this.fault = { sentence: fasterSentence(error.change), needs: [] };
    else if (status) this.fault = { sentence: m.write_meanwhile({ status: statusWord(status) }), needs: [] };
  }
}
