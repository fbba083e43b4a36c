import {
  invited,
  me,
  region,
  section,
  user,
  type Region,
  type Section,
  type GrantInput,
  type Me,
  type Role,
} from '@broadsheet/types';
import { request, type APIRequestContext, type BrowserContext, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { localPassword, people } from '../../apps/api/src/demo/content/people.ts';
import { openBrowser } from './browser.ts';
import { NewsroomApi } from './newsroom-api.ts';

/** For answers without a body. */
export const nothing = { parse: () => undefined };

export const password = 'a long enough password';

/** A member of the newsroom, signed in in a browser of their own. */
export interface Colleague {
  id: string;
  name: string;
  email: string;
  browser: BrowserContext;
  api: NewsroomApi;
  sections: () => Promise<Section[]>;
  regions: () => Promise<Region[]>;
  /** Opens a page of the editor. */
  open: (path: string) => Promise<Page>;
}

/** A grant over the whole newsroom, or over what is named. */
export function grantOf(role: Role, scope: Partial<GrantInput> = {}): GrantInput {
  return { role, sections: 'any', regions: 'any', languages: 'any', ...scope };
}

const adminEmail = people.find(({ key }) => key === 'admin')?.email;

/** The demo newsroom's admin. */
export async function theAdmin(): Promise<Colleague> {
  const browser = await openBrowser();
  const api = await signInAsAdmin(browser);
  return colleague(browser, api, await api.get('/auth/me', me));
}

/** Makes a browser the admin's. */
export async function signInAsAdmin(browser: BrowserContext): Promise<NewsroomApi> {
  return adminsApi(browser.request);
}

async function adminsApi(requests: APIRequestContext): Promise<NewsroomApi> {
  const api = new NewsroomApi(requests);
  await api.post('/auth/sign-in', { email: adminEmail, password: localPassword }, me);
  return api;
}

let office: Promise<NewsroomApi> | undefined;

/** The admin's API without a browser, signed in once for all the people of a run. */
async function adminsOffice(): Promise<NewsroomApi> {
  return (office ??= request.newContext().then(adminsApi));
}

let hired = 0;

/** Invites a person, who sets a password by the link and is signed in with it, in this browser or one of their own. */
export async function hire(
  name: string,
  grants: GrantInput[],
  itsBrowser: () => Promise<BrowserContext> = openBrowser,
): Promise<Colleague> {
  const [{ link }, browser] = await Promise.all([invite(name, grants), itsBrowser()]);
  const api = new NewsroomApi(browser.request);
  const token = new URL(link.url).pathname.split('/').at(-1);
  return colleague(browser, api, await api.post(`/auth/links/${token}`, { password }, me));
}

/** An invitation as the admin sends it; nobody else has such an address. */
export async function invite(name: string, grants: GrantInput[]) {
  const api = await adminsOffice();
  hired += 1;
  const email = `person-${process.pid}-${hired}@journeys.example`;
  return api.post('/users', { name, email, grants }, invited);
}

/** Leaves a colleague without any grant. */
export async function takeAwayRoles(person: Colleague): Promise<void> {
  const api = await adminsOffice();
  const { items } = await api.get(`/users?search=${encodeURIComponent(person.email)}`, {
    parse: (page) => page as { items: unknown[] },
  });
  const found = user.parse(items[0]);
  await api.patch(`/users/${person.id}`, { version: found.version, grants: [] }, user);
}

function colleague(browser: BrowserContext, api: NewsroomApi, { id, name, email }: Me): Colleague {
  const open = async (path: string) => {
    const page = await browser.newPage();
    await page.goto(`${inject('editorUrl')}${path}`);
    return page;
  };
  const list = async <Thing>(path: string, item: { parse: (value: unknown) => Thing }) => {
    const { items } = await api.get(path, { parse: (value) => value as { items: unknown[] } });
    return items.map((each) => item.parse(each));
  };
  return {
    ...{ id, name, email, browser, api, open },
    sections: () => list('/sections', section),
    regions: () => list('/regions', region),
  };
}
