import { m } from '#lib/paraglide/messages.js';
import { ApiError, KeptHere, type FaultCode } from './api-error.ts';

const sentences: Record<FaultCode, () => string> = {
  UNREACHABLE: m.error_unreachable,
  ANSWER_UNREADABLE: m.error_answer_unreadable,
  BAD_REQUEST: m.error_bad_request,
  INPUT_INVALID: m.error_input_invalid,
  NOT_SIGNED_IN: m.error_not_signed_in,
  SESSION_EXPIRED: m.error_session_expired,
  SIGN_IN_FAILED: m.error_sign_in_failed,
  PASSWORD_WRONG: m.error_password_wrong,
  PASSWORD_WEAK: m.error_password_weak,
  LINK_INVALID: m.error_link_invalid,
  FORBIDDEN: m.error_forbidden,
  ORIGIN_REFUSED: m.error_origin_refused,
  NOT_FOUND: m.error_not_found,
  GONE: m.error_gone,
  METHOD_NOT_ALLOWED: m.error_method_not_allowed,
  EMAIL_TAKEN: m.error_email_taken,
  SLUG_TAKEN: m.error_slug_taken,
  LANGUAGE_EXISTS: m.error_language_exists,
  LANGUAGE_NOT_LIVE: m.error_language_not_live,
  CHANGED_MEANWHILE: m.error_changed_meanwhile,
  STEP_NOT_ALLOWED: m.error_step_not_allowed,
  ARTICLE_NOT_READY: m.error_article_not_ready,
  ARTICLE_WARNED: m.error_article_warned,
  SCHEDULE_IN_PAST: m.error_schedule_in_past,
  DOCUMENT_INVALID: m.error_document_invalid,
  IN_USE: m.error_in_use,
  LAST_ADMIN: m.error_last_admin,
  GRANT_INVALID: m.error_grant_invalid,
  MEDIA_TOO_LARGE: m.error_media_too_large,
  MEDIA_TYPE_REFUSED: m.error_media_type_refused,
  MEDIA_BROKEN: m.error_media_broken,
  MEDIA_EMPTY: m.error_media_empty,
  ADDRESS_REFUSED: m.error_address_refused,
  ADDRESS_SILENT: m.error_address_silent,
  IMPORT_UNREADABLE: m.error_import_unreadable,
  IMPORT_TOO_LARGE: m.error_import_too_large,
  ARTICLE_NOT_EMPTY: m.error_article_not_empty,
  SUGGESTIONS_OPEN: m.error_suggestions_open,
  PAYLOAD_TOO_LARGE: m.error_payload_too_large,
  TOO_MANY_REQUESTS: m.error_too_many_requests,
  STORAGE_FULL: m.error_storage_full,
  STORE_UNAVAILABLE: m.error_store_unavailable,
  DATABASE_UNAVAILABLE: m.error_database_unavailable,
  OVERLOADED: m.error_overloaded,
  INTERNAL: m.error_internal,
};

/** What to tell the person: what happened, what is safe, what to do. */
export function sentenceFor(error: unknown): string {
  if (error instanceof KeptHere) return m.saving_kept_here();
  if (error instanceof ApiError && error.fields.some(({ reason }) => reason === 'format_unreadable'))
    return m.error_format_unreadable();
  return error instanceof ApiError ? sentences[error.code]() : sentences.INTERNAL();
}
