import type { ArticleContent } from '@broadsheet/types';

/** The same content with the site's address before each path that it links to: in a file, `/en/news/…` leads nowhere. */
export function withAbsoluteLinks(content: ArticleContent, siteUrl: string): ArticleContent {
  return { ...content, body: absolute(content.body, siteUrl) };
}

function absolute<Part>(part: Part, siteUrl: string): Part {
  if (Array.isArray(part)) return part.map((each: unknown) => absolute(each, siteUrl)) as Part;
  if (typeof part !== 'object' || part === null) return part;
  if (isLink(part)) return { ...part, attrs: { href: siteUrl + part.attrs.href } };
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, absolute<unknown>(value, siteUrl)]),
  ) as Part;
}

/** Whether it is the mark of a link to a path of the site. */
function isLink(part: object): part is { type: 'link'; attrs: { href: string } } {
  const { type, attrs } = part as { type?: unknown; attrs?: { href?: unknown } };
  return type === 'link' && typeof attrs?.href === 'string' && attrs.href.startsWith('/');
}
