import { Extension, nodeInputRule, textblockTypeInputRule, type Extensions } from '@tiptap/core';
import type { BlockHandles } from './block-handles.svelte.ts';
import { BlockDrop } from './block-drop.ts';
import { BoxKeys } from './box-keys.ts';
import { EmbedPaste } from './embed-paste.ts';

/** The headline is the first level, so that a single `#` means the first below it, as `##` does. */
const headingSigns = [
  { find: /^##?\s$/, level: 2 },
  { find: /^###\s$/, level: 3 },
  { find: /^####\s$/, level: 4 },
];

/** Signs at the start of a line that the typography of a language would take for a number sign or a dash. */
const LineSigns = Extension.create({
  name: 'lineSigns',
  // before typography
  priority: 1200,
  addInputRules() {
    const { heading, horizontalRule } = this.editor.schema.nodes;
    return [
      ...(heading
        ? headingSigns.map(({ find, level }) =>
            textblockTypeInputRule({ find, type: heading, getAttributes: { level } }),
          )
        : []),
      // of three hyphens the first two are a dash by then
      ...(horizontalRule ? [nodeInputRule({ find: /^(?:--|[–—])-$/, type: horizontalRule })] : []),
    ];
  },
});

/** What a body needs beside its schema, so that its blocks can be made, moved and left. */
export const bodyBlocks = (handles: BlockHandles): Extensions => [
  BlockDrop.configure({ handles }),
  BoxKeys,
  EmbedPaste,
  LineSigns,
];
