import { error } from '@sveltejs/kit';
import { findSubject, type SubjectKind } from '#lib/front/subject-page.ts';
import type { ListKind } from '#lib/server/newsroom.ts';
import { toSiteView, type SiteView } from '#lib/site/site-view.ts';
import { renderRss } from './render-rss.ts';

const inFeed = 30;

/** The feed of all of a language's news. */
export async function answerHomeFeed(
  locals: App.Locals,
  origin: string,
  language: string,
): Promise<Response> {
  const site = await readSite(locals, origin);
  if (site.languages.every((each) => each !== language)) error(404, 'This language is not live.');
  return answer(locals, site, { kind: 'home', title: site.name, path: `/${site.language}/` });
}

/** The feed beside the list of a section, region, topic or author. */
export async function answerSubjectFeed(
  locals: App.Locals,
  origin: string,
  kind: SubjectKind,
  slug: string,
): Promise<Response> {
  const site = await readSite(locals, origin);
  if (!site.languages.includes(locals.language)) error(404, 'This language is not live.');
  const { subject } = await findSubject(locals.reading, site, kind, slug);
  return answer(locals, site, { ...subject, title: `${subject.name} | ${site.name}` });
}

async function readSite(locals: App.Locals, origin: string): Promise<SiteView> {
  return toSiteView(await locals.reading.site(), locals.language, origin);
}

async function answer(
  locals: App.Locals,
  site: SiteView,
  { kind, id, title, path }: { kind: ListKind; id?: string; title: string; path: string },
): Promise<Response> {
  const { items } = await locals.reading.list({
    language: site.language,
    kind,
    limit: inFeed,
    ...(id === undefined ? {} : { id }),
  });
  return new Response(renderRss({ site, title, path, items }), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
}
