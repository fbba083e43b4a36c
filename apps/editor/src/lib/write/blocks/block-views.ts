import type { Language, Media } from '@broadsheet/types';
import type { NodeViewRenderer } from '@tiptap/core';
import { m } from '#lib/paraglide/messages.js';
import { quoteView } from '../text/quote-view.ts';
import type { BlockAsks } from './block-asks.svelte.ts';
import { blockView, boxName, laterPart, part } from './block-view.ts';
import LineField from './LineField.svelte';
import { StoryShelf } from './story-shelf.svelte.ts';
import { taskView } from './task-view.ts';

interface Options {
  language: Language;
  asks: BlockAsks;
  /** Opens the media library; what is chosen there goes to `take`. */
  choose: (take: (picture: Media) => void) => void;
  /** Opens it for more pictures of a gallery: as many as that still takes. */
  chooseMore: (galleryId: string, most: number) => void;
}

/** How the blocks of a body are drawn that have more to fill in than words. */
export function blockViews({
  language,
  asks,
  choose,
  chooseMore,
}: Options): Record<string, NodeViewRenderer> {
  const stories = new StoryShelf();
  return {
    blockquote: quoteView(),
    pullQuote: quoteView('pull'),
    taskItem: taskView,
    factBox: blockView({
      tag: 'aside',
      className: 'box facts',
      above: part(LineField, {
        name: 'title',
        label: `${m.blocks_fact_box()}: ${m.blocks_title()}`,
        look: 'title',
      }),
    }),
    keyPoints: blockView({
      tag: 'div',
      className: 'box points',
      above: boxName(m.blocks_key_points()),
    }),
    qa: blockView({ tag: 'div', className: 'box qa', above: laterPart(() => import('./QaBar.svelte'), {}) }),
    correction: blockView({
      tag: 'section',
      className: 'box fix',
      above: laterPart(() => import('./CorrectionHead.svelte'), {}),
    }),
    gallery: blockView({
      tag: 'section',
      className: 'box gallery-box',
      above: laterPart(() => import('./GalleryHead.svelte'), { onadd: chooseMore }),
    }),
    video: blockView({
      tag: 'figure',
      className: 'recording',
      above: laterPart(() => import('./RecordingBox.svelte'), { kind: 'video', onposter: choose }),
    }),
    audio: blockView({
      tag: 'figure',
      className: 'recording',
      above: laterPart(() => import('./RecordingBox.svelte'), { kind: 'audio', onposter: choose }),
    }),
    embed: blockView({
      tag: 'figure',
      className: 'recording',
      above: laterPart(() => import('./EmbedBox.svelte'), {}),
    }),
    relatedStory: blockView({
      tag: 'div',
      className: 'related',
      above: laterPart(() => import('./RelatedBox.svelte'), { asks, language, stories }),
      content: null,
    }),
    table: blockView({
      tag: 'div',
      className: 'table-box',
      above: laterPart(() => import('./TableBar.svelte'), {}),
      below: part(LineField, { name: 'caption', label: m.blocks_caption_table() }),
      content: tableWords,
    }),
  };
}

function tableWords(): { outer: HTMLElement; inner: HTMLElement } {
  const outer = document.createElement('div');
  outer.className = 'table-scroll';
  const table = document.createElement('table');
  const inner = document.createElement('tbody');
  table.append(inner);
  outer.append(table);
  return { outer, inner };
}
