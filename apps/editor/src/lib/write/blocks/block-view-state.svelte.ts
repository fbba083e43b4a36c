import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';

/** One block of the text as the parts around its words are drawn. */
export class BlockViewState {
  node = $state.raw() as Node;
  selected = $state(false);
  editable = $state(true);
  readonly editor: Editor;
  readonly #at: () => number | undefined;

  /** @param at where the block stands now */
  constructor(node: Node, editor: Editor, at: () => number | undefined) {
    this.node = node;
    this.editor = editor;
    this.#at = at;
  }

  /** A line that is kept as an attribute; '' where there is none. */
  line(name: string): string {
    const value: unknown = this.node.attrs[name];
    return typeof value === 'string' ? value : '';
  }

  change(attributes: Record<string, unknown>): void {
    const at = this.#at();
    if (at === undefined) return;
    const { tr } = this.editor.state;
    for (const [name, value] of Object.entries(attributes)) tr.setNodeAttribute(at, name, value);
    this.editor.view.dispatch(tr);
  }

  /** Chooses the block as a whole. */
  select(): void {
    const at = this.#at();
    if (at !== undefined && !this.selected) this.editor.commands.setNodeSelection(at);
    this.editor.view.focus();
  }

  get at(): number | undefined {
    return this.#at();
  }
}
