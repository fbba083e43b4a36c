import { error, redirect } from '@sveltejs/kit';
import type { Language, LocalizedText, PublicTerm } from '@broadsheet/types';
import type { PageHead } from '#lib/head/page-head.ts';
import { breadcrumbs } from '#lib/head/structured-data.ts';
import * as m from '#lib/paraglide/messages.js';
import type { PageReading } from '#lib/server/page-reading.ts';
import type { SiteView } from '#lib/site/site-view.ts';
import { readListView, type ListSubject, type ListView } from './list-view.ts';
import { pageOfList, type PageCursor } from './page-cursor.ts';

export type SubjectKind = 'section' | 'region' | 'topic' | 'author';

export interface SubjectPage {
  head: PageHead;
  list: ListView;
}

/** Whatever has a list of its own: its id, its names, and the languages that have a page of it. */
interface Subject extends PublicTerm {
  dek: LocalizedText;
}

/**
 * The page of a section, region, topic or author.
 * @throws 404 for what has no name in this language, 301 for what was merged or renamed
 */
export async function readSubjectPage(
  reading: PageReading,
  site: SiteView,
  kind: SubjectKind,
  slug: string,
  cursor: PageCursor | null,
): Promise<SubjectPage> {
  const { subject, languages } = await findSubject(reading, site, kind, slug);
  const list = await readListView(reading, site, subject, cursor);
  const picture = list.lead?.picture ?? null;
  const isFirst = cursor === null;
  const versions = languages.map((language) => ({ language, path: `/${language}/${kind}/${slug}` }));
  // of a page with nothing on it, and of one by cursor, search engines are told no versions
  const isVersion = isFirst && languages.includes(site.language);
  return {
    list,
    head: {
      title: `${isFirst ? subject.name : m.older_page_of({ name: subject.name })} | ${site.name}`,
      description: subject.dek || `${subject.name} | ${site.name}`,
      path: pageOfList(subject.path, cursor),
      alternates: isVersion ? versions : [],
      elsewhere: versions,
      feed: { title: `${subject.name} | ${site.name}`, path: list.feed },
      picture,
      structured: [breadcrumbs(site, [{ name: subject.name, href: subject.path }])],
      current: subject.id ?? null,
    },
  };
}

/** The list's subject in this language, for its page and its feed. */
export async function findSubject(
  reading: PageReading,
  site: SiteView,
  kind: SubjectKind,
  slug: string,
): Promise<{ subject: ListSubject; languages: Language[] }> {
  const path = `/${site.language}/${kind}/${slug}`;
  const found = await lookUp(reading, kind, slug);
  const name = found?.names[site.language];
  if (!found || name === undefined) {
    const to = await reading.redirect(path);
    if (to !== null && to !== path) redirect(301, to);
    error(404, 'There is no such page.');
  }
  const kindName = kind === 'topic' ? m.topic() : kind === 'author' ? m.author() : '';
  const dek = found.dek[site.language] ?? '';
  return {
    subject: { kind, id: found.id, name, kindName, dek: dek === name ? '' : dek, path },
    languages: site.languages.filter(
      (language) => found.names[language] !== undefined && found.languages.includes(language),
    ),
  };
}

async function lookUp(reading: PageReading, kind: SubjectKind, slug: string): Promise<Subject | null> {
  if (kind === 'topic' || kind === 'author') {
    const term = await reading.term(kind, slug);
    return term && { ...term, dek: {} };
  }
  const site = await reading.site();
  if (kind === 'section') {
    const section = site.sections.find((each) => each.slug === slug);
    return section ? { ...section, languages: site.liveLanguages, dek: {} } : null;
  }
  const region = site.regions.find((each) => each.slug === slug);
  return region ? { ...region, languages: site.liveLanguages, dek: region.railTitles } : null;
}
