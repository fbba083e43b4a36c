import type { Block, Inline } from '@broadsheet/types';

const writtenBox = /^(?:\[([ xX])\]|([☐☑☒]))[\s\u00A0]+/;

/** The box that is written before the words of a task, and the line without it; null where there is none, or no words. */
export function takeBox(block: Block): { isChecked: boolean; line: Block } | null {
  const [first, ...others] = block.type === 'paragraph' ? (block.content ?? []) : [];
  if (block.type !== 'paragraph' || first?.type !== 'text') return null;
  const [box = '', sign, drawn] = writtenBox.exec(first.text) ?? [];
  const text = first.text.slice(box.length);
  const content: Inline[] = text === '' ? others : [{ ...first, text }, ...others];
  if (box === '' || content.length === 0) return null;
  return { isChecked: drawn === undefined ? sign !== ' ' : drawn !== '☐', line: { ...block, content } };
}
