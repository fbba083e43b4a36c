import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { Grant, Language, Role } from '@broadsheet/types';
import { DataSource, type EntityManager } from 'typeorm';
import type { Person } from '../common/access.ts';
import { newId } from '../common/new-id.ts';
import { planned } from '../database/planned.ts';
import { Notices } from '../database/notices.service.ts';
import { hashToken, newToken } from './session-token.ts';

/** A session ends after this many days without use. */
const idleDays = 14;

interface SessionRow {
  session_id: string;
  id: string;
  email: string;
  name: string;
  locale: Language;
  colour: number;
  stale: boolean;
  grants: {
    id: string;
    role: Role;
    sections: string[] | null;
    regions: string[] | null;
    languages: Language[] | null;
  }[];
}

const holds = 's.expires_at > now() and u.suspended_at is null';
const isStale = `s.last_seen_at < now() - interval '5 minutes'`;

const findSql = `
  select s.id as session_id, u.id, u.email, u.name, u.locale, u.colour,
         ${isStale} as stale,
         coalesce((select json_agg(json_build_object('id', g.id, 'role', g.role, 'sections', g.section_ids,
                   'regions', g.region_ids, 'languages', g.languages) order by g.id)
                   from "grant" g where g.user_id = u.id), '[]') as grants
    from session s join "user" u on u.id = s.user_id
   where s.token_hash = $1 and ${holds}`;

/** Opaque sessions: made, looked up, ended. Ending one is told to every process, so that sockets close too. */
@Injectable()
export class SessionsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(Notices) private readonly notices: Notices,
  ) {}

  /** Forgets the person's sessions that ran out. @returns the token for the cookie; only its hash is kept. */
  async start(manager: EntityManager, userId: string, userAgent: string): Promise<string> {
    const token = newToken();
    await manager.query('delete from session where user_id = $1 and expires_at <= now()', [userId]);
    await manager.query(
      `insert into session (id, user_id, token_hash, user_agent, expires_at)
       values ($1, $2, $3, $4, now() + $5 * interval '1 day')`,
      [newId(), userId, hashToken(token), userAgent.slice(0, 300), idleDays],
    );
    return token;
  }

  /** Those of these sessions that still hold, each with whether `find` would note anew that it is used. */
  async holding(ids: readonly string[]): Promise<Map<string, boolean>> {
    const rows: { id: string; stale: boolean }[] = await this.dataSource.query(
      `select s.id, ${isStale} as stale from session s join "user" u on u.id = s.user_id
        where s.id = any($1) and ${holds}`,
      [ids],
    );
    return new Map(rows.map(({ id, stale }) => [id, stale]));
  }

  /** The person behind a token with all grants, or null when the session is over or the person suspended. */
  async find(token: string): Promise<Person | null> {
    const rows = await planned<SessionRow>(this.dataSource, 'session', findSql, [hashToken(token)]);
    const row = rows[0];
    if (!row) return null;
    if (row.stale) await this.touch(row.session_id);
    return {
      id: row.id,
      email: row.email,
      name: row.name,
      locale: row.locale,
      colour: row.colour,
      grants: row.grants.map(toGrant),
      sessionId: row.session_id,
    };
  }

  /** Ends one session. */
  async end(sessionId: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const [rows]: [{ user_id: string }[], number] = await manager.query(
        'delete from session where id = $1 returning user_id',
        [sessionId],
      );
      if (rows[0]) await this.notices.send(manager, 'session', rows[0].user_id);
    });
  }

  /** Ends all sessions of a person, but for `exceptId`; part of the caller's transaction. */
  async endAll(manager: EntityManager, userId: string, exceptId: string | null = null): Promise<void> {
    await manager.query('delete from session where user_id = $1 and id is distinct from $2', [
      userId,
      exceptId,
    ]);
    await this.notices.send(manager, 'session', userId);
  }

  /** Tells every process to look again at what a person may do; part of the caller's transaction. */
  async recheck(manager: EntityManager, userId: string): Promise<void> {
    await this.notices.send(manager, 'session', userId);
  }

  private async touch(sessionId: string): Promise<void> {
    await this.dataSource.query(
      `with touched as (
         update session set last_seen_at = now(), expires_at = now() + $2 * interval '1 day'
          where id = $1 returning user_id)
       update "user" set last_seen_at = now() from touched where "user".id = touched.user_id`,
      [sessionId, idleDays],
    );
  }
}

const toGrant = (row: SessionRow['grants'][number]): Grant => ({
  id: row.id,
  role: row.role,
  sections: row.sections ?? 'any',
  regions: row.regions ?? 'any',
  languages: row.languages ?? 'any',
});
