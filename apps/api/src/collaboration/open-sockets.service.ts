import { Injectable } from '@nestjs/common';
import type { ServerMessage } from '@broadsheet/types';
import type { OpenSocket } from './open-socket.ts';

/** Generous: a person with fifty tabs. */
const mostOfOnePerson = 50;

/** All sockets of this process, by person. */
@Injectable()
export class OpenSockets {
  private readonly byPerson = new Map<string, Set<OpenSocket>>();

  /** @returns false if the person has too many already. */
  add(socket: OpenSocket): boolean {
    const own = this.byPerson.get(socket.person.id) ?? new Set();
    if (own.size >= mostOfOnePerson) return false;
    this.byPerson.set(socket.person.id, own.add(socket));
    return true;
  }

  remove(socket: OpenSocket): void {
    const own = this.byPerson.get(socket.person.id);
    own?.delete(socket);
    if (own?.size === 0) this.byPerson.delete(socket.person.id);
  }

  of(personId: string): OpenSocket[] {
    return [...(this.byPerson.get(personId) ?? [])];
  }

  all(): OpenSocket[] {
    return [...this.byPerson.values()].flatMap((own) => [...own]);
  }

  withArticle(articleId: string): OpenSocket[] {
    return this.all().filter((socket) => socket.articles.has(articleId));
  }

  /** Tells whoever has the article open at this process; with a person, only them. */
  tell(articleId: string, message: ServerMessage, personId?: string): void {
    const payload = JSON.stringify(message);
    for (const { articles, person } of this.withArticle(articleId))
      if (personId === undefined || person.id === personId) articles.get(articleId)?.sendStateless(payload);
  }
}
