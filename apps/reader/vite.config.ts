import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

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
    // One sheet for the whole site: on a slow line six small ones cost a reader more than a single larger one.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'site', test: /\.css$/ }] } },
    },
  },
});
