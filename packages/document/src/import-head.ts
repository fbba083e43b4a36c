import type { Inline, Mark, Standfirst } from '@broadsheet/types';
import { plain, type Line } from './import-line.ts';

/** What a whole article begins with: its first heading is the headline, a subtitle the standfirst. */
export class ArticleHead {
  headline = '';
  standfirst: Standfirst = [];

  /** Whether a line that stands before the body belongs up here, and not in it. */
  takes({ kind }: Line, content: Inline[]): boolean {
    if (kind === 'heading1' && this.headline === '') {
      this.headline = plain(content);
      return true;
    }
    if (kind !== 'subtitle' || this.standfirst.length > 0) return false;
    this.standfirst = content.map((node) =>
      node.type === 'text' ? { type: 'text', text: node.text, marks: lineMarks(node.marks) } : space,
    );
    return true;
  }
}

const space = { type: 'text' as const, text: ' ' };
const lineMarks = (marks: readonly Mark[] = []) =>
  marks.filter((mark) => mark.type === 'italic' || mark.type === 'lang');
