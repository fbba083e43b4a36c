import { Extension, textblockTypeInputRule, type Extensions } from '@tiptap/core';
import { BlockSteps } from './block-steps.ts';
import type { BlockHandles } from './block-handles.svelte.ts';
import { BlockDrop } from './block-drop.ts';
import { BoxKeys } from './box-keys.ts';
import { EmbedPaste } from './embed-paste.ts';

/** The headline is the first level, so that a single `#` means the first below it, as `##` does. */
const HeadingShortcut = Extension.create({
  name: 'headingShortcut',
  addInputRules() {
    const { heading } = this.editor.schema.nodes;
    return heading
      ? [textblockTypeInputRule({ find: /^#\s$/, type: heading, getAttributes: { level: 2 } })]
      : [];
  },
});

/** What a body needs beside its schema, so that its blocks can be made, moved and left. */
export const bodyBlocks = (handles: BlockHandles): Extensions => [
  BlockSteps.configure({ handles }),
  BlockDrop.configure({ handles }),
  BoxKeys,
  EmbedPaste,
  HeadingShortcut,
];
