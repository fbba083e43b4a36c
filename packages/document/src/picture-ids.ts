import type { Block, Body, Picture } from '@broadsheet/types';

/** The pictures that stand in a body, those of its galleries included, in order. */
export function picturesIn(body: Body): Picture[] {
  return body.content.flatMap((block) => {
    if (block.type === 'picture') return [block];
    return block.type === 'gallery' ? block.content : [];
  });
}

const idsOf = (block: Block): string[] => {
  if (block.type === 'picture') return [block.attrs.mediaId];
  if (block.type === 'gallery') return block.content.map((picture) => picture.attrs.mediaId);
  return block.type === 'video' && block.attrs.posterId !== null ? [block.attrs.posterId] : [];
};

/** The recordings of the library that a body plays, each once. */
export function recordingIds(body: Body): string[] {
  const ids = body.content.flatMap((block) =>
    block.type === 'video' || block.type === 'audio' ? (block.attrs.mediaId ?? []) : [],
  );
  return [...new Set(ids)];
}

/** The pictures that a body uses, posters of films included, each once, in the order they are first seen. */
export function pictureIds(body: Body): string[] {
  return [...new Set(body.content.flatMap(idsOf))];
}
