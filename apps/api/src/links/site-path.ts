import { languages, type Language } from '@broadsheet/types';

/** A page of the site, as its address names it. */
export type SitePage =
  | { kind: 'article'; language: Language; slug: string }
  | { kind: 'section' | 'region' | 'topic' | 'author'; language: Language; slug: string }
  | { kind: 'front'; language: Language }
  /** Always there: `/`, search, files. */
  | { kind: 'fixed' }
  | { kind: 'unknown' };

const fixed = /^\/(?:media\/.*|llms\.txt|robots\.txt|sitemap(?:\.xml|\/.*))?$/;
const formats = /(?:\/feed\.(?:xml|atom|json)|\/article\.ninjs\.json|\.md)$/;
const terms = { section: true, region: true, topic: true, author: true };
const isTerm = (word: string): word is keyof typeof terms => Object.hasOwn(terms, word);

/** The path of an address on this site, without its feed, format, query and fragment; null for other sites. */
export function sitePath(href: string, siteUrl: string): string | null {
  if (!/^(?:\/(?!\/)|https?:\/\/)/i.test(href) || !URL.canParse(href, siteUrl)) return null;
  const url = new URL(href, siteUrl);
  if (url.origin !== new URL(siteUrl).origin) return null;
  const path = url.pathname.replace(formats, '');
  return path.length > 1 ? path.replace(/\/$/, '') : '/';
}

/** Which page a path of the site leads to, if it is one at all. */
export function sitePage(path: string): SitePage {
  if (fixed.test(path)) return { kind: 'fixed' };
  const [, first, kind, slug, ...more] = path.split('/');
  const language = languages.find((each) => each === first);
  if (!language || more.length > 0) return { kind: 'unknown' };
  if (kind === undefined) return { kind: 'front', language };
  if (slug === undefined) return { kind: kind === 'search' ? 'fixed' : 'unknown' };
  if (kind === 'news' || kind === 'live') return { kind: 'article', language, slug };
  return isTerm(kind) ? { kind, language, slug } : { kind: 'unknown' };
}
