import { mediaKinds, type MediaKind } from '@broadsheet/types';

/** As browsers name them. */
const types: Record<MediaKind, string> = {
  picture: 'image/jpeg,image/png,image/webp,image/avif,image/heic,image/gif,image/svg+xml',
  video: 'video/mp4',
  audio: 'audio/mpeg,audio/mp3',
  document: 'application/pdf',
};

/** What a file chooser offers for these kinds. */
export const acceptedFiles = (kinds: readonly MediaKind[]): string =>
  kinds.map((kind) => types[kind]).join(',');

/** What a file of this device says it is; null for what the library takes in no case. It looks at what is in it. */
export function kindOfFile({ type }: Pick<File, 'type'>): MediaKind | null {
  if (type.startsWith('image/')) return 'picture';
  return mediaKinds.find((kind) => types[kind].split(',').includes(type)) ?? null;
}
