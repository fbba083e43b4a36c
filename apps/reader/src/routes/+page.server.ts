import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const { defaultLanguage } = await locals.reading.site();
  redirect(307, `/${defaultLanguage}/`);
};
