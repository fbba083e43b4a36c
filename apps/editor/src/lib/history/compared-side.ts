import type { ComparedLine } from '@broadsheet/document/compare';

/** One of two versions side by side, or both in one text. */
export type Side = 'before' | 'after' | 'both';

/** Whether one side has a line, or a part of one. */
export const isOn = ({ change }: Pick<ComparedLine, 'change'>, side: Side): boolean =>
  side === 'both' || change !== (side === 'before' ? 'added' : 'removed');
