import type { Language, Media } from '@broadsheet/types';
import { numberIn } from '#lib/locale/numbers.ts';

const megabyte: Record<Language, string> = { az: 'MB', ru: 'МБ', en: 'MB', hy: 'ՄԲ' };

/** "4000 × 2667, 1.2 MB". */
export function pictureSize({ width, height, bytes }: Media, locale: Language): string {
  return `${width} × ${height}, ${numberIn(locale, bytes / 1_000_000)} ${megabyte[locale]}`;
}
