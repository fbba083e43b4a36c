import { error } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ params, parent }) => {
  const { site } = await parent();
  if (!site.languages.some((language) => language === params.lang)) error(404, 'This language is not live.');
};
