/**
 * What is read out of a page's HTML, and the one thing that is written into it, where there is no DOM: a service
 * worker has none. The HTML is the site's own, so its shape is known.
 */

/** Styles, scripts and fonts that the page can't be shown without; not what a script of it may ask for later. */
export const assetsOf = (html: string): string[] => {
  const files = html.matchAll(/ (?:href|src)="(\/_app\/immutable\/[\w./-]+\.(?:css|js|woff2))"/g);
  return [...new Set([...files].map(([, path = '']) => path))];
};

/** Paths of a story's pictures in the usual width, in the order of the page; none of what stands around it. */
export function storyPicturesOf(html: string): string[] {
  const story = /<article class="art[ "][\s\S]*?<\/article>/.exec(html)?.[0] ?? '';
  return [...story.matchAll(/<img src="(\/media\/[\w/.-]+)"/g)].map(([, path = '']) => path);
}

/** The words of the page's first heading. */
export function headlineOf(html: string): string {
  const inner = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '';
  const words = inner
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return words.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => signs[name] ?? '');
}

const signs: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };

/**
 * Opens the line that every page holds ready for this: "Saved copy of 22 November, 15:40".
 * @returns null when the page has no such line; it is then not shown as if it were of today
 */
export function withKeptDate(html: string, date: string): string | null {
  const line = /<aside([^>]*) data-kept-copy="([^"]*)" hidden(?:="")?><\/aside>/;
  if (!line.test(html)) return null;
  return html.replace(
    line,
    (_, rest: string, words: string) =>
      `<aside${rest}><p class="wrap">${words.replace('{date}', date)}</p></aside>`,
  );
}
