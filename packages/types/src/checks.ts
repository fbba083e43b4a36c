import { z } from 'zod';
import { id } from './common.ts';

/** What is looked at before an article reaches its readers. The first ones keep it from them, the others ask. */
export const stoppingChecks = [
  'headline_missing',
  'slug_missing',
  'section_missing',
  'text_missing',
  'picture_gone',
  'gallery_size',
  'picture_undescribed',
  'lead_gone',
  'lead_undescribed',
  'tk_left',
  'suggestion_open',
  'comment_blocking',
  'rights_expired',
] as const;
export const askingChecks = [
  'headline_short',
  'headline_long',
  'standfirst_missing',
  'byline_missing',
  'lead_missing',
  'lead_uncredited',
  'block_empty',
  'heading_order',
  'language_unmarked',
  'link_dead',
  'rights_expiring',
] as const;
export const checkCodes = [...stoppingChecks, ...askingChecks] as const;
export const checkCode = z.enum(checkCodes).meta({ id: 'CheckCode' });
export type CheckCode = z.infer<typeof checkCode>;

export const isStopping = (code: CheckCode): boolean =>
  (stoppingChecks as readonly CheckCode[]).includes(code);

/** How long a headline should be, in characters: lists cut longer ones. */
export const headlineLength = { least: 15, most: 90 } as const;

/** Where a finding is mended. */
export const checkPlaces = [
  'headline',
  'standfirst',
  'body',
  'lead',
  'section',
  'authors',
  'slug',
  'comments',
] as const;
export const checkPlace = z.enum(checkPlaces);
export type CheckPlace = z.infer<typeof checkPlace>;

/** One thing that a check has found. */
export const checkFinding = z
  .object({
    code: checkCode,
    place: checkPlace,
    /** The block of the body. */
    blockId: z.string().nullable(),
    /** The words it is about, cut short. */
    quote: z.string(),
    /** The file of the library, where it is mended there. */
    mediaId: id.optional(),
    /** The conversation that is to be resolved. */
    threadId: id.optional(),
  })
  .meta({ id: 'CheckFinding' });
export type CheckFinding = z.infer<typeof checkFinding>;

/** All that is found now, as a step would find it. */
export const checkReport = z.object({ findings: z.array(checkFinding) }).meta({ id: 'CheckReport' });
export type CheckReport = z.infer<typeof checkReport>;
