import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { LinkInfo, LinkKind, OneTimeLink, UseLinkInput } from '@broadsheet/types';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '../common/domain-error.ts';
import { newId } from '../common/new-id.ts';
import { ENV, type Env } from '../env.ts';
import { createFirstAdmin, lockForFirstAdmin } from './first-admin-account.ts';
import { hashPassword } from './password-hash.ts';
import { refuseWeakPassword } from './password-strength.ts';
import { hashToken, newToken } from './session-token.ts';
import { SessionsService } from './sessions.service.ts';

const hoursValid: Record<LinkKind, number> = { invite: 7 * 24, reset: 24, first_admin: 7 * 24 };

interface LinkRow {
  id: string;
  kind: LinkKind;
  user_id: string | null;
  email: string | null;
  name: string | null;
  expires_at: Date;
}

/** Links that an admin hands over by hand. Each works once; only its token's hash is kept. */
@Injectable()
export class OneTimeLinksService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(SessionsService) private readonly sessions: SessionsService,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Makes a link, as part of the caller's transaction; earlier ones for the same person stop working. */
  async make(
    manager: EntityManager,
    kind: Exclude<LinkKind, 'first_admin'>,
    userId: string,
  ): Promise<OneTimeLink> {
    await manager.query('delete from one_time_link where user_id = $1 and used_at is null', [userId]);
    return insertLink(manager, this.env.EDITOR_URL, kind, userId);
  }

  /** What a link is for. @throws DomainError LINK_INVALID when it was used, is too old or never was. */
  async info(token: string): Promise<LinkInfo> {
    const link = await this.load(this.dataSource.manager, token, '');
    return { kind: link.kind, email: link.email, name: link.name, expiresAt: link.expires_at.toISOString() };
  }

  /**
   * Sets the password, ends the person's other sessions and signs in.
   * @returns the token for the cookie.
   */
  async use(token: string, input: UseLinkInput, userAgent: string): Promise<string> {
    const seen = await this.load(this.dataSource.manager, token, '');
    const person = {
      email: seen.email ?? input.email ?? '',
      name: seen.name ?? input.name ?? '',
    };
    refuseWeakPassword(input.password, person);
    const passwordHash = await hashPassword(input.password);
    return this.dataSource.transaction(async (manager) => {
      if (seen.kind === 'first_admin') await lockForFirstAdmin(manager);
      const link = await this.load(manager, token, 'for update of l');
      await manager.query('update one_time_link set used_at = now() where id = $1', [link.id]);
      const userId = link.user_id ?? (await createFirstAdmin(manager, input));
      await manager.query(
        `update "user" set password_hash = $2, name = coalesce($3, name), last_seen_at = now() where id = $1`,
        [userId, passwordHash, link.kind === 'invite' ? (input.name ?? null) : null],
      );
      await this.sessions.endAll(manager, userId);
      return this.sessions.start(manager, userId, userAgent);
    });
  }

  private async load(manager: EntityManager, token: string, lock: '' | 'for update of l'): Promise<LinkRow> {
    const rows: LinkRow[] = await manager.query(
      `select l.id, l.kind, l.user_id, u.email, u.name, l.expires_at
         from one_time_link l left join "user" u on u.id = l.user_id
        where l.token_hash = $1 and l.used_at is null and l.expires_at > now() and u.suspended_at is null
        ${lock}`,
      [hashToken(token)],
    );
    if (rows[0]) return rows[0];
    throw new DomainError(
      'LINK_INVALID',
      'This link was used already or is too old. Ask an admin for a new one.',
    );
  }
}

/** One row and its address; the token stands nowhere else. */
export async function insertLink(
  manager: EntityManager,
  editorUrl: string,
  kind: LinkKind,
  userId: string | null,
): Promise<OneTimeLink> {
  const token = newToken();
  const expiresAt = new Date(Date.now() + hoursValid[kind] * 3_600_000);
  await manager.query(
    'insert into one_time_link (id, kind, user_id, token_hash, expires_at) values ($1, $2, $3, $4, $5)',
    [newId(), kind, userId, hashToken(token), expiresAt],
  );
  return { url: `${editorUrl}/link/${token}`, expiresAt: expiresAt.toISOString() };
}
