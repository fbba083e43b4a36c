import { createHash } from 'node:crypto';
import type { Language } from '@broadsheet/types';
import { beforePaintTag, headMark, languageMark } from '#lib/page-marks.ts';
import type { ReadyResponse } from './page-store/ready-response.ts';

/** Where a page goes on with what only the whole sheet can draw; `+layout.svelte` has it after the header. */
const place = '<template id="styles"></template>';

/**
 * What every page is framed with, put in while its text becomes bytes: the text is long, and walked over once. The
 * styles of a page's top go into the page, and the link to the sheet of everything else behind the header: a browser
 * draws the one while it fetches the other (docs/decisions/0038).
 */
export class PageFrame {
  /** Of the styles between their tags, for the policy that allows them. */
  readonly stylesHash: string | null;
  readonly #script = Buffer.from(beforePaintTag);
  readonly #first: Buffer;
  readonly #firstLink: string;
  readonly #siteLink: string;

  /** @param files the build's own, by address */
  constructor(files: ReadonlyMap<string, ReadyResponse>) {
    const addressOf = (name: string) =>
      [...files.keys()].find((address) => new RegExp(`/${name}\\.[\\w-]+\\.css$`).test(address)) ?? '';
    const first = addressOf('first');
    const folder = first.slice(0, first.lastIndexOf('/') + 1);
    const text = files.get(first)?.identity.body.toString().trim().replaceAll('url(./', `url(${folder}`);
    this.stylesHash = text === undefined ? null : createHash('sha256').update(text).digest('base64');
    this.#first = Buffer.from(text === undefined ? '' : `<style>${text}</style>`);
    this.#firstLink = linkTo(first);
    this.#siteLink = linkTo(addressOf('site'));
  }

  /** The page as it is sent. Marks that it does not have, like those of the styles in a bare one, are passed over. */
  encode(page: string, language: Language): Buffer {
    const parts: (string | Buffer)[] = [];
    let from = 0;
    const put = (mark: string, text: string | Buffer) => {
      const at = page.indexOf(mark, from);
      if (at === -1) return;
      parts.push(page.slice(from, at), text);
      from = at + mark.length;
    };
    put(languageMark, language);
    put(headMark, this.#script);
    if (this.stylesHash !== null && page.includes(place, from)) {
      put(this.#firstLink, this.#first);
      put(this.#siteLink, '');
      put(place, this.#siteLink);
    }
    parts.push(page.slice(from));
    return joined(parts);
  }
}

/** In memory of its own, which is all that a stored page keeps. */
function joined(parts: readonly (string | Buffer)[]): Buffer {
  const bytes = Buffer.allocUnsafeSlow(parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0));
  let at = 0;
  for (const part of parts) at += typeof part === 'string' ? bytes.write(part, at) : part.copy(bytes, at);
  return bytes;
}

/** As SvelteKit writes it. */
const linkTo = (address: string): string => `<link href="${address}" rel="stylesheet">`;
