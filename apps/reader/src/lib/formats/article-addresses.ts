import type { PublicAddress } from '@broadsheet/types';

export const articlePath = ({ language, slug }: PublicAddress): string => `/${language}/news/${slug}`;
/** The same article for machines. */
export const markdownPath = (address: PublicAddress): string => `${articlePath(address)}.md`;
export const ninjsPath = (address: PublicAddress): string => `${articlePath(address)}/article.ninjs.json`;
