import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { completeMessages } from './vite/complete-messages.ts';
import { ownLanguage } from './vite/own-language.ts';
import { framework, noCircles, packages, pageFiles, types } from './vite/page-files.ts';
import { pureSchemas } from './vite/pure-schemas.ts';
import { withoutJsonSchema } from './vite/without-json-schema.ts';

const api = process.env.API_URL ?? 'http://127.0.0.1:3001';

export default defineConfig({
  plugins: [
    completeMessages('messages'),
    withoutJsonSchema(),
    pureSchemas(),
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/lib/paraglide',
      strategy: ['localStorage', 'preferredLanguage', 'baseLocale'],
      localStorageKey: 'broadsheet.locale',
    }),
    noCircles(),
    ownLanguage('src/lib/paraglide/messages', ['az', 'ru', 'en', 'hy']),
    sveltekit({
      adapter: adapter({ fallback: 'index.html' }),
      compilerOptions: { runes: true },
      csp: {
        mode: 'hash',
        directives: {
          'script-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'form-action': ['self'],
        },
      },
      version: { pollInterval: 0 },
    }),
  ],
  environments: {
    client: {
      build: {
        rolldownOptions: {
          // files of several pages hold modules without what those import
          preserveEntrySignatures: 'allow-extension',
          output: {
            // A page that opens asks for each file, and each of thirty costs more than its bytes.
            codeSplitting: {
              groups: [
                { name: 'styles', test: /\.css$/ },
                {
                  name: pageFiles('src/routes'),
                  debugName: 'pages',
                  includeDependenciesRecursively: false,
                },
                { name: 'svelte', test: framework, includeDependenciesRecursively: false },
                {
                  name: 'types',
                  test: types,
                  entriesAware: true,
                  // more, and what checks the shape of data comes to pages that check none
                  entriesAwareMergeThreshold: 2000,
                  includeDependenciesRecursively: false,
                },
                {
                  name: 'packages',
                  test: packages,
                  entriesAware: true,
                  includeDependenciesRecursively: false,
                },
              ],
            },
          },
        },
      },
    },
  },
  server: {
    proxy: { '/api': { target: api, ws: true } },
  },
});
