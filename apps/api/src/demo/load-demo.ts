import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { hashPassword, verifyPassword } from '../auth/password-hash.ts';
import { newToken } from '../auth/session-token.ts';
import { Projections } from '../collaboration/projections.service.ts';
import { createApp } from '../configure-app.ts';
import { readEnv, type Env } from '../env.ts';
import { localPassword, people } from './content/people.ts';
import { makeNewsroom } from './demo-newsroom.ts';
import { DemoStories } from './demo-stories.ts';
import { addDemoViews } from './demo-views.ts';

const onlyHere = /^https?:\/\/(localhost|127(?:\.\d+){3}|\[::1\])(:|\/|$)/;

interface Outcome {
  loaded: boolean;
  /** How to sign in; null when the newsroom is not the demo's, or its password was changed. */
  signIn: { password: string; people: { email: string; name: string; role: string }[] } | null;
}

/**
 * `node load-demo.js` fills an empty newsroom with the demo's, through the same services as everything else, and
 * prints one line of JSON that says how to sign in. Does nothing once there are people. What an interrupted run left
 * behind is cleared first: its people have no passwords yet, so nobody can have worked there.
 */
export async function loadDemo(env: Env): Promise<Outcome> {
  const app = await createApp(env, { projectionDelay: 10 });
  await app.init();
  try {
    const dataSource = app.get(DataSource);
    const state = await newsroomState(dataSource);
    if (state === 'lived in') return { loaded: false, signIn: await knownSignIn(dataSource, env) };
    if (state === 'interrupted') await clear(dataSource);
    const password = onlyHere.test(env.EDITOR_URL) ? localPassword : newToken().slice(0, 20);
    await load(app, dataSource);
    await openDoors(dataSource, password);
    return { loaded: true, signIn: signInWith(password) };
  } finally {
    await app.close();
  }
}

async function load(app: NestFastifyApplication, dataSource: DataSource): Promise<void> {
  const stories = new DemoStories(app, await makeNewsroom(app));
  await stories.write();
  await listsAreWritten(app.get(Projections, { strict: false }), dataSource);
  await stories.settle();
  await addDemoViews(app);
}

async function newsroomState(dataSource: DataSource): Promise<'empty' | 'interrupted' | 'lived in'> {
  const [row]: { people: number; others: number }[] = await dataSource.query(
    `select count(*)::int as people,
            count(*) filter (where email <> all($1::text[]) or password_hash is not null)::int as others
       from "user"`,
    [people.map(({ email }) => email)],
  );
  if (!row || row.people === 0) return 'empty';
  return row.others === 0 ? 'interrupted' : 'lived in';
}

/** Back to an empty newsroom; the settings' row stays. */
async function clear(dataSource: DataSource): Promise<void> {
  const tables = dataSource.entityMetadatas
    .map(({ tableName }) => tableName)
    .filter((name) => name !== 'site_settings');
  await dataSource.query(`truncate ${tables.map((name) => `"${name}"`).join(', ')} cascade`);
}

/** The texts for lists follow the documents within a moment; the demo is whole only with them. */
async function listsAreWritten(projections: Projections, dataSource: DataSource): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const late: unknown[] = await dataSource.query(
      'select 1 from article a join document d on d.article_id = a.id where a.projected_seq < d.last_seq limit 1',
    );
    if (late.length === 0) return;
    if (Date.now() > deadline) throw new Error('The texts of the demo were not listed within ten seconds.');
    await projections.sweep();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The last thing: from now on people can sign in. */
async function openDoors(dataSource: DataSource, password: string): Promise<void> {
  const hashes = await Promise.all(people.map(() => hashPassword(password)));
  await dataSource.transaction(async (manager) => {
    for (const [index, { email, language }] of people.entries())
      await manager.query('update "user" set password_hash = $2, locale = $3 where email = $1', [
        email,
        hashes[index],
        language,
      ]);
    await manager.query('delete from one_time_link');
  });
}

async function knownSignIn(dataSource: DataSource, env: Env): Promise<Outcome['signIn']> {
  if (!onlyHere.test(env.EDITOR_URL)) return null;
  const rows: { password_hash: string | null }[] = await dataSource.query(
    'select password_hash from "user" where email = $1 and suspended_at is null',
    [people[0]?.email],
  );
  const hash = rows[0]?.password_hash ?? null;
  return hash && (await verifyPassword(hash, localPassword)) ? signInWith(localPassword) : null;
}

const signInWith = (password: string): Outcome['signIn'] => ({
  password,
  people: people.map(({ email, name, grants }) => ({ email, name, role: grants[0]?.role ?? '' })),
});

if (import.meta.main) {
  const outcome = await loadDemo({ ...readEnv(), LOG_LEVEL: 'silent' });
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
}
