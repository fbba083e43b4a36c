import { createHash, randomUUID } from 'node:crypto';
import type { BenchNewsroom } from './newsroom.ts';

/** Somebody signed in, as the API sees it. */
export interface BenchPerson {
  id: string;
  name: string;
  colour: number;
  /** The Cookie header of the person's browser. */
  cookie: string;
}

let hired = 0;

/** A journalist with a session that needs no password; covers everything, or the languages that are named. */
export async function hire(newsroom: BenchNewsroom, languages: string[] | null = null): Promise<BenchPerson> {
  const [id, token, number] = [randomUUID(), randomUUID(), hired++];
  const [name, colour] = [`Bench ${number}`, (number % 6) + 1];
  await newsroom.query(
    `insert into "user" (id, email, name, colour) values ($1::uuid, $1::text || '@example.org', $2, $3)`,
    [id, name, colour],
  );
  await newsroom.query(
    `insert into "grant" (id, user_id, role, languages) values ($1, $2, 'journalist', $3)`,
    [randomUUID(), id, languages],
  );
  await newsroom.query(
    `insert into session (id, user_id, token_hash, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
    [randomUUID(), id, createHash('sha256').update(token).digest()],
  );
  return { id, name, colour, cookie: `${newsroom.sessionCookie}=${token}` };
}

/** Articles with documents that hold nothing yet. @returns their ids */
export async function emptyArticles(
  newsroom: BenchNewsroom,
  of: BenchPerson,
  count: number,
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  for (const id of ids) {
    await newsroom.query('insert into story (id, created_by_id) values ($1, $2)', [id, of.id]);
    await newsroom.query(`insert into article (id, story_id, language) values ($1, $1, 'en')`, [id]);
    await newsroom.query('insert into document (article_id, schema_version) values ($1, 1)', [id]);
  }
  return ids;
}
