import { z } from 'zod';
import { article } from './articles.ts';
import { story } from './stories.ts';

/** Files larger than this, in bytes, are not imported. */
export const importMaxBytes = 30 * 1024 * 1024;
/** How the names of files end that can be imported. */
export const importEndings = ['.docx', '.md', '.markdown', '.html', '.htm'] as const;

/** What a file can hold that an article can't. */
export const lostKinds = [
  'pictures',
  'tables',
  'links',
  'drawings',
  'frames',
  'forms',
  'scripts',
  'formulas',
  'charts',
  'comments',
  'other',
] as const;
export type LostKind = (typeof lostKinds)[number];

/** What could not be taken over from a file, each kind once. */
export const importReport = z
  .object({ lost: z.array(z.object({ what: z.enum(lostKinds), count: z.int().min(1) })) })
  .meta({ id: 'ImportReport' });
export type ImportReport = z.infer<typeof importReport>;

export const importedStory = z.object({ story, report: importReport }).meta({ id: 'ImportedStory' });
export type ImportedStory = z.infer<typeof importedStory>;
export const importedArticle = z.object({ article, report: importReport }).meta({ id: 'ImportedArticle' });
export type ImportedArticle = z.infer<typeof importedArticle>;

export const exportFormats = ['docx', 'md', 'html', 'print'] as const;
export type ExportFormat = (typeof exportFormats)[number];
