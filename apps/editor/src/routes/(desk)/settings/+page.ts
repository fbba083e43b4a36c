import { redirect } from '@sveltejs/kit';
import { session } from '#lib/session/session.svelte.ts';
import { pagesFor } from '#lib/settings/settings-pages.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent }) => {
  await parent();
  const [first] = pagesFor((action) => session.may(action));
  if (first) redirect(307, first.href);
};
