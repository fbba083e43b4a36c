import type { CropBoxes, LocalizedText, Media, MediaKind } from '@broadsheet/types';
import type { Holder, SqlParameters } from '../permissions/permissions.ts';
import { mediaChangeSql } from './media-access.ts';

export interface MediaRow {
  id: string;
  kind: MediaKind;
  filename: string;
  mime_type: string;
  bytes: number;
  width: number;
  height: number;
  duration: number | null;
  headline: LocalizedText;
  alt: LocalizedText;
  caption: LocalizedText;
  credit: string;
  creator: string;
  copyright: string;
  licence: string;
  keywords: string[];
  taken_at: Date | null;
  rights_end: string | null;
  has_place: boolean;
  focal_x: number;
  focal_y: number;
  crop_boxes: Partial<CropBoxes>;
  uploaded_by: { id: string; name: string };
  created_at: Date;
  may_change: boolean;
  version: number;
}

/** What `toMedia` makes a file of, as this person is answered. */
export const mediaColumns = (
  person: Holder,
  parameters: SqlParameters,
): string => `media.id, media.kind, media.filename, media.mime_type, media.bytes, media.width,
  media.height, media.duration, media.headline, media.alt, media.caption, media.credit, media.creator,
  media.copyright, media.licence, media.keywords, media.taken_at, media.rights_end::text as rights_end,
  media.has_place, media.focal_x, media.focal_y, media.crop_boxes, media.created_at, media.version,
  json_build_object('id', uploader.id, 'name', uploader.name) as uploaded_by,
  ${mediaChangeSql(person, parameters)} as may_change`;

export const toMedia = (row: MediaRow): Media => ({
  id: row.id,
  kind: row.kind,
  filename: row.filename,
  mimeType: row.mime_type,
  bytes: row.bytes,
  width: row.width,
  height: row.height,
  duration: row.duration,
  headline: row.headline,
  alt: row.alt,
  caption: row.caption,
  credit: row.credit,
  creator: row.creator,
  copyright: row.copyright,
  licence: row.licence,
  keywords: row.keywords,
  takenAt: row.taken_at?.toISOString() ?? null,
  rightsEnd: row.rights_end,
  hasPlace: row.has_place,
  focalPoint: { x: row.focal_x, y: row.focal_y },
  cropBoxes: { '3x2': null, '16x9': null, ...row.crop_boxes },
  uploadedBy: row.uploaded_by,
  createdAt: row.created_at.toISOString(),
  may: { change: row.may_change },
  version: row.version,
});
