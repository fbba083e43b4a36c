import { languages, type Language } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { relativeTime } from './relative-times.ts';

const now = Date.parse('2024-11-07T12:00:00Z');
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();

/** Words after 0, 1, 2, 5 and 21 minutes, and after 1, 3 and 23 hours. */
const kept: Record<Language, string[]> = {
  az: [
    'indicə',
    '1 dəqiqə əvvəl',
    '2 dəqiqə əvvəl',
    '5 dəqiqə əvvəl',
    '21 dəqiqə əvvəl',
    '1 saat əvvəl',
    '3 saat əvvəl',
    '23 saat əvvəl',
  ],
  ru: [
    'сейчас',
    '1 минуту назад',
    '2 минуты назад',
    '5 минут назад',
    '21 минуту назад',
    '1 час назад',
    '3 часа назад',
    '23 часа назад',
  ],
  en: [
    'now',
    '1 minute ago',
    '2 minutes ago',
    '5 minutes ago',
    '21 minutes ago',
    '1 hour ago',
    '3 hours ago',
    '23 hours ago',
  ],
  hy: [
    'հենց նոր',
    '1 րոպե առաջ',
    '2 րոպե առաջ',
    '5 րոպե առաջ',
    '21 րոպե առաջ',
    '1 ժամ առաջ',
    '3 ժամ առաջ',
    '23 ժամ առաջ',
  ],
};

describe('A10 fresh times', () => {
  it.each(languages)('inflect as %s does', (language) => {
    expect(
      [0, 1, 2, 5, 21, 60, 180, 23 * 60].map((minutes) => relativeTime(ago(minutes), now, language)),
    ).toEqual(kept[language]);
  });

  it('say in Russian what the system would', () => {
    const system = new Intl.RelativeTimeFormat('ru');
    for (let minutes = 1; minutes < 60; minutes++)
      expect(relativeTime(ago(minutes), now, 'ru')).toBe(system.format(-minutes, 'minute'));
  });

  it('give way to the date after a day, and for a clock that is behind', () => {
    expect(relativeTime(ago(24 * 60), now, 'en')).toBeNull();
    expect(relativeTime(ago(-5), now, 'en')).toBeNull();
  });
});
