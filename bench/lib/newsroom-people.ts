import { createHash, randomUUID } from 'node:crypto';
import type { BenchNewsroom } from './newsroom.ts';

/** Somebody signed in, as the API sees it. */
export interface BenchPerson {
  id: string;
  /** The Cookie header of the person's browser. */
  cookie: string;
}

/** A journalist who covers everything, with a session that needs no password. */
export async function hire(newsroom: BenchNewsroom): Promise<BenchPerson> {
  const [id, token] = [randomUUID(), randomUUID()];
  await newsroom.query(
    `insert into "user" (id, email, name, colour) values ($1::uuid, $1::text || '@example.org', 'Bench', 1)`,
    [id],
  );
  await newsroom.query(`insert into "grant" (id, user_id, role) values ($1, $2, 'journalist')`, [
    randomUUID(),
    id,
  ]);
  await newsroom.query(
    `insert into session (id, user_id, token_hash, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
    [randomUUID(), id, createHash('sha256').update(token).digest()],
  );
  return { id, cookie: `${newsroom.sessionCookie}=${token}` };
}

/** Articles with documents that hold nothing yet. @returns their ids */
export async function emptyArticles(
  newsroom: BenchNewsroom,
  of: BenchPerson | undefined,
  count: number,
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  for (const id of ids) {
    await newsroom.query('insert into story (id, created_by_id) values ($1, $2)', [id, of?.id ?? null]);
    await newsroom.query(`insert into article (id, story_id, language) values ($1, $1, 'en')`, [id]);
    await newsroom.query('insert into document (article_id, schema_version) values ($1, 1)', [id]);
  }
  return ids;
}
