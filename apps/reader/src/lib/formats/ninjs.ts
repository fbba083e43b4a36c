import type { AuthorRole, PublicArticle, PublicPicture } from '@broadsheet/types';
import type { SiteView } from '#lib/site/site-view.ts';
import { absoluteHtml } from './absolute-html.ts';
import { articlePath } from './article-addresses.ts';
import { pictureFile } from './picture-files.ts';

const rels: Record<AuthorRole, string> = { text: 'author', photo: 'photographer', translation: 'translator' };

const standard = {
  name: 'ninjs',
  version: '3.2',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.2.json#',
};

/** An article as IPTC ninjs 3.2. Its URI is the article's id, which stays when the address changes. */
export function toNinjs(site: SiteView, article: PublicArticle): Record<string, unknown> {
  const html = absoluteHtml(article.html, site.origin);
  const section = site.sections.find(({ id }) => id === article.sectionId);
  const regions = article.regionIds.flatMap((id) => site.regions.find((each) => each.id === id) ?? []);
  const whole = (href: string) => site.origin + href;
  return {
    standard,
    uri: `urn:uuid:${article.id}`,
    type: 'text',
    representationType: 'full',
    pubStatus: 'usable',
    version: article.modifiedAt,
    firstCreated: article.publishedAt,
    versionCreated: article.modifiedAt,
    language: article.language,
    headlines: [{ role: 'main', contentType: 'text/plain', value: article.headline }],
    ...(article.standfirst === ''
      ? {}
      : { descriptions: [{ role: 'standfirst', contentType: 'text/plain', value: article.standfirst }] }),
    bodies: [{ role: 'main', contentType: 'text/html', wordCount: article.wordCount, value: html }],
    ...(article.authorNames.length === 0 ? {} : { by: article.authorNames.join(', ') }),
    slugline: article.slug,
    people: article.authors.map(({ name, slug, role }) => ({
      name,
      rel: rels[role],
      uri: whole(`/${article.language}/author/${slug}`),
    })),
    places: regions.map(({ name, href }) => ({ name, rel: 'about', uri: whole(href) })),
    subjects: [
      ...(section ? [{ name: section.name, rel: 'section', uri: whole(section.href) }] : []),
      ...article.topics.map(({ name, slug }) => ({
        name,
        rel: 'about',
        uri: whole(`/${article.language}/topic/${slug}`),
      })),
    ],
    infoSources: [
      { name: site.sourceLine || site.name, role: 'publisher', uri: whole(`/${site.language}/`) },
      ...(article.source
        ? [
            {
              name: article.source.name,
              role: 'originator',
              ...(article.source.url ? { uri: article.source.url } : {}),
            },
          ]
        : []),
    ],
    copyrightHolder: site.copyright || site.name,
    copyrightNotice: `© ${site.copyright || site.name}`,
    ...(site.reuseTerms === '' ? {} : { usageTerms: site.reuseTerms }),
    renditions: [{ name: 'web', href: whole(articlePath(article)), contentType: 'text/html' }],
    associations: [
      ...(article.picture ? [leadPicture(site, article.picture)] : []),
      ...translations(site, article),
    ],
    altIds: [{ role: 'story', value: `urn:uuid:${article.storyId}` }],
  };
}

function leadPicture(site: SiteView, picture: PublicPicture): Record<string, unknown> {
  const renditions = (['full', '16x9', '3x2'] as const).map((crop) => {
    const { path, width, height } = pictureFile(picture, crop);
    return { name: crop, href: site.origin + path, contentType: 'image/jpeg', width, height };
  });
  return {
    name: 'lead',
    rel: 'lead',
    uri: renditions[0]?.href,
    type: 'picture',
    ...(picture.credit === '' ? {} : { by: picture.credit }),
    ...(picture.licence === '' ? {} : { usageTerms: picture.licence }),
    descriptions: [
      { role: 'alt', contentType: 'text/plain', value: picture.alt },
      { role: 'caption', contentType: 'text/plain', value: picture.caption },
    ].filter(({ value }) => value !== ''),
    renditions,
  };
}

const translations = (site: SiteView, { translations: all, basedOn, language }: PublicArticle) =>
  all
    .filter((each) => each.language !== language && site.languages.includes(each.language))
    .map((each) => ({
      name: each.language,
      rel: each.language === basedOn?.language ? 'translationOf' : 'translation',
      uri: site.origin + articlePath(each),
      type: 'text',
      language: each.language,
    }));
