import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A browser in which nothing moves, so that colours are not measured half-way. */
export function openStillBrowser(width = 1280): Promise<BrowserContext> {
  return openBrowser({ reducedMotion: 'reduce', viewport: { width, height: 800 } });
}

/** What axe finds wrong with a page, by day and by night: theme, rule and element of each fault. */
export async function axeFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await page.evaluate(axe);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const options = JSON.stringify({
      resultTypes: ['violations'],
      // all that a theme changes
      ...(colorScheme === 'dark' && { runOnly: ['color-contrast', 'link-in-text-block'] }),
    });
    const { violations } = await page.evaluate<AxeResults>(`axe.run(${options})`);
    for (const { id, nodes } of violations)
      faults.push(...nodes.map(({ target }) => `${colorScheme}: ${id}: ${target.join(' ')}`));
  }
  return faults;
}

/** The elements that reach beyond the screen, but for those in a part that scrolls and is itself within it. */
export function sidewaysScroll(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const fits = (element: Element) => element.getBoundingClientRect().right <= width + 0.5;
    const scrolls = (element: Element): boolean =>
      (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) && fits(element)) ||
      (element.parentElement !== null && scrolls(element.parentElement));
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => !fits(element) && element.checkVisibility() && !scrolls(element),
    );
    if (wide.length === 0 && document.documentElement.scrollWidth <= width) return [];
    return [
      `${document.documentElement.scrollWidth} px on a screen of ${width} px`,
      ...wide.slice(0, 5).map(({ tagName, className }) => `${tagName} ${String(className)}`),
    ];
  });
}
