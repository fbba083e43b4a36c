import { keptHead } from '#lib/offline/kept-head.ts';
import { offline } from '#lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent }) => {
  const { site } = await parent();
  return { head: keptHead(site, 'offline', offline()) };
};
