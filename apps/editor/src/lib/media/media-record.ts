import type { CropBox, CutCrop, FocalPoint, Language, Media, MediaUpdate } from '@broadsheet/types';
import { api } from '#lib/api/client.ts';
import { cut } from '#lib/locale/cut.ts';
import { withText } from '#lib/locale/with-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { SavedRecord, type Part } from '#lib/saving/saved-record.svelte.ts';

export type MediaPatch = Omit<MediaUpdate, 'version'>;
export type MediaRecord = SavedRecord<Media, MediaPatch>;
type MediaPart<Value> = Part<Media, MediaPatch, Value>;

/** A picture whose fields are saved one by one. `saved` is called with each new state of it. */
export function mediaRecord(picture: Media, saved: (picture: Media) => void): MediaRecord {
  const told = (state: Media) => {
    saved(state);
    return state;
  };
  return new SavedRecord<Media, MediaPatch>(picture, {
    save: async (thing, patch) =>
      told(await api.patch<Media>(`/media/${thing.id}`, { ...patch, version: thing.version })),
    again: async (thing) => told(await api.get<Media>(`/media/${thing.id}`)),
  });
}

const asIs = (text: string) => text;

const wordsLabels = { alt: m.media_alt, caption: m.media_caption, headline: m.media_headline };
const rightsLabels = {
  credit: m.media_credit,
  creator: m.media_creator,
  copyright: m.media_copyright,
  licence: m.media_licence,
};

/** Alt text, caption or headline in one language. */
export function wordsPart(name: 'alt' | 'caption' | 'headline', language: Language): MediaPart<string> {
  return {
    key: `${name}-${language}`,
    label: wordsLabels[name],
    read: (picture) => picture[name][language] ?? '',
    patch: (picture, text) => ({ [name]: withText(picture[name], language, text) }),
    show: asIs,
  };
}

export function rightsPart(name: 'credit' | 'creator' | 'copyright' | 'licence'): MediaPart<string> {
  return {
    key: name,
    label: rightsLabels[name],
    read: (picture) => picture[name],
    patch: (_picture, text) => ({ [name]: text }),
    show: asIs,
  };
}

export const focalPointPart: MediaPart<FocalPoint> = {
  key: 'focalPoint',
  label: m.media_crops,
  read: (picture) => picture.focalPoint,
  patch: (_picture, focalPoint) => ({ focalPoint }),
  show: ({ x, y }) => `${Math.round(x * 100)} %, ${Math.round(y * 100)} %`,
};

/** What was cut by hand; null follows the focal point. */
export const cutPart = (crop: CutCrop): MediaPart<CropBox | null> => ({
  key: `cut-${crop}`,
  label: m.media_crops,
  read: (picture) => picture.cropBoxes[crop],
  patch: (_picture, box) => ({ cropBoxes: { [crop]: box } }),
  show: (box) =>
    box ? [box.width, box.x, box.y].map((part) => `${Math.round(part * 100)} %`).join(', ') : '',
});

/** Words between commas. */
export const keywordsPart: MediaPart<string> = {
  key: 'keywords',
  label: m.media_keywords,
  read: (picture) => picture.keywords.join(', '),
  patch: (_picture, text) => ({
    keywords: [...new Set(text.split(/[,;\n]/).map((word) => cut(word.trim(), 60)))]
      .filter((word) => word !== '')
      .slice(0, 40),
  }),
  show: asIs,
};

/** YYYY-MM-DD; empty for ever. */
export const rightsEndPart: MediaPart<string> = {
  key: 'rightsEnd',
  label: m.media_rights_end,
  read: (picture) => picture.rightsEnd ?? '',
  patch: (_picture, day) => ({ rightsEnd: day || null }),
  show: asIs,
};
