import { Injectable } from '@nestjs/common';

/** Called with the article and the person, after an edit is stored. */
type EditListener = (articleId: string, userId: string) => void;

/** Tells other features of this process that somebody it is connected to has edited an article's text. */
@Injectable()
export class Edits {
  private readonly listeners = new Set<EditListener>();

  /** @returns how to stop listening */
  on(listener: EditListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(articleId: string, userId: string): void {
    for (const listener of this.listeners) listener(articleId, userId);
  }
}
