import { ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import './changed-marks.ts';

/**
 * Takes out, within the same change, the starts and ends of marks that mean nothing: the binding leaves some behind
 * words typed beside a suggestion, and one of them would come to life when somebody settles that suggestion meanwhile.
 * @returns what ends it
 */
export function tidyMarks(ydoc: Y.Doc): () => void {
  const tidy = (transaction: Y.Transaction) => {
    if (transaction.origin !== ySyncPluginKey) return;
    for (const type of transaction.changed.keys())
      if (type instanceof Y.XmlText) Y.cleanupYTextFormatting(type);
  };
  ydoc.on('beforeObserverCalls', tidy);
  return () => ydoc.off('beforeObserverCalls', tidy);
}
