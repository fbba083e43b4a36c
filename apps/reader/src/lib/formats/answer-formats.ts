import { error, redirect } from '@sveltejs/kit';
import type { PublicArticle } from '@broadsheet/types';
import { readLiveSite } from '#lib/site/live-site.ts';
import type { SiteView } from '#lib/site/site-view.ts';
import { articlePath, markdownPath, ninjsPath } from './article-addresses.ts';
import { toMarkdown } from './markdown.ts';
import { toNinjs } from './ninjs.ts';

interface ArticleAddress {
  lang: string;
  slug: string;
}

/** The article of an address as ninjs. An earlier address leads to the ninjs of the present one. */
export async function answerNinjs(
  locals: App.Locals,
  origin: string,
  address: ArticleAddress,
): Promise<Response> {
  const { site, article } = await readArticle(locals, origin, address, '/article.ninjs.json');
  return answer(
    site,
    article,
    `${JSON.stringify(toNinjs(site, article))}\n`,
    'application/json; charset=utf-8',
  );
}

/** The article of an address as Markdown; 404 where the site has no text versions. */
export async function answerMarkdown(
  locals: App.Locals,
  origin: string,
  address: ArticleAddress,
): Promise<Response> {
  if (!(await locals.reading.site()).crawlers.textVersions) error(404, 'This site has no text versions.');
  const { site, article } = await readArticle(locals, origin, address, '.md');
  const body = await locals.reading.markdown(article);
  if (body === null) error(404, 'This story has no text version.');
  return answer(site, article, toMarkdown(site, article, body), 'text/markdown; charset=utf-8');
}

async function readArticle(
  locals: App.Locals,
  origin: string,
  { lang, slug }: ArticleAddress,
  ending: string,
): Promise<{ site: SiteView; article: PublicArticle }> {
  const site = await readLiveSite(locals, origin, lang);
  const found = await locals.reading.article(site.language, slug);
  if (found.kind === 'moved') redirect(301, found.to + ending);
  if (found.kind === 'gone') error(410, 'This story was withdrawn.');
  if (found.kind === 'missing') error(404, 'There is no such story.');
  return { site, article: found.article };
}

/** What a search engine finds is the page: it is named as the one true address. */
function answer(site: SiteView, article: PublicArticle, body: string, type: string): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      link: `<${site.origin}${articlePath(article)}>; rel="canonical"`,
    },
  });
}

/** The article for machines, linked from its page. */
export const articleFormats = (site: SiteView, article: PublicArticle): { type: string; path: string }[] => [
  ...(site.crawlers.textVersions ? [{ type: 'text/markdown', path: markdownPath(article) }] : []),
  { type: 'application/json', path: ninjsPath(article) },
];
