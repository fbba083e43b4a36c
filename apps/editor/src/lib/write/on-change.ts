import type { Doc, Transaction } from 'yjs';

/**
 * Tells of every change of a shared document, whoever made it. Who listens to Yjs's `update` has each change written
 * down as bytes for it, which of a long text that has just come costs as much as reading it.
 * @returns what ends it
 */
export function onChange(doc: Doc, heard: () => void): () => void {
  const look = ({ changed }: Transaction) => {
    if (changed.size > 0) heard();
  };
  doc.on('afterTransaction', look);
  return () => doc.off('afterTransaction', look);
}
