import { z } from 'zod';
import { workflowSteps } from './articles.ts';
import { checkCodes } from './checks.ts';

/**
 * The closed list of error codes of the API. The API maps each to an HTTP status in one table;
 * clients may switch on them, so a code is never renamed and never means two things.
 */
export const errorCodes = [
  'BAD_REQUEST',
  'INPUT_INVALID',
  'NOT_SIGNED_IN',
  'SESSION_EXPIRED',
  'SIGN_IN_FAILED',
  'PASSWORD_WRONG',
  'PASSWORD_WEAK',
  'LINK_INVALID',
  'FORBIDDEN',
  'ORIGIN_REFUSED',
  'NOT_FOUND',
  'GONE',
  'METHOD_NOT_ALLOWED',
  'EMAIL_TAKEN',
  'SLUG_TAKEN',
  'LANGUAGE_EXISTS',
  'LANGUAGE_NOT_LIVE',
  'CHANGED_MEANWHILE',
  'STEP_NOT_ALLOWED',
  'ARTICLE_NOT_READY',
  'ARTICLE_WARNED',
  'SCHEDULE_IN_PAST',
  'DOCUMENT_INVALID',
  'IN_USE',
  'LAST_ADMIN',
  'GRANT_INVALID',
  'MEDIA_TOO_LARGE',
  'MEDIA_TYPE_REFUSED',
  'MEDIA_BROKEN',
  'MEDIA_EMPTY',
  'ADDRESS_REFUSED',
  'ADDRESS_SILENT',
  'IMPORT_UNREADABLE',
  'IMPORT_TOO_LARGE',
  'ARTICLE_NOT_EMPTY',
  'SUGGESTIONS_OPEN',
  'PAYLOAD_TOO_LARGE',
  'TOO_MANY_REQUESTS',
  'STORAGE_FULL',
  'STORE_UNAVAILABLE',
  'DATABASE_UNAVAILABLE',
  'OVERLOADED',
  'INTERNAL',
] as const;

export const errorCode = z.enum(errorCodes).meta({ id: 'ErrorCode' });
export type ErrorCode = z.infer<typeof errorCode>;

/** Why a part of an input or of an article can't be taken: what a client needs to say it in its own language. */
export const faultReasons = [...checkCodes, 'time_skipped', 'format_unreadable'] as const;
export const faultReason = z.enum(faultReasons).meta({ id: 'FaultReason' });
export type FaultReason = z.infer<typeof faultReason>;

/** Who changed an article before the person who is answered, if that is known, and what they did. */
export const changeMeanwhile = z
  .object({ by: z.string().nullable(), what: z.enum([...workflowSteps, 'details']) })
  .meta({ id: 'ChangeMeanwhile' });
export type ChangeMeanwhile = z.infer<typeof changeMeanwhile>;

/** RFC 9457 problem details, with our code and, for invalid input, the place of each fault. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: errorCode,
    detail: z.string(),
    instance: z.string().optional(),
    errors: z
      .array(z.object({ path: z.string(), message: z.string(), reason: faultReason.optional() }))
      .optional(),
    /** With `CHANGED_MEANWHILE` of an article. */
    change: changeMeanwhile.optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;
