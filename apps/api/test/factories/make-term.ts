import type { TestApp } from '../create-test-app.ts';
import { named, type MadeNamed, type NamedOptions } from './make-section.ts';

/** A topic such as COP29. */
export async function makeTopic(test: TestApp, options: NamedOptions = {}): Promise<MadeNamed> {
  const made = named('topic', options);
  await test.dataSource.query('insert into topic (id, slug, names) values ($1, $2, $3)', [
    made.id,
    made.slug,
    made.names,
  ]);
  return made;
}

/** A byline, with or without an account. */
export async function makeAuthor(
  test: TestApp,
  options: NamedOptions & { userId?: string } = {},
): Promise<MadeNamed> {
  const made = named('author', options);
  await test.dataSource.query('insert into author (id, slug, names, user_id) values ($1, $2, $3, $4)', [
    made.id,
    made.slug,
    made.names,
    options.userId ?? null,
  ]);
  return made;
}
