import type { Grant, Language, Role, User } from '@broadsheet/types';

/** A row of {@link userColumns}. */
export interface UserRow {
  id: string;
  email: string;
  name: string;
  colour: number;
  invited: boolean;
  suspended_at: Date | null;
  last_seen_at: Date | null;
  invite_expires_at: Date | null;
  version: number;
  grants: GrantRow[];
}

interface GrantRow {
  id: string;
  role: Role;
  sections: string[] | null;
  regions: string[] | null;
  languages: Language[] | null;
}

/** What {@link toUser} reads, from `"user" u`. */
export const userColumns = `
  u.id, u.email, u.name, u.colour, u.password_hash is null as invited, u.suspended_at, u.last_seen_at, u.version,
  (select max(l.expires_at) from one_time_link l
    where l.user_id = u.id and l.kind = 'invite' and l.used_at is null) as invite_expires_at,
  coalesce((select json_agg(json_build_object('id', g.id, 'role', g.role, 'sections', g.section_ids,
                            'regions', g.region_ids, 'languages', g.languages) order by g.id)
              from "grant" g where g.user_id = u.id), '[]') as grants`;

/** A person as admins see them. */
export const toUser = (row: UserRow): User => ({
  id: row.id,
  email: row.email,
  name: row.name,
  colour: row.colour,
  state: row.suspended_at ? 'suspended' : row.invited ? 'invited' : 'active',
  grants: row.grants.map(toGrant),
  lastSeenAt: row.last_seen_at?.toISOString() ?? null,
  inviteExpiresAt: row.invited ? (row.invite_expires_at?.toISOString() ?? null) : null,
  version: row.version,
});

const toGrant = ({ id, role, sections, regions, languages }: GrantRow): Grant => ({
  id,
  role,
  sections: sections ?? 'any',
  regions: regions ?? 'any',
  languages: languages ?? 'any',
});
