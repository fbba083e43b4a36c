import {
  checkCodes,
  type ChangeMeanwhile,
  type CheckCode,
  type CheckFinding,
  type FaultReason,
} from '@broadsheet/types';
import { ApiError, isFault } from '#lib/api/api-error.ts';
import { sentenceFor } from '#lib/api/error-sentence.ts';
import { m } from '#lib/paraglide/messages.js';
import type { NotKept } from '#lib/saving/saved-record.svelte.ts';
import { checkWords } from './checks/check-words.ts';

const needs: Record<FaultReason, () => string> = {
  ...checkWords,
  time_skipped: m.write_need_time,
  format_unreadable: m.error_format_unreadable,
};

/** The warnings that hold a step back until a person takes them. */
export function warningsOf(error: unknown): CheckCode[] {
  if (!isFault(error, 'ARTICLE_WARNED')) return [];
  const reasons = new Set(error.fields.map(({ reason }) => reason));
  return checkCodes.filter((code) => reasons.has(code));
}

/** A thing that is still to be done before a step. */
export interface Need {
  words: string;
  reason: FaultReason;
}

/** What is still to be done before a step, each thing once. */
export function needsOf(error: unknown): Need[] {
  const reasons = error instanceof ApiError ? error.fields.flatMap(({ reason }) => reason ?? []) : [];
  return [...new Set(reasons)].map((reason) => ({ words: needs[reason](), reason }));
}

/** Where one begins with it, of what the checks find in the article now. */
export function findingOf({ reason }: Need, findings: readonly CheckFinding[]): CheckFinding | undefined {
  return findings.find(({ code }) => code === reason);
}

const faster: Record<ChangeMeanwhile['what'], (inputs: { name: string }) => string> = {
  submit: m.write_faster_submit,
  send_back: m.write_faster_send_back,
  approve: m.write_faster_approve,
  publish: m.write_faster_publish,
  update: m.write_faster_update,
  schedule: m.write_faster_schedule,
  unschedule: m.write_faster_unschedule,
  unpublish: m.write_faster_unpublish,
  details: m.write_faster_details,
};

/** Which field beside the text is not saved, and why. */
export function fieldSentence({ label, error }: NotKept): string {
  return error ? m.write_step_field({ label, reason: sentenceFor(error) }) : m.write_step_choose({ label });
}

/** Who was faster, and with what. */
export function fasterSentence({ by, what }: ChangeMeanwhile): string {
  return faster[what]({ name: by ?? m.write_somebody() });
}
