import type { Grant, Language, Role } from '@broadsheet/types';
import { cookieName } from '../../src/auth/session-cookie.ts';
import { SessionsService } from '../../src/auth/sessions.service.ts';
import { newId } from '../../src/common/new-id.ts';
import type { TestApp } from '../create-test-app.ts';
import { sendRequest, type Answer } from './send-request.ts';

type Scoped<T> = 'any' | readonly T[];

/** What a person is; each missing scope is "any". `role: null` gives a person without a grant. */
export interface PersonOptions {
  role?: Role | null;
  sections?: Scoped<string>;
  regions?: Scoped<string>;
  languages?: Scoped<Language>;
  name?: string;
  email?: string;
  locale?: Language;
  /** Kept as it is: `hashPassword(…)` when the person shall sign in by it, null for somebody invited who never came. */
  passwordHash?: string | null;
}

/** A person of the test's newsroom, signed in. */
export interface TestPerson {
  id: string;
  name: string;
  email: string;
  /** The Cookie header of this person's browser. */
  cookie: string;
  /** The grant as the permission rule sees it; none when the role is null. */
  grants: Grant[];
  /** Asks this process of the API as the person: `person.request('PATCH', '/api/auth/me', { name: 'Nino' })`. */
  request: (method: string, path: string, body?: unknown) => Promise<Answer>;
}

/** A person with one grant and an open session, in the database for real. */
export async function makePerson(test: TestApp, options: PersonOptions = {}): Promise<TestPerson> {
  const id = newId();
  const name = options.name ?? `Person ${id.slice(-4)}`;
  const email = options.email ?? `${id}@newsroom.example`;
  await test.dataSource.query(
    `insert into "user" (id, email, name, locale, colour, password_hash) values ($1, $2, $3, $4, 1, $5)`,
    [
      id,
      email,
      name,
      options.locale ?? 'en',
      options.passwordHash === undefined ? 'none that opens' : options.passwordHash,
    ],
  );
  const grants: Grant[] = [];
  if (options.role !== null) grants.push(await makeGrant(test, id, options));
  const cookie = await signIn(test, id);
  return {
    id,
    name,
    email,
    cookie,
    grants,
    request: (method, path, body) => sendRequest(test, method, path, { cookie, body }),
  };
}

/** The grant as a row. */
async function makeGrant(test: TestApp, userId: string, options: PersonOptions): Promise<Grant> {
  const grant: Grant = {
    id: newId(),
    role: options.role ?? 'journalist',
    sections: copy(options.sections),
    regions: copy(options.regions),
    languages: copy(options.languages),
  };
  await test.dataSource.query(
    `insert into "grant" (id, user_id, role, section_ids, region_ids, languages) values ($1, $2, $3, $4, $5, $6)`,
    [grant.id, userId, grant.role, orNull(grant.sections), orNull(grant.regions), orNull(grant.languages)],
  );
  return grant;
}

/** One more session of a person. @returns the Cookie header. */
export async function signIn(test: TestApp, userId: string): Promise<string> {
  const token = await test.app.get(SessionsService).start(test.dataSource.manager, userId, 'a test');
  return `${cookieName(test.env)}=${token}`;
}

const copy = <T>(scope: Scoped<T> | undefined): 'any' | T[] =>
  scope === undefined || scope === 'any' ? 'any' : [...scope];

const orNull = <T>(scope: 'any' | T[]): T[] | null => (scope === 'any' ? null : scope);
