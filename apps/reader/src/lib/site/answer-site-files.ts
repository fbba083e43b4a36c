import { escapeXml } from '#lib/feeds/escape-xml.ts';
import { aiTrainingCrawlers } from './ai-training-crawlers.ts';
import { readLiveSite } from './live-site.ts';
import type { SiteView } from './site-view.ts';

/** By day, as the tokens have them. */
const colours = { paper: '#fdfcf9', accent: '#98182e' };

/**
 * Who may fetch what. A site that is not to be listed says so on each page (`noindex`), which a crawler that is turned
 * away here would never see; so search engines may always come.
 */
export async function answerRobots(locals: App.Locals, origin: string): Promise<Response> {
  const { crawlers } = await locals.reading.site();
  const refused = crawlers.aiTraining
    ? ''
    : `${aiTrainingCrawlers.map((name) => `User-agent: ${name}\n`).join('')}Disallow: /\n\n`;
  const sitemap = crawlers.searchEngines ? `\nSitemap: ${origin}/sitemap.xml\n` : '';
  return new Response(`${refused}User-agent: *\nAllow: /\nDisallow: /preview/\n${sitemap}`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}

/** How a home screen shows the site of one language. */
export async function answerManifest(
  locals: App.Locals,
  origin: string,
  language: string,
): Promise<Response> {
  const site = await readLiveSite(locals, origin, language);
  const icon = (size: number, purpose: string) => ({
    src: iconPath(site, size),
    sizes: `${String(size)}x${String(size)}`,
    type: 'image/png',
    purpose,
  });
  const manifest = {
    id: `/${site.language}/`,
    name: site.name,
    short_name: site.name,
    ...(site.description === '' ? {} : { description: site.description }),
    lang: site.language,
    dir: 'ltr',
    start_url: `/${site.language}/`,
    scope: '/',
    display: 'minimal-ui',
    background_color: colours.paper,
    theme_color: colours.accent,
    categories: ['news'],
    icons: [icon(192, 'any'), icon(512, 'any'), icon(192, 'maskable'), icon(512, 'maskable')],
  };
  return new Response(`${JSON.stringify(manifest)}\n`, {
    headers: { 'content-type': 'application/manifest+json; charset=utf-8' },
  });
}

/** Lets browsers search the site from their bar (OpenSearch 1.1). */
export async function answerOpenSearch(
  locals: App.Locals,
  origin: string,
  language: string,
): Promise<Response> {
  const site = await readLiveSite(locals, origin, language);
  // the format allows 16 characters here
  const shortName = site.name.length <= 16 ? site.name : `${site.name.slice(0, 15).trimEnd()}…`;
  const home = `${origin}/${site.language}`;
  return new Response(
    '<?xml version="1.0" encoding="utf-8"?>\n<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">' +
      `<ShortName>${escapeXml(shortName)}</ShortName><LongName>${escapeXml(site.name.slice(0, 48))}</LongName>` +
      `<Description>${escapeXml(site.description || site.name)}</Description>` +
      `<Image width="192" height="192" type="image/png">${escapeXml(origin + iconPath(site, 192))}</Image>` +
      `<Url type="text/html" method="get" template="${escapeXml(`${home}/search?q={searchTerms}`)}"/>` +
      `<Url type="application/opensearchdescription+xml" rel="self" template="${escapeXml(`${home}/opensearch.xml`)}"/>` +
      `<Language>${site.language}</Language><InputEncoding>UTF-8</InputEncoding><OutputEncoding>UTF-8</OutputEncoding>` +
      '</OpenSearchDescription>\n',
    { headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' } },
  );
}

/** Address of the icon that is drawn from the site's name. */
export const iconPath = ({ language, icon }: Pick<SiteView, 'language' | 'icon'>, size: number): string =>
  `/icon/${language}/${icon}/${String(size)}.png`;
