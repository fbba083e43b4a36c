import { AsyncLocalStorage } from 'node:async_hooks';
import type { Language } from '@broadsheet/types';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { beforePaintTag, headMark, languageMark } from '#lib/page-marks.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { isApiUnavailable } from '#lib/server/api-client.ts';
import { meantByAddress } from '#lib/search/meant-by-address.ts';
import type { PageReading } from '#lib/server/page-reading.ts';
import { badQuestion } from '#lib/server/bad-question.ts';
import { developmentReading } from '#lib/server/development-reading.ts';
import { spokenLanguage } from '#lib/site/spoken-language.ts';

const speaking = new AsyncLocalStorage<Language>();
overwriteGetLocale(() => speaking.getStore() ?? 'en');

export const handle: Handle = async ({ event, resolve }) => {
  const reading = event.platform?.reading ?? developmentReading();
  const { pathname } = event.url;
  const site = await reading.site().catch(() => null);
  const language = (await draftLanguage(pathname, reading)) ?? spokenLanguage(pathname, site);
  event.locals.reading = reading;
  event.locals.language = language;
  const answer = await speaking.run(language, () =>
    resolve(event, {
      transformPageChunk: ({ html }) => {
        const takePage = event.platform?.takePage;
        if (!takePage) return html.replace(languageMark, language).replace(headMark, beforePaintTag);
        takePage(html, language);
        return '';
      },
    }),
  );
  if (site?.crawlers.searchEngines === false) answer.headers.set('x-robots-tag', 'noindex');
  return answer;
};

/** Of the draft that an address shows before its publication. */
async function draftLanguage(pathname: string, reading: PageReading): Promise<Language | undefined> {
  const [, folder, token] = pathname.split('/', 3);
  if (folder !== 'preview' || !token) return undefined;
  const preview = await reading.preview(token).catch(() => null);
  return preview?.article.language;
}

/**
 * The newsroom being away is not this page's fault: 503, and the reader may come again. A made-up cursor: 404. What is
 * not there says what its address may have meant.
 */
export const handleError: HandleServerError = async (caught) => {
  const { kind, error, event } = caught;
  if (kind === 'app' || kind === 'framework')
    return error.status === 404
      ? { meant: await meantByAddress(event.locals.reading, event.locals.language, event.url) }
      : undefined;
  if (kind !== 'unknown') return;
  if (isApiUnavailable(error)) return { status: 503, message: error.message };
  if (error instanceof Error && error.name === badQuestion) return { status: 404, message: error.message };
  console.error(`${event.url.pathname}:`, error);
};
