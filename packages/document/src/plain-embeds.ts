/** A card of another site as `renderEmbed` writes it: its name, its words, and the way to what it shows. */
const card =
  /<div class="embed" role="group" aria-label="([^"]*)"[^>]*>.*?<div class="words">(.*?)<p class="acts"><a href="([^"]*)"[^>]*>[^<]*<\/a><\/p><\/div><\/div>/gs;
const caption = /<p class="said">(.*?)<\/p>/s;

/**
 * The text of an article with a plain link in the place of each card of another site: for feeds and programs. There
 * nothing of ours puts a frame in its place, so what the card tells readers about that is not true.
 */
export const withPlainEmbeds = (html: string): string =>
  html.replace(card, (_, name: string, words: string, address: string) => {
    const said = caption.exec(words)?.[1];
    return `<p><a href="${address}">${name}</a></p>${said === undefined ? '' : `<p>${said}</p>`}`;
  });
