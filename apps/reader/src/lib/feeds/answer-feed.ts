import { error, isRedirect, redirect } from '@sveltejs/kit';
import { findSubject, type SubjectKind } from '#lib/front/subject-page.ts';
import { readLiveSite } from '#lib/site/live-site.ts';
import type { SiteView } from '#lib/site/site-view.ts';
import { toFeedItem, type FeedMatter } from './feed-matter.ts';
import { feedPath, type FeedFormat } from './feed-formats.ts';
import { renderAtom } from './render-atom.ts';
import { renderJsonFeed } from './render-json-feed.ts';
import { renderRss } from './render-rss.ts';

interface FeedAddress {
  language: string;
  /** The end of the file's name. */
  format: string;
  /** Whose list it is; without it, all of a language's news. */
  of?: { kind: string; slug: string };
}

const formats: Record<FeedFormat, { type: string; render: (matter: FeedMatter) => string }> = {
  xml: { type: 'application/rss+xml; charset=utf-8', render: renderRss },
  atom: { type: 'application/atom+xml; charset=utf-8', render: renderAtom },
  json: { type: 'application/feed+json; charset=utf-8', render: renderJsonFeed },
};
const kinds: readonly string[] = ['section', 'region', 'topic', 'author'] satisfies SubjectKind[];

/** The feed beside a list. @throws 404 for another format or list, 301 when the list has moved */
export async function answerFeed(
  locals: App.Locals,
  origin: string,
  { language, format, of }: FeedAddress,
): Promise<Response> {
  const site = await readLiveSite(locals, origin, language);
  if (!isFormat(format)) error(404, 'There is no such feed.');
  const subject = of
    ? await readSubject(locals, site, of, format)
    : { kind: 'home' as const, name: '', path: `/${site.language}/` };
  const feed = await locals.reading.feed({
    language: site.language,
    kind: subject.kind,
    ...('id' in subject && subject.id !== undefined ? { id: subject.id } : {}),
  });
  const changes = feed.items.map(({ modifiedAt }) => modifiedAt).toSorted();
  const changedAt = changes.at(-1) ?? null;
  const body = formats[format].render({
    site,
    title: subject.name === '' ? site.name : `${subject.name} | ${site.name}`,
    page: origin + subject.path,
    self: origin + feedPath(subject.path, format),
    changedAt,
    items: feed.items.map((item) => toFeedItem(site, item)),
  });
  return new Response(body, { headers: { 'content-type': formats[format].type } });
}

async function readSubject(
  locals: App.Locals,
  site: SiteView,
  { kind, slug }: { kind: string; slug: string },
  format: FeedFormat,
) {
  if (!kinds.includes(kind)) error(404, 'There is no such feed.');
  try {
    return (await findSubject(locals.reading, site, kind as SubjectKind, slug)).subject;
  } catch (thrown) {
    // a feed that has moved leads to the feed, not to the page
    if (isRedirect(thrown)) redirect(301, feedPath(thrown.location, format));
    throw thrown;
  }
}

const isFormat = (text: string): text is FeedFormat => Object.hasOwn(formats, text);
