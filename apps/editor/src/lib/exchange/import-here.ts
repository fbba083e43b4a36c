import { notify } from '#lib/components/notify.ts';
import { m } from '#lib/paraglide/messages.js';
import { FileImport, isImportable } from './import-file.svelte.ts';
import { lostWords } from './lost-words.ts';

/** Takes a file into the open article, and says what came of it. */
export async function importHere(files: readonly File[], articleId: string): Promise<void> {
  const one = new FileImport();
  const tell = (sentence: string) => notify(sentence, undefined, `import ${articleId}`);
  tell(m.import_busy({ name: files[0]?.name ?? '' }));
  const isDone = await one.intoArticle(files, articleId);
  if (!isDone) return tell(one.fault);
  const lost = one.report ? lostWords(one.report) : [];
  tell(lost.length === 0 ? m.import_all_kept() : `${m.import_not_kept()} ${lost.join(', ')}`);
}

/** Whether one of the dropped files is a text to be imported, and not a picture. */
export const holdsText = (files: readonly File[]): boolean => files.some(isImportable);
