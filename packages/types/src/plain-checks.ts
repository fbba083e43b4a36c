/*
 * What the editor checks while somebody writes, without the library that schemas are made of (docs/decisions/0047). A test
 * holds each to its schema.
 */

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** A UUID as all ids are. */
export const isId = (text: string): boolean => idPattern.test(text);

/** A day of the calendar, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

export const languageTagPattern = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/** A BCP 47 language tag, as far as a passage in a story needs one. */
export const isLanguageTag = (text: string): boolean => text.length <= 35 && languageTagPattern.test(text);

export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A path segment of an address. */
export const isSlug = (text: string): boolean => text.length <= 80 && slugPattern.test(text);

const webAddress = /^https?:\/\/[^/?#]/i;
const otherAddress = /^(?:mailto|tel):[^?#]/i;
const sitePath = /^\/(?!\/)/;
/** Controls, spaces, invisible letters: browsers drop some of them inside a scheme, which hides javascript: */
const refusedInAddress = /[\p{Cc}\p{Cf}\p{Z}\\<>"`]/u;

/** Whether a link may point there: http, https, mailto, tel, or a path of this site. Nothing that runs. */
export function isSafeHref(href: string): boolean {
  if (href.length > 2048 || refusedInAddress.test(href)) return false;
  return webAddress.test(href) || otherAddress.test(href) || sitePath.test(href);
}

/** Whether it is the whole address of a page elsewhere: http or https, without a name and password in it. */
export function isWebAddress(text: string): boolean {
  if (text.length > 2000 || !webAddress.test(text) || !isSafeHref(text) || !URL.canParse(text)) return false;
  const { username, password, hostname } = new URL(text);
  return username === '' && password === '' && hostname !== '';
}
