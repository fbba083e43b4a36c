import { languages, type Language } from '@broadsheet/types';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawCard } from './draw-card.ts';
import { drawIcon } from './draw-icon.ts';
import { outlines, widthOf } from './set-type.ts';

const headlines: Record<Language, string> = {
  az: 'Şəhərin köhnə məhəlləsində kitabxana açıldı: “ğ, ı, ö, ü, ç”',
  ru: 'Реставраторы открыли фрески: «ещё пять лет»',
  en: 'A mountain road opens again, “slowly” — at last',
  hy: 'Երևանում բացվեց գրատպության թանգարանը՝ «հինգ դար»',
};

describe('drawn pictures', () => {
  it.each(languages)('have an outline for every letter of a headline in %s', async (language) => {
    const text = headlines[language];
    const marks = [...text].filter((character) => character !== ' ').length;
    expect(outlines(text, 0, 0, 50).match(/<path /g)?.length).toBeGreaterThanOrEqual(marks - 3);
    const card = await sharp(await drawCard({ site: 'X', section: null, headline: text })).metadata();
    expect([card.width, card.height, card.format]).toEqual([1200, 630, 'png']);
  });

  it('A9 write the letter of an icon as its language writes capitals', async () => {
    const icon = (name: string, language: Language) => drawIcon(name, language, 192);
    expect(await icon('iqtisad', 'az')).toEqual(await icon('İqtisad', 'az'));
    expect(await icon('ilk', 'az')).not.toEqual(await icon('ilk', 'en'));
  });

  it('take a text of any length that was published as a headline (S21)', async () => {
    const began = performance.now();
    for (const headline of ['w'.repeat(20_000), 'word '.repeat(20_000), '𝕎'.repeat(20_000)])
      expect((await sharp(await drawCard({ site: 'X', section: null, headline })).metadata()).width).toBe(
        1200,
      );
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('leave out what no font has, and take markup for text', async () => {
    expect(widthOf('日本')).toBe(0);
    const plain = await drawCard({ site: 'X', section: null, headline: '</svg><script>' });
    expect((await sharp(plain).metadata()).width).toBe(1200);
    expect((await sharp(await drawIcon('', 'en', 192)).metadata()).width).toBe(192);
  });
});
