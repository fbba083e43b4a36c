import type {
  GrantInput,
  Invited,
  InviteInput,
  OneTimeLink,
  UpdateUserInput,
  User,
  UserPage,
} from '@broadsheet/types';
import { api } from '#lib/api/client.ts';
import { session } from '#lib/session/session.svelte.ts';
import { SavedRecord, type Part } from '#lib/saving/saved-record.svelte.ts';

export type UserPatch = Omit<UpdateUserInput, 'version'>;
export type UserRecord = SavedRecord<User, UserPatch>;

/** The people of the newsroom, all of them: a newsroom has tens, seldom hundreds. */
export class PeopleList {
  people = $state.raw<readonly User[] | null>(null);
  fault = $state.raw<unknown>(null);
  #records = new Map<string, UserRecord>();

  async load(): Promise<void> {
    try {
      this.people = await allPeople();
      this.fault = null;
    } catch (error) {
      this.fault = error;
    }
  }

  find(id: string | null): User | undefined {
    return this.people?.find((person) => person.id === id);
  }

  matching(search: string): readonly User[] {
    const wanted = search.trim().toLocaleLowerCase();
    const fits = ({ name, email }: User) => `${name} ${email}`.toLocaleLowerCase().includes(wanted);
    return (this.people ?? []).filter(fits);
  }

  record(person: User): UserRecord {
    let record = this.#records.get(person.id);
    if (!record) this.#records.set(person.id, (record = this.#newRecord(person)));
    return record;
  }

  /** Throws `EMAIL_TAKEN` and other faults. */
  async invite(input: InviteInput): Promise<Invited> {
    const made = await api.post<Invited>('/users', input);
    this.#put(made.user);
    return made;
  }

  /** A link for a new password, or the invitation anew for who has not come yet. Throws `ApiError`. */
  async link(person: User): Promise<OneTimeLink> {
    const kind = person.state === 'invited' ? 'invite-link' : 'reset-link';
    const link = await api.post<OneTimeLink>(`/users/${person.id}/${kind}`, undefined);
    if (person.state === 'invited') await this.load();
    return link;
  }

  /** Throws `LAST_ADMIN` and other faults. */
  async suspend(person: User): Promise<void> {
    this.#put(await api.post<User>(`/users/${person.id}/suspend`, undefined));
  }

  /** Throws `ApiError`. */
  async reinstate(person: User): Promise<void> {
    this.#put(await api.post<User>(`/users/${person.id}/reinstate`, undefined));
  }

  #put(person: User): void {
    const before = this.people ?? [];
    const known = before.some(({ id }) => id === person.id);
    this.people = known ? before.map((one) => (one.id === person.id ? person : one)) : [...before, person];
    // A step changes the version: what is edited goes on from the new one.
    this.#records.delete(person.id);
  }

  #newRecord(person: User): UserRecord {
    return new SavedRecord<User, UserPatch>(person, {
      save: async (thing, patch) => {
        const saved = await api.patch<User>(`/users/${thing.id}`, { ...patch, version: thing.version });
        this.people = (this.people ?? []).map((one) => (one.id === saved.id ? saved : one));
        if (session.me?.id === saved.id) session.me = { ...session.me, name: saved.name };
        return saved;
      },
      again: async (thing) => {
        await this.load();
        return this.find(thing.id) ?? thing;
      },
    });
  }
}

/** Everybody, page after page. Throws `ApiError`. */
export async function allPeople(): Promise<User[]> {
  const people: User[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: User[]; nextCursor: string | null } = await api.get<UserPage>('/users', { cursor });
    people.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return people;
}

/** A person's roles are saved together; `show` tells them in a conflict. */
export function grantsPart(
  show: (grants: readonly GrantInput[]) => string,
): Part<User, UserPatch, GrantInput[]> {
  return {
    key: 'grants',
    read: (person) =>
      person.grants.map(({ role, sections, regions, languages }) => ({ role, sections, regions, languages })),
    patch: (_person, grants) => ({ grants }),
    show,
  };
}

export const namePart: Part<User, UserPatch, string> = {
  key: 'name',
  read: ({ name }) => name,
  patch: (_person, name) => ({ name }),
  show: (name) => name,
};
