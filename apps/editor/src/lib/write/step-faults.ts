import type { ChangeMeanwhile, FaultReason } from '@broadsheet/types';
import { ApiError } from '#lib/api/api-error.ts';
import { m } from '#lib/paraglide/messages.js';

const needs: Record<FaultReason, () => string> = {
  headline_missing: m.write_need_headline,
  slug_missing: m.write_need_slug,
  section_missing: m.write_need_section,
  text_missing: m.write_need_text,
  picture_gone: m.write_need_picture_gone,
  gallery_size: m.write_need_gallery_size,
  picture_undescribed: m.write_need_picture_words,
  lead_gone: m.write_need_lead_gone,
  lead_undescribed: m.write_need_lead_words,
  time_skipped: m.write_need_time,
};

/** What is still to be done before a step, each thing once. */
export function needsOf(error: unknown): string[] {
  const reasons = error instanceof ApiError ? error.fields.flatMap(({ reason }) => reason ?? []) : [];
  return [...new Set(reasons)].map((reason) => needs[reason]());
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

/** Who was faster, and with what. */
export function fasterSentence({ by, what }: ChangeMeanwhile): string {
  return faster[what]({ name: by ?? m.write_somebody() });
}
