import type { AuthorRole, PublicArticle } from '@broadsheet/types';
import { escapeMarkdown } from '@broadsheet/document/render';
import type { SiteView } from '#lib/site/site-view.ts';
import { articlePath } from './article-addresses.ts';
import { pictureFile } from './picture-files.ts';

/** An article as a Markdown file: facts in a head that YAML and JSON readers understand alike, then the text. */
export function toMarkdown(site: SiteView, article: PublicArticle, body: string): string {
  const section = site.sections.find(({ id }) => id === article.sectionId);
  const facts: [string, unknown][] = [
    ['title', article.headline],
    ['url', site.origin + articlePath(article)],
    ['language', article.language],
    ['published', article.publishedAt],
    ['modified', article.modifiedAt],
    ['authors', article.authorNames],
    ['photographs', namesOf(article, 'photo')],
    ['translation', namesOf(article, 'translation')],
    ['source', article.source?.name ?? null],
    ['canonical', article.canonicalUrl],
    ['summary', article.summary],
    ['section', section?.name ?? null],
    ['topics', article.topics.map(({ name }) => name)],
    ['publisher', site.name],
    ['terms', site.reuseTerms],
  ];
  const head = facts
    .filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return [
    `---\n${head.join('\n')}\n---`,
    `# ${escapeMarkdown(article.headline)}`,
    article.standfirst && `*${escapeMarkdown(article.standfirst)}*`,
    leadPicture(site, article),
    absoluteLinks(body, site.origin),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

const namesOf = ({ authors }: PublicArticle, role: AuthorRole): string[] =>
  authors.filter((author) => author.role === role).map(({ name }) => name);

function leadPicture(site: SiteView, { picture }: PublicArticle): string {
  if (!picture) return '';
  const words = [picture.caption, picture.credit, picture.licence].filter((each) => each !== '').join(', ');
  const image = `![${escapeMarkdown(picture.alt)}](${site.origin}${pictureFile(picture, 'full').path})`;
  return words === '' ? image : `${image}\n\n${escapeMarkdown(words)}`;
}

/** Whole addresses; an escaped bracket is text and stays. */
const absoluteLinks = (markdown: string, origin: string): string =>
  markdown.replaceAll(/\\.|\]\(<?\/(?!\/)/g, (sign) =>
    sign.startsWith('\\') ? sign : `${sign.slice(0, -1)}${origin}/`,
  );
