import { keptHead } from '#lib/offline/kept-head.ts';
import { saved_stories } from '#lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent }) => {
  const { site } = await parent();
  return { head: keptHead(site, 'saved', saved_stories()) };
};
