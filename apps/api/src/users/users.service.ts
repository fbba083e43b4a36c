import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  id as personId,
  type Invited,
  type InviteInput,
  type OneTimeLink,
  type UpdateUserInput,
  type User,
  type UserListQuery,
  type UserPage,
} from '@broadsheet/types';
import { DataSource, type EntityManager } from 'typeorm';
import { noPassword } from '../auth/password-hash.ts';
import { OneTimeLinksService } from '../auth/one-time-links.service.ts';
import { SessionsService } from '../auth/sessions.service.ts';
import { changedMeanwhile, notFound } from '../common/changed-meanwhile.ts';
import { DomainError } from '../common/domain-error.ts';
import { newId } from '../common/new-id.ts';
import { withConstraints } from '../common/with-constraints.ts';
import { GrantsService } from './grants.service.ts';
import { keepingAnAdmin } from './last-admin.ts';
import { toUser, userColumns, type UserRow } from './to-user.ts';

const pageSize = 50;

/** The newsroom's people: invited, changed, suspended. What ends or narrows a right takes effect at once. */
@Injectable()
export class UsersService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(GrantsService) private readonly grants: GrantsService,
    @Inject(SessionsService) private readonly sessions: SessionsService,
    @Inject(OneTimeLinksService) private readonly links: OneTimeLinksService,
  ) {}

  /** By name; the search looks at names and addresses. */
  async list({ search = '', cursor }: UserListQuery): Promise<UserPage> {
    const after = cursor === undefined ? null : lastOfPage(cursor);
    const pattern = `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`;
    const rows: UserRow[] = await this.dataSource.query(
      `select ${userColumns} from "user" u
        where (u.name ilike $1 or u.email ilike $1) 
          and ($2::uuid is null or (u.name, u.id) > (select l.name, l.id from "user" l where l.id = $2))
        order by u.name, u.id limit $3`,
      [pattern, after, pageSize + 1],
    );
    const [count]: { total: number }[] = await this.dataSource.query(
      'select count(*)::int as total from "user" u where u.name ilike $1 or u.email ilike $1',
      [pattern],
    );
    const items = rows.slice(0, pageSize).map(toUser);
    const last = items.at(-1);
    return {
      items,
      nextCursor: rows.length > pageSize && last ? last.id : null,
      total: count?.total ?? 0,
    };
  }

  /** A new person, with the link to hand over. */
  async invite({ email, name, grants }: InviteInput): Promise<Invited> {
    const taken = () =>
      new DomainError(
        'EMAIL_TAKEN',
        'Somebody with this address is here already. Look for them in the list.',
        [{ path: 'email', message: 'This address is taken.' }],
      );
    return withConstraints({ uq_user_email: taken }, () =>
      this.dataSource.transaction(async (manager) => {
        const id = newId();
        await manager.query(
          `insert into "user" (id, email, name, colour)
           values ($1, $2, $3, (select colour from generate_series(1, 6) colour
                                 order by (select count(*) from "user" u where u.colour = colour.colour), colour limit 1))`,
          [id, email, name],
        );
        await this.grants.replace(manager, id, grants);
        const link = await this.links.make(manager, 'invite', id);
        return { user: await this.load(manager, id), link };
      }),
    );
  }

  async update(id: string, { version, name, grants }: UpdateUserInput): Promise<User> {
    return this.dataSource.transaction(async (manager) => {
      const before = await this.load(manager, id, 'for update of u');
      if (before.version !== version) throw changedMeanwhile('this person');
      await manager.query(
        'update "user" set name = coalesce($2, name), version = version + 1 where id = $1',
        [id, name ?? null],
      );
      if (grants)
        await keepingAnAdmin(manager, id, async () => {
          await this.grants.replace(manager, id, grants);
          await this.sessions.recheck(manager, id);
        });
      return this.load(manager, id);
    });
  }

  /** Ends the person's sessions and sockets at once; links and passwords stop working. */
  async suspend(id: string): Promise<User> {
    return this.dataSource.transaction(async (manager) => {
      const { state } = await this.load(manager, id, 'for update of u');
      if (state === 'suspended') return this.load(manager, id);
      await keepingAnAdmin(manager, id, async () => {
        await manager.query('update "user" set suspended_at = now(), version = version + 1 where id = $1', [
          id,
        ]);
      });
      await manager.query('delete from one_time_link where user_id = $1 and used_at is null', [id]);
      await this.sessions.endAll(manager, id);
      return this.load(manager, id);
    });
  }

  async reinstate(id: string): Promise<User> {
    return this.dataSource.transaction(async (manager) => {
      const { state } = await this.load(manager, id, 'for update of u');
      if (state === 'suspended')
        await manager.query('update "user" set suspended_at = null, version = version + 1 where id = $1', [
          id,
        ]);
      return this.load(manager, id);
    });
  }

  /**
   * A link to set a new password; the old one is gone at once, with all sessions, because somebody else may know it.
   * @throws DomainError LAST_ADMIN: who would make the link again, should it get lost?
   */
  async resetLink(id: string): Promise<OneTimeLink> {
    return this.dataSource.transaction(async (manager) => {
      const { state } = await this.load(manager, id, 'for update of u');
      if (state !== 'active')
        throw new DomainError(
          'STEP_NOT_ALLOWED',
          state === 'invited'
            ? 'This person has not set a first password yet. Make a new invitation link instead.'
            : 'This person is suspended. Reinstate them first.',
        );
      await keepingAnAdmin(manager, id, async () => {
        await manager.query('update "user" set password_hash = $2 where id = $1', [id, noPassword]);
      });
      await this.sessions.endAll(manager, id);
      return this.links.make(manager, 'reset', id);
    });
  }

  /** The invitation again, for somebody who has not come yet; the earlier link stops working. */
  async inviteLink(id: string): Promise<OneTimeLink> {
    return this.dataSource.transaction(async (manager) => {
      const { state } = await this.load(manager, id, 'for update of u');
      if (state !== 'invited')
        throw new DomainError(
          'STEP_NOT_ALLOWED',
          state === 'active'
            ? 'This person has an account already. Make a link to set a new password instead.'
            : 'This person is suspended. Reinstate them first.',
        );
      return this.links.make(manager, 'invite', id);
    });
  }

  private async load(manager: EntityManager, id: string, lock: '' | 'for update of u' = ''): Promise<User> {
    const rows: UserRow[] = await manager.query(
      `select ${userColumns} from "user" u where u.id = $1 ${lock}`,
      [id],
    );
    if (!rows[0]) throw notFound('person');
    return toUser(rows[0]);
  }
}

/** The cursor is the id of a page's last person; nobody is ever deleted. */
function lastOfPage(cursor: string): string {
  if (personId.safeParse(cursor).success) return cursor;
  throw new DomainError('INPUT_INVALID', 'This page of the list does not exist. Begin at the first one.', [
    { path: 'cursor', message: 'Use a cursor as an earlier page gave it.' },
  ]);
}
