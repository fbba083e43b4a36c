import { withPlainEmbeds } from '@broadsheet/document/render';

/**
 * The text of an article as it may stand on another site: whole addresses, one file for each picture, links in the place
 * of cards of other sites, no drawings and no places that only our own pages fill. The HTML is the renderer's own, so
 * what it is made of is known.
 */
export const absoluteHtml = (html: string, origin: string): string =>
  withPlainEmbeds(html)
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/<source type="image\/avif"[^>]*>|<\/?picture>/g, '')
    .replaceAll(/<svg[\s\S]*?<\/svg>/g, '')
    .replaceAll(/ (?:srcset|sizes|loading|decoding|class|tabindex|data-[\w-]+)="[^"]*"/g, '')
    .replaceAll(/ (src|href|poster)="\/(?!\/)/g, ` $1="${origin}/`);
