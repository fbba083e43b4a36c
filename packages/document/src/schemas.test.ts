import {
  block,
  caption,
  inline,
  listItem,
  mark,
  question,
  standfirst,
  tableCell,
  tableHeader,
  tableRow,
  taskItem,
} from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { identifiedBlocks } from './block-ids.ts';
import { schemas } from './schemas.ts';

interface Kind {
  shape: { type: { value: string }; attrs?: unknown };
}

const attributesOf = (kind: Kind): string[] => {
  const { attrs } = kind.shape;
  return typeof attrs === 'object' && attrs !== null && 'shape' in attrs
    ? Object.keys(attrs.shape ?? {})
    : [];
};
/** Suggestions and comments are the editor's alone: what is on the wire is what everybody agreed on. */
const isSettled = ({ name }: { name: string }) =>
  !['apart', 'insertion', 'deletion', 'comment'].includes(name);
const settled = (attributes: string[]) => attributes.filter((name) => name !== 'suggestion');
const marksOf = (field: 'standfirst' | 'headline') =>
  Object.values(schemas[field].marks)
    .filter(isSettled)
    .map(({ name }) => name)
    .sort();
const nameOf = (kind: Kind) => kind.shape.type.value;
const byName = (kinds: Kind[]) => new Map(kinds.map((kind) => [nameOf(kind), attributesOf(kind).sort()]));

describe('the editor’s schema and the wire’s', () => {
  it('have the same blocks with the same attributes', () => {
    const parts = [listItem, taskItem, caption, question, tableRow, tableCell, tableHeader];
    const wire = byName([...block.options, ...inline.options, ...parts]);
    const editor = new Map(
      Object.values(schemas.body.nodes)
        .filter((type) => type.name !== 'doc')
        .map((type) => [type.name, settled(Object.keys(type.spec.attrs ?? {})).sort()]),
    );
    expect(editor).toEqual(wire);
  });

  it('have the same marks with the same attributes', () => {
    const editor = new Map(
      Object.values(schemas.body.marks)
        .filter(isSettled)
        .map((type) => [type.name, Object.keys(type.spec.attrs ?? {}).sort()]),
    );
    expect(editor).toEqual(byName(mark.options));
  });

  it('allow the same marks in a standfirst', () => {
    const wire = standfirst.element.shape.marks.unwrap().element.options.map(nameOf);
    expect(marksOf('standfirst')).toEqual(wire.sort());
    expect(marksOf('headline')).toEqual([]);
  });

  it('give an id to every block', () => {
    const withId = Object.values(schemas.body.nodes).filter((type) => 'id' in (type.spec.attrs ?? {}));
    expect(withId.map((type) => type.name).sort()).toEqual([...identifiedBlocks].sort());
  });
});
