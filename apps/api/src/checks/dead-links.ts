import type { BlockFacts } from '@broadsheet/document/render';
import type { CheckFinding } from '@broadsheet/types';
import type { EntityManager } from 'typeorm';

const articleAddress = /^\/(az|ru|en|hy)\/news\/([a-z0-9-]{1,80})\/?(?:[?#].*)?$/;

/** The links of a text to articles of this site that readers do not have. An old address of one they have is alive. */
export async function deadLinks(
  queries: Pick<EntityManager, 'query'>,
  blocks: readonly BlockFacts[],
  siteUrl: string,
): Promise<CheckFinding[]> {
  const links = blocks.flatMap(({ id, links }) =>
    links.flatMap((href) => {
      const path = href.startsWith(`${siteUrl}/`) ? href.slice(siteUrl.length) : href;
      const [, language, slug] = articleAddress.exec(path) ?? [];
      return language && slug ? [{ id, href, language, slug }] : [];
    }),
  );
  if (links.length === 0) return [];
  const alive: { language: string; slug: string }[] = await queries.query(
    `select a.language, a.slug from article_address a join published_article p on p.article_id = a.article_id
      where (a.language, a.slug) in (select * from unnest($1::text[], $2::text[]))`,
    [links.map(({ language }) => language), links.map(({ slug }) => slug)],
  );
  const known = new Set(alive.map(({ language, slug }) => `${language} ${slug}`));
  return links
    .filter(({ language, slug }) => !known.has(`${language} ${slug}`))
    .map(({ id, href }) => ({ code: 'link_dead', place: 'body', blockId: id, quote: href }));
}
