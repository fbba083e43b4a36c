import type { OneTimeLink } from '@broadsheet/types';
import type { DataSource } from 'typeorm';
import { hasPeople, lockForFirstAdmin } from './first-admin-account.ts';
import { insertLink } from './one-time-links.service.ts';

/** A link for the newsroom's first admin, ending the one before; null once there is a user. */
export async function firstAdminLink(dataSource: DataSource, editorUrl: string): Promise<OneTimeLink | null> {
  return dataSource.transaction(async (manager) => {
    await lockForFirstAdmin(manager);
    if (await hasPeople(manager)) return null;
    await manager.query(`delete from one_time_link where kind = 'first_admin'`);
    return insertLink(manager, editorUrl.replace(/\/+$/, ''), 'first_admin', null);
  });
}
