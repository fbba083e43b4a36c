import { Mark, type Attrs, type Node, type Schema } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { DocumentError } from './document-error.ts';

/**
 * A fragment of the shared document as a ProseMirror node. Unlike the binding's own reader this one never
 * changes the shared document: what the schema does not know is an error, not a deletion.
 */
export function fragmentToNode(fragment: Y.XmlFragment, schema: Schema): Node {
  const children = childrenOf(fragment, schema);
  const top = schema.topNodeType;
  const node = children.length > 0 ? top.create(null, children) : top.createAndFill();
  if (node === null) throw new DocumentError('An empty document could not be made.');
  try {
    node.check();
  } catch (error) {
    throw new DocumentError(error instanceof Error ? error.message : String(error), { cause: error });
  }
  return node;
}

function childrenOf(parent: Y.XmlFragment, schema: Schema): Node[] {
  return parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return textOf(child, schema);
    if (child instanceof Y.XmlElement) return [elementToNode(child, schema)];
    throw new DocumentError('A hook stands where a block should.');
  });
}

/** One block of the shared document, checked for names that the schema does not know. */
export function elementToNode(element: Y.XmlElement, schema: Schema): Node {
  const type = schema.nodes[element.nodeName];
  if (!type) throw new DocumentError(`Unknown block "${element.nodeName}".`);
  const attributes: Attrs = element.getAttributes();
  checkAttributes(attributes, type.spec.attrs, element.nodeName);
  return type.create(attributes, childrenOf(element, schema));
}

function textOf(text: Y.XmlText, schema: Schema): Node[] {
  const runs = text.toDelta() as { insert: unknown; attributes?: Record<string, Attrs | null> }[];
  return runs.map((run) => {
    if (typeof run.insert !== 'string')
      throw new DocumentError('Something other than text stands in a line.');
    return schema.text(run.insert, marksOf(run.attributes ?? {}, schema));
  });
}

function marksOf(attributes: Record<string, Attrs | null>, schema: Schema): readonly Mark[] {
  const marks = Object.entries(attributes).map(([key, attrs]) => {
    // marks that may overlap themselves are stored with a hash of their attributes
    const name = key.replace(/--[a-zA-Z0-9+/=]{8}$/, '');
    const type = schema.marks[name];
    if (!type) throw new DocumentError(`Unknown mark "${name}".`);
    checkAttributes(attrs ?? {}, type.spec.attrs, name);
    return type.create(attrs);
  });
  return Mark.setFrom(marks);
}

function checkAttributes(attributes: Attrs, known: object | undefined, owner: string): void {
  for (const [name, value] of Object.entries(attributes)) {
    const isKnown = known !== undefined && Object.hasOwn(known, name);
    if (!isKnown && value !== null) throw new DocumentError(`Unknown attribute "${name}" of ${owner}.`);
  }
}
