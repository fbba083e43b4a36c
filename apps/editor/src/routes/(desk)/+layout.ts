import { redirect } from '@sveltejs/kit';
import { session } from '#lib/session/session.svelte.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ url }) => {
  if (await session.resume()) return;
  redirect(307, `/sign-in?to=${encodeURIComponent(url.pathname + url.search)}`);
};
