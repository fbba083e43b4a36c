import { articleContent, type ArticleContent, type Fragment } from '@broadsheet/types';
import type { Node } from '@tiptap/pm/model';
import { DocumentError } from './document-error.ts';
import { schemas } from './schemas.ts';
import { withUniqueIds } from './unique-ids.ts';
import { withoutComments } from './without-comments.ts';
import { withoutSuggestions } from './without-suggestions.ts';

/** An article's content as the three documents that the editors show. Throws `DocumentError` if it can't be. */
export function contentToNodes(content: ArticleContent): Record<Fragment, Node> {
  const { headline, standfirst, body } = checkedContent(content);
  const run = headline === '' ? [] : [{ type: 'text', text: headline }];
  try {
    const nodes = {
      headline: schemas.headline.nodeFromJSON(line(run)),
      standfirst: schemas.standfirst.nodeFromJSON(line(standfirst)),
      body: withUniqueIds(schemas.body.nodeFromJSON(body)),
    };
    for (const node of Object.values(nodes)) node.check();
    return nodes;
  } catch (error) {
    throw new DocumentError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/**
 * The three documents as an article's content, in which no suggestion counts that nobody has accepted, and
 * without what is said about it.
 * Throws `DocumentError` if something does not belong in one.
 */
export function nodesToContent(nodes: Record<Fragment, Node>): ArticleContent {
  const headline = withoutSuggestions(nodes.headline);
  return checkedContent({
    headline: headline.textBetween(0, headline.content.size, ' '),
    standfirst: joinedLines(withoutComments(withoutSuggestions(nodes.standfirst))),
    body: settled(withUniqueIds(withoutComments(withoutSuggestions(nodes.body))).toJSON() as NodeJson),
  });
}

interface NodeJson {
  attrs?: Record<string, unknown>;
  content?: NodeJson[];
}

/** Content has no place for suggestions: it is what everybody agreed on. */
function settled({ attrs, content, ...rest }: NodeJson): NodeJson {
  const { suggestion: _, ...kept } = attrs ?? {};
  return {
    ...rest,
    ...(Object.keys(kept).length > 0 && { attrs: kept }),
    ...(content && { content: content.map(settled) }),
  };
}

function checkedContent(content: unknown): ArticleContent {
  const result = articleContent.safeParse(content);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new DocumentError(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`, { cause: result.error });
}

function line(runs: object[]): object {
  return { type: 'doc', content: [{ type: 'paragraph', content: runs }] };
}

/** A merge may have left two paragraphs in a field of one line: nothing of them is dropped. */
function joinedLines(document: Node): unknown[] {
  return document.children.flatMap((paragraph, index) => {
    const runs: unknown[] = paragraph.children.map((run): unknown => run.toJSON());
    return index > 0 && runs.length > 0 ? [{ type: 'text', text: ' ' }, ...runs] : runs;
  });
}
