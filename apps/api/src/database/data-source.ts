import { readdirSync } from 'node:fs';
import type { MigrationInterface } from 'typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from './entities.ts';
import { SnakeNaming } from './snake-naming.ts';

const folder = new URL('./migrations/', import.meta.url);

async function migrations(): Promise<(new () => MigrationInterface)[]> {
  const files = readdirSync(folder).filter((file) => /^\d+-[a-z0-9-]+\.(ts|js)$/.test(file));
  const modules = await Promise.all(
    files
      .sort()
      .map(
        (file) => import(new URL(file, folder).href) as Promise<Record<string, new () => MigrationInterface>>,
      ),
  );
  return modules.flatMap((module) => Object.values(module));
}

/** Of every connection that the API opens for questions, as pg takes it. */
export const connectionSettings = {
  connectionTimeoutMillis: 3000,
  application_name: 'broadsheet',
  statement_timeout: 15_000,
  idle_in_transaction_session_timeout: 30_000,
  keepAlive: true,
};

/** How the API, the migrations and the tests reach the database. `synchronize` is never on. */
export async function dataSourceOptions(url: string, pool = 12): Promise<DataSourceOptions> {
  return {
    type: 'postgres',
    url,
    entities,
    migrations: await migrations(),
    migrationsTableName: 'migration',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    installExtensions: false,
    poolSize: pool,
    extra: connectionSettings,
  };
}

export async function openDataSource(url: string): Promise<DataSource> {
  return new DataSource(await dataSourceOptions(url)).initialize();
}
