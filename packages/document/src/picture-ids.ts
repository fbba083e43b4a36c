import type { Body } from '@broadsheet/types';

/** The pictures that a body uses, each once, in the order they are first seen. */
export function pictureIds(body: Body): string[] {
  const ids = body.content.flatMap((block) => (block.type === 'picture' ? [block.attrs.mediaId] : []));
  return [...new Set(ids)];
}
