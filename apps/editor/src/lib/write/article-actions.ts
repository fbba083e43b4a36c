import { goto } from '$app/navigation';
import { act, type Action } from '#lib/actions/actions.svelte.ts';
import type { ActionId } from '#lib/actions/catalogue.ts';
import { chooseFiles } from '#lib/exchange/choose-files.ts';
import { exportArticle, printArticle } from '#lib/exchange/export-article.ts';
import { acceptedFiles } from '#lib/exchange/import-file.svelte.ts';
import { importHere } from '#lib/exchange/import-here.ts';
import { historyHref } from '#lib/stories/story-address.ts';
import { keepVersion } from './inspector/keep-version.ts';
import type { Writing } from './writing.svelte.ts';

/** What can be done with the open article as a whole, whoever writes in it. */
export function articleActions(writing: Writing): Action[] {
  return [...wholeActions(writing), ...commentActions(writing), ...suggestionActions(writing)];
}

/** What the menu with three dots offers, in its groups; on a phone, what stands in the bars elsewhere too. */
export const menuActions: readonly (readonly ActionId[])[] = [
  ['article.import'],
  ['article.keep', 'article.history', 'article.share'],
  ['export.docx', 'export.md', 'export.html', 'export.print'],
];
export const phoneActions: readonly (readonly ActionId[])[] = [
  ['article.preview', 'find.open', 'view.outline', 'view.counts', 'view.focus'],
  ...menuActions,
];

function wholeActions(writing: Writing): Action[] {
  const { connection, preview } = writing;
  const mayWrite = () => writing.mayWrite;
  return [
    act('article.preview', () => preview.toggle(), { isOn: () => preview.open }),
    act('article.share', () => preview.share(), { can: mayWrite }),
    act('article.keep', () => keepVersion(writing), { can: mayWrite }),
    act('article.history', () => {
      if (writing.article) void goto(historyHref(writing.article.storyId, writing.article.language));
    }),
    act(
      'article.import',
      () => chooseFiles(acceptedFiles, (files) => importHere(files, connection.articleId)),
      {
        can: () => writing.mayWrite && writing.isBlank,
      },
    ),
    act('export.docx', () => exportArticle(connection, 'docx')),
    act('export.md', () => exportArticle(connection, 'md')),
    act('export.html', () => exportArticle(connection, 'html')),
    act('export.print', () => printArticle(connection)),
  ];
}

function commentActions({ comments, article }: Writing): Action[] {
  const can = () => comments.threads.open.length > 0;
  return [
    act('comment.add', () => comments.begin(), { can: () => article?.may.comment ?? false }),
    act('comment.next', () => comments.step(1), { can }),
    act('comment.previous', () => comments.step(-1), { can }),
  ];
}

function suggestionActions({ suggestions }: Writing): Action[] {
  const some = () => suggestions.found.length > 0;
  const one = (verdict: 'accept' | 'reject') => () =>
    suggestions.current !== null && suggestions.maySettle(verdict, suggestions.current);
  const any = (verdict: 'accept' | 'reject') => () =>
    suggestions.found.some(({ id }) => suggestions.maySettle(verdict, id));
  const mode = (wanted: 'suggest' | 'view') => () =>
    (suggestions.mode = suggestions.mode === wanted ? 'write' : wanted);
  const mayChoose = () => suggestions.mayChoose.length > 1;
  return [
    act('suggest.mode', mode('suggest'), { can: mayChoose, isOn: () => suggestions.mode === 'suggest' }),
    act('suggest.view', mode('view'), { can: mayChoose, isOn: () => suggestions.mode === 'view' }),
    act('suggest.next', () => suggestions.go(1), { can: some }),
    act('suggest.previous', () => suggestions.go(-1), { can: some }),
    act('suggest.accept', () => suggestions.settleCurrent('accept'), { can: one('accept') }),
    act('suggest.reject', () => suggestions.settleCurrent('reject'), { can: one('reject') }),
    act('suggest.accept-all', () => suggestions.settleAll('accept'), { can: any('accept') }),
    act('suggest.reject-all', () => suggestions.settleAll('reject'), { can: any('reject') }),
  ];
}
