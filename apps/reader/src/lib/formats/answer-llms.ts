import { error } from '@sveltejs/kit';
import { escapeMarkdown } from '@broadsheet/document/render';
import { languageNames, type PublicCard } from '@broadsheet/types';
import { feedPath } from '#lib/feeds/feed-formats.ts';
import { toSiteView, type SiteView } from '#lib/site/site-view.ts';
import { markdownPath } from './article-addresses.ts';

const newest = 20;

/** `/llms.txt` (llmstxt.org): what the site is and where its text versions are. 404 where it has none. */
export async function answerLlms(locals: App.Locals, origin: string): Promise<Response> {
  const settings = await locals.reading.site();
  if (!settings.crawlers.textVersions) error(404, 'This site has no text versions.');
  const sites = settings.liveLanguages.map((language) => toSiteView(settings, language, origin));
  const parts = await Promise.all(
    sites.map(async (site) => {
      const { items } = await locals.reading.sideList({
        language: site.language,
        kind: 'home',
        limit: newest,
      });
      return inLanguage(site, items);
    }),
  );
  const main = sites.find(({ language }) => language === settings.defaultLanguage);
  const about = main?.description ? `> ${escapeMarkdown(main.description)}\n\n` : '';
  const terms = main?.reuseTerms ? `${escapeMarkdown(main.reuseTerms)}\n\n` : '';
  const text =
    `# ${escapeMarkdown(main?.name ?? '')}\n\n${about}${terms}` +
    'Each article is Markdown at its own address with `.md` after it, ' +
    'and IPTC ninjs with `/article.ninjs.json` after it.\n\n' +
    parts.join('\n');
  return new Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}

function inLanguage(site: SiteView, cards: readonly PublicCard[]): string {
  const lists = [...site.sections, ...site.regions].map(
    ({ name, href }) => `- [${escapeMarkdown(name)}](${site.origin}${feedPath(href, 'json')})`,
  );
  const articles = cards.map((card) => {
    const link = `[${escapeMarkdown(card.headline)}](${site.origin}${markdownPath(card)})`;
    return card.standfirst === '' ? `- ${link}` : `- ${link}: ${escapeMarkdown(card.standfirst)}`;
  });
  const feed = `- [${escapeMarkdown(site.name)}](${site.origin}/${site.language}/feed.json)`;
  return `## ${languageNames[site.language]}\n\n${[feed, ...lists, ...articles].join('\n')}\n`;
}
