import { baseLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { afterAll, describe, expect, it } from 'vitest';
import { viewsText } from './views-text.ts';

describe('A10 how often a story was read', () => {
  afterAll(() => {
    overwriteGetLocale(() => baseLocale);
  });

  it.each([
    ['en', ['0 views', '1 view', '2 views', '18,204 views']],
    ['ru', ['0 просмотров', '1 просмотр', '2 просмотра', '18\u00a0204 просмотра']],
    ['az', ['0 baxış', '1 baxış', '2 baxış', '18.204 baxış']],
    ['hy', ['0 դիտում', '1 դիտում', '2 դիտում', '18\u00a0204 դիտում']],
  ] as const)('is counted as %s counts', (language, kept) => {
    overwriteGetLocale(() => language);
    expect([0, 1, 2, 18_204].map((views) => viewsText(views, language))).toEqual(kept);
  });
});
