import { Injectable } from '@nestjs/common';
import type { LetterRange } from './dropped-letters.ts';

/** Called with the article and the person, after an edit is stored. */
type EditListener = (articleId: string, userId: string) => void;
/** Called with letters that are stored, but had no place in the text any more when they came. */
type DropListener = (articleId: string, userId: string, letters: LetterRange[]) => void;

/** Tells other features of this process that somebody it is connected to has edited an article's text. */
@Injectable()
export class Edits {
  private readonly listeners = new Set<EditListener>();
  private readonly dropListeners = new Set<DropListener>();

  /** @returns how to stop listening */
  on(listener: EditListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(articleId: string, userId: string): void {
    for (const listener of this.listeners) listener(articleId, userId);
  }

  onDrop(listener: DropListener): void {
    this.dropListeners.add(listener);
  }

  tellDropped(articleId: string, userId: string, letters: LetterRange[]): void {
    for (const listener of this.dropListeners) listener(articleId, userId, letters);
  }
}
