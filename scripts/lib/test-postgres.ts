import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgres } from '../../apps/api/src/database/embedded-postgres.ts';
import { freePort } from './ports.ts';

export interface TestPostgres {
  /** Superuser's connection URL; tests make databases of their own. */
  url: string;
  /** Stops the server and removes its data. */
  stop: () => Promise<void>;
}

/** Speed before safety: this data lives as long as the tests. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
  max_connections: '200',
};

/** A PostgreSQL of its own on a free port, in a temporary folder. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'broadsheet-test-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const server = await EmbeddedPostgres.start({
      dataDir: join(folder, 'postgres'),
      port: await freePort(),
      database: 'broadsheet_test',
      settings,
    });
    return {
      url: server.url,
      stop: async () => {
        await server.stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
