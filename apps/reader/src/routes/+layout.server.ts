import { toSiteView } from '#lib/site/site-view.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, url }) => ({
  site: toSiteView(await locals.reading.site(), locals.language, url.origin),
});
