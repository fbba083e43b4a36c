import type { MediaKind } from '@broadsheet/types';
import { m } from '#lib/paraglide/messages.js';

const names: Record<MediaKind, () => string> = {
  picture: m.media_kind_picture,
  video: m.media_kind_video,
  audio: m.media_kind_audio,
  document: m.media_kind_document,
};

/** What files of a kind are called, in the plural. */
export const kindName = (kind: MediaKind): string => names[kind]();
