import type { Body, TextNode } from '@broadsheet/types';

/** Letters that stand in no text: what is rendered for readers forgets which words are still to be found. */
const [begin, end] = ['\uE002', '\uE003'];

/** The body with those letters around each piece that is marked so. */
export const tkMarked = (body: Body): Body => within(body);

/** What was rendered of it, with a mark in HTML in their place, which Markdown may hold as well. */
export const withTk = (rendered: string): string =>
  rendered
    .replaceAll(/\uE002([^\uE002\uE003]*)\uE003/g, '<span data-tk>$1</span>')
    .replaceAll(/[\uE002\uE003]/g, '');

function within<Part>(part: Part): Part {
  if (Array.isArray(part)) return part.map((each: unknown) => within(each)) as Part;
  if (typeof part !== 'object' || part === null) return part;
  if (isMarked(part)) return { ...part, text: begin + part.text + end };
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, within<unknown>(value)]),
  ) as Part;
}

function isMarked(part: object): part is TextNode {
  const { type, marks } = part as { type?: unknown; marks?: unknown };
  return (
    type === 'text' && Array.isArray(marks) && marks.some((mark: { type?: unknown }) => mark.type === 'tk')
  );
}
