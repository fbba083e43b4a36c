import type { Page } from 'playwright-core';

/** Puts on what a reader may put on who can't follow close lines (WCAG 1.4.12), by a sheet of the browser's own. */
export async function spaceText(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
        'p { margin-block-end: 2em !important }',
    );
    document.adoptedStyleSheets.push(sheet);
  });
}

/** The largest text that A+ leads to, as the next page has it before it is painted. */
export async function enlargeText(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.style.setProperty('--text-scale', '1.5');
    document.documentElement.dataset.text = 'large';
  });
}

/** Words that are cut off: what an element holds is larger than what it shows, and nothing scrolls. */
export function clippedText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    return [...document.querySelectorAll<HTMLElement>('body *')]
      .filter(
        (element) => element.innerText?.trim() && element.checkVisibility() && !element.closest('.vh, .skip'),
      )
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const isCutAcross = hides(overflowX) && element.scrollWidth > element.clientWidth + 1;
        const isCutBelow = hides(overflowY) && element.scrollHeight > element.clientHeight + 1;
        return isCutAcross || isCutBelow;
      })
      .map(({ tagName, className, innerText }) => `${tagName} ${className}: ${innerText.slice(0, 40)}`);
  });
}

/** Everything that moves, or would if it were touched. */
export function movingParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lasts = (times: string) => times.split(',').some((time) => parseFloat(time) > 0.001);
    const moved = [...document.querySelectorAll('*')].filter((element) => {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
      return animationName !== 'none' || lasts(transitionDuration) || scrollBehavior === 'smooth';
    });
    return [...document.getAnimations().map(String), ...moved.map(({ tagName }) => tagName)];
  });
}

/** How the first links and buttons on a page show that the keyboard is on them. */
export async function focusOutlines(page: Page, count: number): Promise<string[]> {
  const outlines: string[] = [];
  for (let step = 0; step < count; step++) {
    await page.keyboard.press('Tab');
    outlines.push(
      await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
        return `${outlineStyle} ${outlineWidth}`;
      }),
    );
  }
  return outlines;
}
