import type { PageHead } from '#lib/head/page-head.ts';
import { publisher, webSite } from '#lib/head/structured-data.ts';
import * as m from '#lib/paraglide/messages.js';
import type { PageReading } from '#lib/server/page-reading.ts';
import type { SiteView } from '#lib/site/site-view.ts';
import { readListView, type ListView } from './list-view.ts';
import { pageOfList, type PageCursor } from './page-cursor.ts';
import { readHome } from './read-home.ts';

export interface FrontPage {
  head: PageHead;
  home: Awaited<ReturnType<typeof readHome>> | null;
  list: ListView | null;
  /** When the newest story came out. */
  edition: string | null;
}

/** The front of a language, or one of the older pages of all its news. */
export async function readFrontPage(
  reading: PageReading,
  site: SiteView,
  cursor: PageCursor | null,
): Promise<FrontPage> {
  const path = `/${site.language}/`;
  const head: PageHead = {
    title: site.description ? `${site.name}: ${site.description}` : site.name,
    description: site.description,
    path,
    alternates: site.languages.map((language) => ({ language, path: `/${language}/` })),
    feed: { title: site.name, path: `${path}feed.xml` },
    structured: [publisher(site), webSite(site)],
  };
  if (cursor === null) {
    const home = await readHome(reading, site);
    return {
      head: { ...head, picture: home.lead?.picture ?? null },
      home,
      list: null,
      edition: home.edition,
    };
  }
  const subject = { kind: 'home', name: m.newest(), kindName: '', dek: '', path } as const;
  const list = await readListView(reading, site, subject, cursor);
  const olderHead = {
    ...head,
    path: pageOfList(path, cursor),
    alternates: [],
    structured: [],
  };
  return {
    head: { ...olderHead, title: m.older_page_of({ name: site.name }) },
    home: null,
    list,
    edition: null,
  };
}
