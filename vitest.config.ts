import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const existing = (...relatives: string[]) => relatives.map(path).filter((file) => existsSync(file));

/** Run by `npm run test:long` alone: they take minutes, and what they visit is visited by others too. */
const longRunOnly = [
  'blocks.e2e.ts',
  'editor-for-everyone.e2e.ts',
  'editor-overlays.e2e.ts',
  'media.e2e.ts',
  'most-read.e2e.ts',
  'offline.e2e.ts',
  'refused-writing.e2e.ts',
  'regions.e2e.ts',
];

/** One file more at once than there are cores: some wait for deadlines. Files share modules and keep no state in them. */
const swift = { maxWorkers: availableParallelism() + 1, isolate: false };

/** A package whose tests are plain functions. */
function plain(name: string, root: string): TestProjectInlineConfiguration {
  return {
    test: { name, root: path(root), include: ['**/*.test.ts'], testTimeout: 30_000, ...swift },
  };
}

/**
 * An app in Svelte. Runes and components are compiled; SvelteKit itself stays out, so what a test reaches
 * must not import `$app/…`: that is the routes' business.
 */
function app(name: string): TestProjectInlineConfiguration {
  return {
    ...plain(name, `apps/${name}`),
    tsconfig: path('tsconfig.base.json'),
    plugins: [svelte({ configFile: false })],
  };
}

export default defineConfig({
  test: {
    allowOnly: false,
    projects: [
      plain('types', 'packages/types'),
      plain('document', 'packages/document'),
      plain('scripts', 'scripts'),
      'apps/api',
      app('reader'),
      app('editor'),
      {
        test: {
          name: 'e2e',
          root: path('e2e'),
          include: ['**/*.e2e.ts'],
          exclude: process.env['TEST_LONG'] ? [] : longRunOnly,
          // a browser on a busy machine may be late once
          retry: process.env['CI'] ? 1 : 0,
          globalSetup: existing('scripts/lib/journey-setup.ts', 'e2e/global-setup.ts'),
          hookTimeout: 120_000,
          testTimeout: 300_000,
          expect: { poll: { timeout: 15_000 } },
          // Two at once take as long as one after the other: a browser fills two cores. One after the other they
          // share the people who are at work all day.
          fileParallelism: false,
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
