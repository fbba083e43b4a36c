import type { Extensions } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Heading } from '@tiptap/extension-heading';
import { Highlight } from '@tiptap/extension-highlight';
import { HorizontalRule } from '@tiptap/extension-horizontal-rule';
import { Italic } from '@tiptap/extension-italic';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Strike } from '@tiptap/extension-strike';
import { Subscript } from '@tiptap/extension-subscript';
import { Superscript } from '@tiptap/extension-superscript';
import { Text } from '@tiptap/extension-text';
import { headingLevels } from '@broadsheet/types';
import { ArticleCodeBlock } from './article-code.ts';
import { ArticleLink } from './article-link.ts';
import { ArticleUnderline } from './article-marks.ts';
import { ArticleQuote, PullQuote } from './article-quote.ts';
import { ArticleTable, ArticleTableCell, ArticleTableHeader, ArticleTableRow } from './article-table.ts';
import { BlockIds } from './block-ids.ts';
import { CommentMark } from './comment-mark.ts';
import { LangMark } from './lang-mark.ts';
import { ListKeys } from './list-keys.ts';
import {
  ArticleBulletList,
  ArticleListItem,
  ArticleOrderedList,
  ArticleTaskItem,
  ArticleTaskList,
} from './lists.ts';
import { Caption, Picture } from './picture.ts';
import { Audio, Embed, Gallery, Video } from './recordings.ts';
import { SingleLine } from './single-line.ts';
import { BlockSuggestions, textSuggestionMarks } from './suggestion-marks.ts';
import { Correction, FactBox, KeyPoints, Qa, Question, RelatedStory } from './text-boxes.ts';
import { TkMark } from './tk-mark.ts';

/** The keys of the editor are in its own list; Ctrl+. and Ctrl+, belong to the browser. */
const withoutKeys = { addKeyboardShortcuts: () => ({}) };

/** Held to one paragraph by `SingleLine`, not by the schema: a merge that made two would lose one. */
const Line = Document.extend({ content: 'paragraph+' });

/** The fragment `headline`: one line of plain text. Without undo: that is collaboration's. */
export const headlineExtensions: Extensions = [Line, Paragraph, Text, SingleLine, ...textSuggestionMarks];

/** The fragment `standfirst`: one paragraph of text, with italic and language marks, and comments. */
export const standfirstExtensions: Extensions = [
  Line,
  Paragraph,
  Text,
  Italic,
  LangMark,
  CommentMark,
  SingleLine,
  ...textSuggestionMarks,
];

/** The fragment `body`: every block and mark that a story may hold. */
export const bodyExtensions: Extensions = [
  Document,
  Paragraph,
  Text,
  Heading.configure({ levels: [...headingLevels] }),
  ArticleBulletList,
  ArticleOrderedList,
  ArticleListItem,
  ArticleTaskList,
  ArticleTaskItem,
  ListKeys,
  ArticleQuote,
  PullQuote,
  ArticleCodeBlock,
  Picture,
  Caption,
  Gallery,
  Video,
  Audio,
  Embed,
  FactBox,
  KeyPoints,
  Qa,
  Question,
  ArticleTable,
  ArticleTableRow,
  ArticleTableCell,
  ArticleTableHeader,
  RelatedStory,
  Correction,
  HorizontalRule,
  HardBreak,
  Bold,
  Italic,
  Strike,
  ArticleUnderline,
  Highlight,
  Subscript.extend(withoutKeys),
  Superscript.extend(withoutKeys),
  ArticleLink,
  LangMark,
  TkMark,
  CommentMark,
  ...textSuggestionMarks,
  BlockSuggestions,
  BlockIds,
];
