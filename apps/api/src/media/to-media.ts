import type { LocalizedText, Media } from '@broadsheet/types';

export interface MediaRow {
  id: string;
  filename: string;
  mime_type: string;
  bytes: number;
  width: number;
  height: number;
  alt: LocalizedText;
  caption: LocalizedText;
  credit: string;
  licence: string;
  focal_x: number;
  focal_y: number;
  uploaded_by: { id: string; name: string };
  created_at: Date;
  version: number;
}

export const mediaColumns = `media.id, media.filename, media.mime_type, media.bytes, media.width, media.height,
  media.alt, media.caption, media.credit, media.licence, media.focal_x, media.focal_y, media.created_at,
  media.version, json_build_object('id', uploader.id, 'name', uploader.name) as uploaded_by`;

export const toMedia = (row: MediaRow): Media => ({
  id: row.id,
  filename: row.filename,
  mimeType: row.mime_type,
  bytes: row.bytes,
  width: row.width,
  height: row.height,
  alt: row.alt,
  caption: row.caption,
  credit: row.credit,
  licence: row.licence,
  focalPoint: { x: row.focal_x, y: row.focal_y },
  uploadedBy: row.uploaded_by,
  createdAt: row.created_at.toISOString(),
  version: row.version,
});
