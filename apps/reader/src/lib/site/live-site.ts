import { error } from '@sveltejs/kit';
import { toSiteView, type SiteView } from './site-view.ts';

/** The site in the language of an address. @throws 404 where it is not live in it */
export async function readLiveSite(locals: App.Locals, origin: string, language: string): Promise<SiteView> {
  const site = toSiteView(await locals.reading.site(), locals.language, origin);
  if (site.languages.every((each) => each !== language)) error(404, 'This language is not live.');
  return site;
}
