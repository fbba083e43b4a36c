import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const existing = (...relatives: string[]) => relatives.map(path).filter((file) => existsSync(file));

/** A package or app whose tests are plain functions. */
function plain(name: string, root: string): TestProjectInlineConfiguration {
  return { test: { name, root: path(root), include: ['**/*.test.ts'], environment: 'node' } };
}

/** An app with its own Vite config: its aliases, messages and Svelte files work in tests too. */
function app(name: string): TestProjectInlineConfiguration {
  return { ...plain(name, `apps/${name}`), extends: existing(`apps/${name}/vite.config.ts`)[0] ?? false };
}

export default defineConfig({
  test: {
    projects: [
      plain('types', 'packages/types'),
      plain('document', 'packages/document'),
      plain('scripts', 'scripts'),
      app('reader'),
      app('editor'),
      {
        // What Nest's dependency injection and TypeORM's entities need from the compiler.
        oxc: {
          typescript: { removeClassFieldsWithoutInitializer: true },
          assumptions: { setPublicClassFields: true },
        },
        test: {
          name: 'api',
          root: path('apps/api'),
          include: ['**/*.test.ts'],
          globalSetup: existing('scripts/lib/test-database-setup.ts', 'apps/api/test/global-setup.ts'),
          hookTimeout: 60_000,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          root: path('e2e'),
          include: ['**/*.e2e.ts'],
          globalSetup: existing('scripts/lib/test-database-setup.ts', 'e2e/global-setup.ts'),
          hookTimeout: 120_000,
          testTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
