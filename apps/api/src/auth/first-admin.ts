import 'reflect-metadata';
import { openDataSource } from '../database/data-source.ts';
import { firstAdminLink } from './first-admin-link.ts';

/**
 * `node first-admin.js` prints a one-time link for the newsroom's first admin, and nothing once there is a user.
 * Needs DATABASE_URL and EDITOR_URL.
 */
async function run(): Promise<void> {
  const { DATABASE_URL: database, EDITOR_URL: editor } = process.env;
  if (!database || !editor)
    throw new Error('DATABASE_URL and EDITOR_URL are needed: the database and the address of the editor.');
  const dataSource = await openDataSource(database);
  try {
    const link = await firstAdminLink(dataSource, editor);
    if (link)
      process.stdout.write(
        `This newsroom has nobody yet. Open this link to become its first admin; it works once, for seven days:\n${link.url}\n`,
      );
  } finally {
    await dataSource.destroy();
  }
}

await run();
