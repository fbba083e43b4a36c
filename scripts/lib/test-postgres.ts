import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgres } from '../../apps/api/src/database/embedded-postgres.ts';
import { stopOrphan } from '../../apps/api/src/database/orphan-postgres.ts';
import { isAlive, mark, type ProcessMark } from './data-lock.mjs';
import { freePort } from './ports.ts';

export interface TestPostgres {
  /** Superuser's connection URL; tests make databases of their own. */
  url: string;
  /** Stops the server and removes its data. */
  stop: () => Promise<void>;
}

/** Speed before safety: this data lives as long as the tests. */
const hasty = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
};

const prefix = 'broadsheet-test-';
const ownerFile = 'owner.json';

/** Ends and removes what test runs that were killed have left behind. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    const file = join(folder, ownerFile);
    if (!existsSync(file) || isAlive(JSON.parse(readFileSync(file, 'utf8')) as ProcessMark)) continue;
    await stopOrphan(join(folder, 'postgres'));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A PostgreSQL of its own on a free port, in a temporary folder. A durable one writes as the product's own does. */
export async function startTestPostgres({ durable = false } = {}): Promise<TestPostgres> {
  await sweep();
  const folder = mkdtempSync(join(tmpdir(), prefix));
  writeFileSync(join(folder, ownerFile), JSON.stringify(mark(process.pid)));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const server = await EmbeddedPostgres.start({
      dataDir: join(folder, 'postgres'),
      port: await freePort(),
      database: 'broadsheet_test',
      settings: { max_connections: '200', ...(durable ? {} : hasty) },
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
