import type { ImportReport, LostKind } from '@broadsheet/types';
import { m } from '#lib/paraglide/messages.js';

const words: Record<LostKind, (input: { count: number }) => string> = {
  pictures: m.lost_pictures,
  tables: m.lost_tables,
  links: m.lost_links,
  drawings: m.lost_drawings,
  frames: m.lost_frames,
  forms: m.lost_forms,
  scripts: m.lost_scripts,
  formulas: m.lost_formulas,
  charts: m.lost_charts,
  comments: m.lost_comments,
  other: m.lost_other,
};

/** A line for each kind of thing that a file had and its draft has not. */
export const lostWords = ({ lost }: ImportReport): string[] =>
  lost.map(({ what, count }) => words[what]({ count }));
