import type { EditorState, Transaction } from '@tiptap/pm/state';

export type InterviewLine = 'question' | 'paragraph';

/** What the line at the selection is, if it stands in the interview that begins at `at`. */
export function lineInInterview({ selection }: EditorState, at: number | undefined): InterviewLine | null {
  const { $from } = selection;
  const { depth, parent } = $from;
  if (depth < 2 || $from.node(depth - 1).type.name !== 'qa' || $from.before(depth - 1) !== at) return null;
  return parent.type.name === 'question' ? 'question' : parent.type.name === 'paragraph' ? 'paragraph' : null;
}

/** Makes the line at the selection a question or an answer. */
export function setInterviewLine({ schema }: EditorState, tr: Transaction, kind: InterviewLine): boolean {
  const { $from } = tr.selection;
  const type = schema.nodes[kind];
  if (!type || $from.depth < 2 || $from.node(-1).type.name !== 'qa') return false;
  tr.setNodeMarkup($from.before(), type, { id: $from.parent.attrs.id as unknown });
  return true;
}
