import type { MarkedText } from '@broadsheet/types';

export interface TextPart {
  text: string;
  isMarked: boolean;
}

/** A text cut where its marks begin and end, to be written as text: nothing of it is ever HTML. */
export function markedParts({ text, marks }: MarkedText): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start > at) parts.push({ text: text.slice(at, start), isMarked: false });
    parts.push({ text: text.slice(start, end), isMarked: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), isMarked: false });
  return parts;
}
