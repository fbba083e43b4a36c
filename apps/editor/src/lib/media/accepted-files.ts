import type { MediaKind } from '@broadsheet/types';

const types: Record<MediaKind, string> = {
  picture: 'image/jpeg,image/png,image/webp,image/avif,image/heic,image/gif,image/svg+xml',
  video: 'video/mp4',
  audio: 'audio/mpeg',
  document: 'application/pdf',
};

/** What a file chooser offers for these kinds. */
export const acceptedFiles = (kinds: readonly MediaKind[]): string =>
  kinds.map((kind) => types[kind]).join(',');
