import { crops, type Language, type PublicPicture } from '@broadsheet/types';

/** What of a published article decides which pages show it, and how. */
export interface PublishedState {
  slug: string;
  headline: string;
  standfirst: string;
  sectionId: string | null;
  regionIds: readonly string[];
  topicIds: readonly string[];
  authorIds: readonly string[];
  /** The original stands elsewhere, so other versions do not name this one to search engines. */
  isSyndicated: boolean;
  picture: PublicPicture | null;
  /** Keys of the pictures that readers may fetch because of this article. */
  mediaKeys: readonly string[];
}

/**
 * The keys of the pages that change when an article goes from `before` to `after`; null means not published.
 * Lists of both states change; `card:` says that pages showing it in passing are wrong, `gone:` that they show what
 * readers may no longer see, `story:` that the
 * translations named on its other languages' pages are.
 */
export function changeKeys(
  article: { id: string; storyId: string; language: Language },
  before: PublishedState | null,
  after: PublishedState | null,
): Set<string> {
  const keys = new Set([`article:${article.id}`]);
  for (const state of [before, after])
    if (state) for (const list of listKeys(article.language, state)) keys.add(list);
  if (before?.slug !== after?.slug || before?.isSyndicated !== after?.isSyndicated)
    keys.add(`story:${article.storyId}`);
  if (before && (!after || looksDifferent(before, after))) keys.add(`card:${article.id}`);
  if (before && !after) keys.add(`gone:${article.id}`);
  const kept = new Set(after?.mediaKeys);
  for (const key of before?.mediaKeys ?? []) if (!kept.has(key)) keys.add(`media:${key}`);
  return keys;
}

function listKeys(language: Language, state: PublishedState): string[] {
  const list = (kind: string) => (id: string) => `list:${language}:${kind}:${id}`;
  return [
    `list:${language}:home`,
    ...(state.sectionId ? [list('section')(state.sectionId)] : []),
    ...state.regionIds.map(list('region')),
    ...state.topicIds.map(list('topic')),
    ...state.authorIds.map(list('author')),
  ];
}

const looksDifferent = (before: PublishedState, after: PublishedState) =>
  before.headline !== after.headline ||
  before.standfirst !== after.standfirst ||
  before.slug !== after.slug ||
  markOf(before.picture) !== markOf(after.picture);

const markOf = (picture: PublicPicture | null) =>
  picture &&
  [...crops.map((crop) => picture.keys[crop]), picture.alt, picture.caption, picture.credit].join('\n');
