import { AsyncLocalStorage } from 'node:async_hooks';
import { languages, type Language } from '@broadsheet/types';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { beforePaintTag, headMark, languageMark } from '#lib/page-marks.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { apiUnavailable } from '#lib/server/api-client.ts';
import { meantByAddress } from '#lib/search/meant-by-address.ts';
import type { PageReading } from '#lib/server/page-reading.ts';
import { badQuestion } from '#lib/server/bad-question.ts';
import { developmentReading } from '#lib/server/development-reading.ts';

const speaking = new AsyncLocalStorage<Language>();
overwriteGetLocale(() => speaking.getStore() ?? 'en');

export const handle: Handle = async ({ event, resolve }) => {
  const reading = event.platform?.reading ?? developmentReading();
  const language = await languageOf(event.url.pathname, reading);
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
  if (await isUnlisted(reading)) answer.headers.set('x-robots-tag', 'noindex');
  return answer;
};

/** Whether search engines are asked to list nothing of the site. */
async function isUnlisted(reading: PageReading): Promise<boolean> {
  try {
    return !(await reading.site()).crawlers.searchEngines;
  } catch {
    return false;
  }
}

/** By the address; for a preview by the draft; else the site's own. */
async function languageOf(pathname: string, reading: PageReading): Promise<Language> {
  const [, prefix, token] = pathname.split('/', 3);
  const byAddress = languages.find((each) => each === prefix);
  if (byAddress) return byAddress;
  try {
    const draft = prefix === 'preview' && token ? await reading.preview(token) : null;
    return draft?.language ?? (await reading.site()).defaultLanguage;
  } catch {
    return 'en';
  }
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
  if (error instanceof Error && error.name === apiUnavailable) return { status: 503, message: error.message };
  if (error instanceof Error && error.name === badQuestion) return { status: 404, message: error.message };
  console.error(`${event.url.pathname}:`, error);
};
