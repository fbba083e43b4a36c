import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

/** Of tokens, fonts, ground and the header: enough to draw the top of any page. */
const firstStyles =
  /\/(styles\/(tokens|fonts|fonts\/fallback|base)\.css$|(routes\/\+layout|(Site|Home)Header|SectionNav|LanguageSwitch|Icon)\.svelte\?.*\.css$)/;

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ precompress: true }),
      paths: { relative: false },
      version: { name: 'broadsheet' },
      // an island registers it, by the one policy that allows its address
      serviceWorker: { register: false },
    }),
  ],
  // A data: address would need a wider content security policy, and could not be cached by itself.
  build: {
    assetsInlineLimit: 0,
    // What a page begins with goes into the page itself, everything else into one sheet for the whole site: on a slow
    // line six small ones cost a reader more than a single larger one.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', test: firstStyles, priority: 2 },
            { name: 'site', test: /\.css$/, priority: 1 },
          ],
        },
      },
    },
  },
});
