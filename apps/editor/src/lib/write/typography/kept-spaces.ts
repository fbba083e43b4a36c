import type { Language } from '@broadsheet/types';
import type { Correction } from './corrections.ts';

const kept = '\u00A0';
/** What stands further back has been looked at when it was typed. */
const looksBack = 60;

/** A space between what stands before it and what is typed behind it, both as patterns. */
const between = (before: string, after: string): string => `(?<=(?:${before}) )(?=(?:${after})$)`;
const wordStart = '(?:^|[\\s\u00A0(«„“‘—–])';
const end = '[\\s.,;:!?)»”։՝]';

/** Words of a single letter, and those that say nothing without the next. */
const clingsToNext: Partial<Record<Language, string>> = {
  ru: '[вкосуияаВКОСУИЯА]|[гГ]\\.|[уУ]л\\.|[иИ]м\\.|[сС]тр\\.',
  en: 'Mr|Mrs|Ms|Dr|St|No\\.|pp?\\.',
};

/** Units that are never parted from their number. */
const units: Record<Language, string> = {
  az: 'm|sm|mm|km|kv\\.|kq|q|t|l|ha|saat|dəq|man\\.|manat|faiz|min|mln|mlrd|trln|il|nəfər',
  ru: 'м|см|мм|км|кв\\.|кг|г|т|л|га|ч|мин|сек|руб\\.|коп\\.|тыс\\.|млн|млрд|трлн|г\\.|гг\\.|век|лет|чел\\.',
  en: 'm|cm|mm|km|kg|g|t|l|ha|mph|ft|in|lb|a\\.m\\.|p\\.m\\.|am|pm|percent|per cent|million|billion|trillion',
  hy: 'մ|սմ|մմ|կմ|քառ\\.|կգ|գ|տ|լ|հա|ժամ|րոպե|դրամ|տոկոս|հազար|մլն|մլրդ|թ\\.',
};
const money = '%|‰|°C|°|₼|₽|\\$|€|£|֏|₾|₺';

/** Months as they stand behind a day, with what may be the end of their word. */
const months: Record<Language, string> = {
  az: '(?:yanvar|fevral|mart|aprel|may|iyun|iyul|avqust|sentyabr|oktyabr|noyabr|dekabr)\\p{L}{0,4}',
  ru: 'января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря',
  en: 'January|February|March|April|May|June|July|August|September|October|November|December',
  hy: '(?:հունվար|փետրվար|մարտ|ապրիլ|մայիս|հունիս|հուլիս|օգոստոս|սեպտեմբեր|հոկտեմբեր|նոյեմբեր|դեկտեմբեր)\\p{L}{0,4}',
};
const day = '\\d(?:st|nd|rd|th|-\\p{L}{1,3})?';
/** Languages that name the month first, too. */
const monthFirst: Partial<Record<Language, string>> = { en: months.en, hy: months.hy };

/** Abbreviations, initials and centuries of one language. */
const own: Partial<Record<Language, readonly string[]>> = {
  ru: [
    // т. е., т. д., т. п., т. к., т. н., т. о.; н. э.
    between(`${wordStart}[тТ]\\.`, '[едпкно]\\.'),
    between(`${wordStart}н\\.`, 'э\\.'),
    // А. С. Пушкин; the letters of centuries may be Cyrillic
    between(`(?:${wordStart}|\\.)\\p{Lu}\\.`, '\\p{Lu}'),
    between('(?:^|[^\\p{L}])[IVXХ]{1,7}', `вв?\\.|век\\p{L}{0,3}${end}`),
  ],
};

const rulesOf = (language: Language): string[] => [
  between('(?:^|[^\\p{L}\\p{N}])[№§#]', ''),
  between('\\d', `(?:${units[language]}|${money})${end}`),
  between(day, `(?:${months[language]})${end}`),
  ...[clingsToNext[language] ?? []].flat().map((words) => between(`${wordStart}(?:${words})`, '')),
  ...[monthFirst[language] ?? []].flat().map((words) => between(`${wordStart}(?:${words})`, '\\d')),
  // 10 000; English parts thousands by commas
  ...(language === 'en'
    ? []
    : [between(`(?:^|[^\\p{N}.,${kept}])\\d{1,3}(?:${kept}\\d{3})*`, '\\d{3}[^\\d]')]),
  ...(own[language] ?? []),
];

const patterns = new Map<Language, RegExp>();

/** The space first, so that a pattern is tried only where there is one. */
function patternOf(language: Language): RegExp {
  const known = patterns.get(language) ?? new RegExp(` (?:${rulesOf(language).join('|')})`, 'u');
  patterns.set(language, known);
  return known;
}

/** The space in the text before the caret that must not end a line, if what was just typed shows one. */
export function keepTogether(language: Language, before: string): Correction | null {
  const start = Math.max(0, before.length - looksBack);
  const at = patternOf(language).exec(before.slice(start))?.index;
  return at === undefined ? null : { from: start + at, to: start + at + 1, text: kept, unseen: true };
}
