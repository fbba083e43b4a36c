import { Node, type Extensions, type NodeViewRenderer } from '@tiptap/core';

/** The extensions of the schema, some of their nodes drawn by the editor's own views. */
export function withViews(
  extensions: Extensions,
  views: Readonly<Record<string, NodeViewRenderer>>,
): Extensions {
  return extensions.map((extension) => {
    const view = views[extension.name];
    return view && extension instanceof Node ? extension.extend({ addNodeView: () => view }) : extension;
  });
}
