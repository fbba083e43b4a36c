import type { RevisionMetadata, RevisionSummary } from '@broadsheet/types';
import { same } from '#lib/saving/same.ts';

export type MetadataField = keyof RevisionMetadata;

/** A field that two versions hold differently, and who made it what it is. */
export interface MetadataRow {
  field: MetadataField;
  before: RevisionMetadata[MetadataField];
  after: RevisionMetadata[MetadataField];
  /** The first version that holds the later value for good; null when no version holds it yet. */
  since: RevisionSummary | null;
  /** Who wrote that version, or what none holds yet. */
  writtenBy: RevisionSummary['writtenBy'];
}

/**
 * What is different beside the text. @param between the versions after the earlier one, up to the later one with it,
 * oldest first
 * @param unkept who has written what stands in the later of the two and in no version
 */
export function metadataRows(
  before: RevisionMetadata,
  after: RevisionMetadata,
  between: readonly RevisionSummary[],
  unkept: RevisionSummary['writtenBy'],
): MetadataRow[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])] as MetadataField[];
  return fields
    .filter((field) => !isSame(before[field], after[field]))
    .map((field) => {
      const last = between.findLastIndex(({ metadata }) => !isSame(metadata[field], after[field]));
      const since = between[last + 1] ?? null;
      const writtenBy = since?.writtenBy ?? unkept;
      return { field, before: before[field], after: after[field], since, writtenBy };
    });
}

/** A value that is not there is the same as an empty one: a version of before the field was known. */
const isSame = (one: unknown, other: unknown): boolean =>
  same(one, other) || (isEmpty(one) && isEmpty(other));

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
