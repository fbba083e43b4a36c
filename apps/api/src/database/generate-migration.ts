import { writeFileSync } from 'node:fs';
import { openDataSource } from './data-source.ts';

/**
 * `npm run db:generate -- name` writes a migration for the difference between entities and a migrated database;
 * `--check` only fails if there is one. Read what it wrote before committing it.
 */
async function run(): Promise<void> {
  const dataSource = await openDataSource(process.env['DATABASE_URL'] ?? '');
  try {
    await dataSource.runMigrations({ transaction: 'all' });
    const { upQueries, downQueries } = await dataSource.driver.createSchemaBuilder().log();
    if (upQueries.length === 0) return void process.stdout.write('Entities and migrations agree.\n');
    const statements = upQueries.map((query) => query.query);
    if (process.argv.includes('--check'))
      throw new Error(`Entities and migrations differ:\n${statements.join('\n')}`);
    write(
      process.argv[2] ?? 'change',
      statements,
      downQueries.map((query) => query.query),
    );
  } finally {
    await dataSource.destroy();
  }
}

function write(name: string, up: string[], down: string[]): void {
  const stamp = Date.now();
  const className = `${name.replace(/(^|-)([a-z])/g, (_, __, letter: string) => letter.toUpperCase())}${stamp}`;
  const run = (queries: string[]) =>
    queries.map((query) => `    await runner.query(\`${query.replaceAll('`', '\\`')}\`);`).join('\n');
  const file = new URL(`../../src/database/migrations/${stamp}-${name}.ts`, import.meta.url);
  writeFileSync(
    file,
    `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${className} implements MigrationInterface {
  name = '${className}';

  async up(runner: QueryRunner): Promise<void> {
${run(up)}
  }

  async down(runner: QueryRunner): Promise<void> {
${run(down.reverse())}
  }
}
`,
  );
  process.stdout.write(`${file.pathname}\n`);
}

await run();
