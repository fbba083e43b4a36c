import { languages } from '@broadsheet/types';
import type { PageKind } from './redirects.service.ts';

/** The keys of a page and its lists in every language, as the change feed names them. */
export const listKeys = (kind: PageKind, id: string): string[] =>
  languages.map((language) => `list:${language}:${kind}:${id}`);
