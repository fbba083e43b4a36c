import type { Language } from '@broadsheet/types';
import { askBeforeLeaving } from '#lib/desk/leaving.ts';
import { Connection } from './connection.svelte.ts';

interface Held {
  connection: Connection;
  users: number;
}
const held = new Map<string, Held>();
askBeforeLeaving(() =>
  [...held.values()].some(({ connection }) => connection.unsaved > 0 && !connection.isKeptHere),
);

/** The connection of an article; one per tab, however often its page is opened. Give it back with `release`. */
export function connect(articleId: string, language: Language): Connection {
  const known = held.get(articleId);
  if (known) {
    if (known.users === 0) known.connection.provider.awareness?.setLocalState({});
    known.users += 1;
    return known.connection;
  }
  const connection = new Connection(articleId, language);
  held.set(articleId, { connection, users: 1 });
  return connection;
}

/** Lets go of a connection. It lives on until everything typed is stored, so leaving the page loses nothing. */
export function release(connection: Connection): void {
  const entry = held.get(connection.articleId);
  if (!entry) return;
  entry.users -= 1;
  if (entry.users > 0) return;
  connection.provider.awareness?.setLocalState(null);
  if (connection.unsaved === 0) drop(entry);
  else
    void connection.allSaved().then(
      () => drop(entry),
      () => waitForBetterTimes(entry),
    );
}

/**
 * Comes back once what was typed into the article in this tab is stored, though its page was left. Rejects with
 * `NotSaved`.
 */
export async function stored(articleId: string): Promise<void> {
  await held.get(articleId)?.connection.allSaved();
}

function drop(entry: Held): void {
  if (entry.users > 0 || entry.connection.unsaved > 0) return;
  held.delete(entry.connection.articleId);
  entry.connection.destroy();
}

function waitForBetterTimes(entry: Held): void {
  if (entry.users > 0) return;
  entry.connection.onchanged = () => undefined;
  const check = () => {
    if (entry.users > 0) return stop();
    if (entry.connection.unsaved > 0) return;
    stop();
    drop(entry);
  };
  const stop = () => entry.connection.provider.off('stateless', later);
  // The echo that says "saved" is a stateless message; look after it was counted.
  const later = () => queueMicrotask(check);
  entry.connection.provider.on('stateless', later);
}
