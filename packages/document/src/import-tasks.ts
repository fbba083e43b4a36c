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

/** The line of a task that is done, without the line that its program drew through all of it. */
export function unstruck(block: Block): Block {
  if (block.type !== 'paragraph') return block;
  const content = block.content ?? [];
  const isStruck = content.every(
    (node) => node.type !== 'text' || node.marks?.some(({ type }) => type === 'strike'),
  );
  if (!isStruck) return block;
  return { ...block, content: content.map((node) => (node.type === 'text' ? withoutStrike(node) : node)) };
}

function withoutStrike({ marks = [], ...node }: Extract<Inline, { type: 'text' }>): Inline {
  const others = marks.filter(({ type }) => type !== 'strike');
  return { ...node, ...(others.length > 0 && { marks: others }) };
}
