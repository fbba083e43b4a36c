import type { Language, Media } from '@broadsheet/types';
import { numberIn } from '#lib/locale/numbers.ts';

const megabyte: Record<Language, string> = { az: 'MB', ru: 'МБ', en: 'MB', hy: 'ՄԲ' };
const kilobyte: Record<Language, string> = { az: 'kB', ru: 'кБ', en: 'kB', hy: 'կԲ' };

/** "1.2 MB", or in whole kilobytes what is less than one. */
function weigh(bytes: number, locale: Language): string {
  if (bytes >= 999_500) return `${numberIn(locale, bytes / 1_000_000)} ${megabyte[locale]}`;
  return `${numberIn(locale, Math.ceil(bytes / 1000))} ${kilobyte[locale]}`;
}

/** "4000 × 2667, 1.2 MB"; with a length "2:05" where there is one, and without a size what is not seen. */
export function pictureSize({ width, height, bytes, duration }: Media, locale: Language): string {
  const minutes =
    duration === null ? [] : [`${Math.floor(duration / 60)}:${String(duration % 60).padStart(2, '0')}`];
  const size = width > 0 ? [`${width} × ${height}`] : [];
  return [...size, ...minutes, weigh(bytes, locale)].join(', ');
}
