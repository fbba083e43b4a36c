import { createHash } from 'node:crypto';
import type { ReadyResponse } from './page-store/ready-response.ts';

/** Where a page goes on with what only the whole sheet can draw; `+layout.svelte` has it after the header. */
const place = '<template id="styles"></template>';

/**
 * Puts the styles of a page's top into the page and the link to the sheet of everything else behind the header: a
 * browser draws the one while it fetches the other (docs/decisions/0038).
 */
export class PageStyles {
  /** Of the text between the tags, for the policy that allows it. */
  readonly hash: string | null;
  readonly #firstLink: string;
  readonly #first: string;
  readonly #siteLink: string;

  /** @param files the build's own, by address */
  constructor(files: ReadonlyMap<string, ReadyResponse>) {
    const addressOf = (name: string) =>
      [...files.keys()].find((address) => new RegExp(`/${name}\\.[\\w-]+\\.css$`).test(address)) ?? '';
    const first = addressOf('first');
    const folder = first.slice(0, first.lastIndexOf('/') + 1);
    const text = files.get(first)?.identity.body.toString().trim().replaceAll('url(./', `url(${folder}`);
    this.hash = text === undefined ? null : createHash('sha256').update(text).digest('base64');
    this.#first = text === undefined ? '' : `<style>${text}</style>`;
    this.#firstLink = linkTo(first);
    this.#siteLink = linkTo(addressOf('site'));
  }

  /** The page as it is sent; one that does not know of this stays as it is. */
  put(page: string): string {
    const [first, site, body] = [this.#firstLink, this.#siteLink, place].map((part) =>
      page.indexOf(part),
    ) as [number, number, number];
    if (this.hash === null || first === -1 || site < first || body < site) return page;
    return (
      page.slice(0, first) +
      this.#first +
      page.slice(first + this.#firstLink.length, site) +
      page.slice(site + this.#siteLink.length, body) +
      this.#siteLink +
      page.slice(body + place.length)
    );
  }
}

/** As SvelteKit writes it. */
const linkTo = (address: string): string => `<link href="${address}" rel="stylesheet">`;
