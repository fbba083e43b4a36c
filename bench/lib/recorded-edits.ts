import { schemas, writeSeed } from '../../packages/document/src/index.ts';
import { longArticle } from './long-article.ts';
import { updateYFragment } from '@tiptap/y-tiptap';
import { EditorState, type Transaction } from '@tiptap/pm/state';
import * as Y from 'yjs';
import { seeded } from '../search/zipf-corpus.ts';

/** What one step of an editor did to a line of the shared document. */
export type Edit =
  | { kind: 'type'; text: string }
  | { kind: 'take back'; letters: number }
  | { kind: 'mark'; letters: number; name: string }
  | { kind: 'split' }
  | { kind: 'join' };

/** Steps that a journalist takes while writing, in the order of a paragraph's life. */
const steps: ((transaction: Transaction, end: number) => Transaction)[] = [
  ...'The snow came early. '
    .split('')
    .map((letter) => (tr: Transaction, end: number) => tr.insertText(letter, end)),
  ...Array.from({ length: 4 }, () => (tr: Transaction, end: number) => tr.delete(end - 1, end)),
  (tr, end) => tr.insertText('road. ', end),
  (tr, end) => tr.addMark(end - 5, end - 1, mark(tr, 'bold')),
  (tr, end) => tr.insertText('It is closed', end),
  (tr, end) => tr.addMark(end - 6, end, mark(tr, 'italic')),
  (tr, end) => tr.delete(end - 6, end),
  (tr, end) => tr.insertText('open again', end),
  (tr, end) => tr.split(end),
  (tr, end) => tr.insertText(' Nobody was hurt.', end),
  (tr, end) => tr.delete(end - 3, end),
];

const mark = (tr: Transaction, name: string) => {
  const type = tr.doc.type.schema.marks[name];
  if (!type) throw new Error(`There is no mark ${name}`);
  return type.create();
};

/** Takes the steps in an editor's state over a real shared document, and notes what each did to it. */
export function recordEdits(): Edit[] {
  const ydoc = new Y.Doc();
  writeSeed(ydoc, longArticle({ words: 150, pictures: 0 }, ['']));
  const fragment = ydoc.getXmlFragment('body');
  let state = EditorState.create({ schema: schemas.body });
  const meta = { mapping: new Map(), isOMark: new Map() };
  updateYFragment(ydoc, fragment, state.doc, meta as never);
  const edits: Edit[] = [];
  fragment.observeDeep((events) => {
    for (const event of events) {
      if (!(event instanceof Y.YTextEvent)) {
        edits.push({ kind: event.changes.added.size > 0 ? 'split' : 'join' });
        continue;
      }
      for (const part of event.delta) {
        if (typeof part.insert === 'string') edits.push({ kind: 'type', text: part.insert });
        else if (part.delete) edits.push({ kind: 'take back', letters: part.delete });
        else if (part.attributes)
          edits.push({
            kind: 'mark',
            letters: part.retain ?? 1,
            name: Object.keys(part.attributes)[0] ?? 'bold',
          });
      }
    }
  });
  for (const step of steps) {
    state = state.apply(step(state.tr, state.doc.content.size - 1));
    ydoc.transact(() => updateYFragment(ydoc, fragment, state.doc, meta as never));
  }
  return edits;
}

/** How often each kind was recorded. */
export function editKinds(edits: readonly Edit[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of edits) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${kind} ${count}`).join(', ');
}

/** So long a text may grow; then more is taken back than written. */
const longest = 60_000;

/** Does what was recorded to other places of a text, over and over. @returns how to do one more edit */
export function replay(ydoc: Y.Doc, edits: readonly Edit[]): () => void {
  const random = seeded(5);
  const body = ydoc.getXmlFragment('body');
  if (body.length === 0) body.insert(0, [paragraph()]);
  let [next, length] = [0, 0];
  let line = lineIn(body, 0);
  return () => {
    const edit = edits[next++ % edits.length];
    if (!edit || random() < 0.02) line = lineIn(body, Math.floor(random() * body.length));
    const place = Math.floor(random() * (line.length + 1));
    ydoc.transact(() => {
      if (length > longest && line.length > 40) {
        line.delete(line.length - 40, 40);
        length -= 40;
      } else if (edit?.kind === 'split') body.insert(Math.floor(random() * body.length) + 1, [paragraph()]);
      else if (edit?.kind === 'join' && body.length > 20) body.delete(Math.floor(random() * body.length), 1);
      else if (edit?.kind === 'take back' && line.length > edit.letters) {
        line.delete(Math.min(place, line.length - edit.letters), edit.letters);
        length -= edit.letters;
      } else if (edit?.kind === 'mark' && line.length > edit.letters)
        line.format(Math.min(place, line.length - edit.letters), edit.letters, { [edit.name]: {} });
      else {
        const text = edit?.kind === 'type' ? edit.text : 'x';
        line.insert(place, text);
        length += text.length;
      }
    });
    if (edit?.kind === 'split' || edit?.kind === 'join')
      line = lineIn(body, Math.floor(random() * body.length));
  };
}

let made = 0;
function paragraph(): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.setAttribute('id', `replayed${made++}`);
  element.insert(0, [new Y.XmlText()]);
  return element;
}

function lineIn(body: Y.XmlFragment, index: number): Y.XmlText {
  const block = body.get(Math.min(index, body.length - 1));
  const line = block instanceof Y.XmlElement ? block.get(0) : undefined;
  if (!(line instanceof Y.XmlText)) throw new Error('A replayed paragraph has its line');
  return line;
}
