import { isFileAddress, parseEmbed, type Audio, type Embed, type Video } from '@broadsheet/types';
import { newBlockId } from './block-id.ts';
import type { Attributes } from './import-elements.ts';

const longestTitle = 300;

/** What a frame or a player of another page shows, where that can be shown here; null where it can't. */
export function mediaBlock(name: string, attributes: Attributes): Audio | Embed | Video | null {
  const given = attributes.src?.trim() ?? '';
  const src = given.startsWith('//') ? `https:${given}` : given;
  const attrs = { id: newBlockId(), title: attributes.title?.trim().slice(0, longestTitle) || null };
  const content: Embed['content'] = [{ type: 'caption' }];
  if (name === 'iframe') {
    const link = parseEmbed(src)?.link;
    return link ? { type: 'embed', attrs: { ...attrs, address: link }, content } : null;
  }
  if (!isFileAddress(src)) return null;
  const recording = { ...attrs, src, duration: null };
  if (name === 'video') return { type: 'video', attrs: { ...recording, posterId: null }, content };
  return name === 'audio' ? { type: 'audio', attrs: recording, content } : null;
}
