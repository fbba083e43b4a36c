import { z } from 'zod';
import { id, instant, lookedFor } from './common.ts';
import { language } from './localized.ts';

/** What a link in a text may lead to: articles that readers have, found by their headline. */
export const linkTargetsQuery = z.strictObject({
  search: lookedFor(200).pipe(z.string().min(1)),
  /** Articles in this language come first. */
  language,
});
export type LinkTargetsQuery = z.infer<typeof linkTargetsQuery>;

export const linkTarget = z.object({
  articleId: id,
  storyId: id,
  language,
  headline: z.string(),
  publishedAt: instant,
  /** The path on the site. It leads there for ever: a slug is never given to another article. */
  path: z.string(),
});
export type LinkTarget = z.infer<typeof linkTarget>;

export const linkTargets = z.object({ items: z.array(linkTarget) }).meta({ id: 'LinkTargets' });
export type LinkTargets = z.infer<typeof linkTargets>;

/** All links of a text at once. */
export const checkLinksInput = z
  .strictObject({ hrefs: z.array(z.string().max(2048)).max(1000) })
  .meta({ id: 'CheckLinksInput' });
export type CheckLinksInput = z.infer<typeof checkLinksInput>;

/** `withdrawn`: it was published and readers no longer get it. `unknown`: nothing was ever there. */
export const linkState = z.enum(['live', 'withdrawn', 'unknown']).meta({ id: 'LinkState' });
export type LinkState = z.infer<typeof linkState>;

/** Links that lead to the site itself. Others are not there: nobody can say for them. */
export const checkedLinks = z
  .object({ items: z.array(z.object({ href: z.string(), state: linkState })) })
  .meta({ id: 'CheckedLinks' });
export type CheckedLinks = z.infer<typeof checkedLinks>;
