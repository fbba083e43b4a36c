import type { Language, Media } from '@broadsheet/types';

/** "4000 × 2667, 1.2 MB". */
export function pictureSize({ width, height, bytes }: Media, locale: Language): string {
  const megabytes = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  }).format(bytes / 1_000_000);
  return `${width} × ${height}, ${megabytes}`;
}
