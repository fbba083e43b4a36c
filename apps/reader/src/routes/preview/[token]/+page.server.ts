import { readPreviewPage } from '#lib/article/preview-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  readPreviewPage(locals.reading, url.origin, params.token);
