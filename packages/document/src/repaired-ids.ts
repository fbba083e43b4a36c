import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { Mapping } from '@tiptap/pm/transform';
import { newBlockId } from './block-id.ts';

/** Where blocks stand that have no id or share one, found in one walk that skips text. */
interface Census {
  positions: Map<string, number[]>;
  nameless: number[];
}

/** The ids that blocks need after an edit, by position in the new document; empty when all is well. */
export function repairedIds(
  transactions: readonly Transaction[],
  oldDocument: Node,
  newDocument: Node,
): Map<number, string> {
  const repairs = new Map<number, string>();
  const { positions, nameless } = takeCensus(newDocument);
  const shared = [...positions].filter(([, places]) => places.length > 1);
  if (shared.length === 0 && nameless.length === 0) return repairs;

  const mapping = new Mapping(transactions.flatMap((transaction) => transaction.mapping.maps));
  const before = takeCensus(oldDocument).positions;
  for (const [id, places] of shared) {
    const oldPosition = before.get(id)?.[0];
    const keeper = chooseKeeper(newDocument, places, oldPosition, mapping);
    for (const place of places) if (place !== keeper) repairs.set(place, newBlockId());
  }
  const back = mapping.invert();
  for (const place of nameless) {
    const lost = idBefore(oldDocument, newDocument.nodeAt(place), back.map(place));
    const isFree = lost !== null && !positions.has(lost);
    if (isFree) positions.set(lost, [place]);
    repairs.set(place, isFree ? lost : newBlockId());
  }
  return repairs;
}

function takeCensus(document: Node): Census {
  const positions = new Map<string, number[]>();
  const nameless: number[] = [];
  document.descendants((node, position) => {
    if ('id' in node.attrs) {
      const id: unknown = node.attrs.id;
      if (typeof id !== 'string' || id === '') nameless.push(position);
      else positions.set(id, [...(positions.get(id) ?? []), position]);
    }
    return !node.isTextblock;
  });
  return { positions, nameless };
}

/** The block that was there before keeps the id, unless its text moved on and left it empty. */
function chooseKeeper(
  document: Node,
  places: number[],
  oldPosition: number | undefined,
  mapping: Mapping,
): number | undefined {
  const withText = places.filter((place) => document.nodeAt(place)?.textContent !== '');
  const candidates = withText.length > 0 ? withText : places;
  const moved = oldPosition === undefined ? undefined : mapping.map(oldPosition);
  return moved !== undefined && candidates.includes(moved) ? moved : candidates[0];
}

/** A command that changed a block's kind may have dropped its id: the same content at the same place had it. */
function idBefore(oldDocument: Node, node: Node | null, oldPosition: number): string | null {
  if (node === null || oldPosition > oldDocument.content.size) return null;
  const old = oldDocument.nodeAt(oldPosition);
  const id: unknown = old?.attrs.id;
  return typeof id === 'string' && old?.content.eq(node.content) ? id : null;
}
