import { applyUpdate, Doc } from 'yjs';
import { fieldWords } from '#lib/write/inspector/field-words.ts';
import { withNames } from '#lib/comments/mention-draft.ts';
import { aboutOf } from '#lib/comments/place-words.ts';
import type { UnsentComment } from '#lib/comments/unsent-comments.svelte.ts';
import { m } from '#lib/paraglide/messages.js';
import { DeviceStore, type KeptField } from './device-store.ts';
import { textFile } from './text-file.ts';

/** All words of an article that this device has, as a file that can be imported; null if there are none. */
export async function keptAsFile(personId: string, articleId: string): Promise<File | null> {
  const store = await DeviceStore.open(personId);
  if (!store) return null;
  try {
    const [{ updates }, fields, articles] = await Promise.all([
      store.read(articleId),
      store.fieldsBeside(articleId),
      store.articles(),
    ]);
    if (updates.length + fields.length === 0) return null;
    const { language = null } = articles.find((one) => one.articleId === articleId) ?? {};
    const doc = new Doc();
    for (const bytes of updates) applyUpdate(doc, bytes);
    const beside = fields.map(wordsOf).filter(Boolean);
    return textFile(doc, language, () => null, location.origin, beside);
  } finally {
    store.close();
  }
}

const wordsOf = ({ record, part, value }: KeptField): string =>
  record.startsWith('comments:') ? commentWords(value as UnsentComment) : fieldWords(part, value);

const commentWords = (comment: UnsentComment): string =>
  `${m.comments_words()} (${aboutOf(comment)}): ${withNames(comment.text, comment.people)}`;
