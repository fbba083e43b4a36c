import type { Language } from '@broadsheet/types';
import type { Correction } from './corrections.ts';

const kept = '\u00A0';

/** Words of a single letter, and those that say nothing without the next, by language. */
const clingsToNext: Record<Language, RegExp | null> = {
  az: null,
  ru: /(?:^|[\s\u00A0(«„—])(?:[вкосуиая]|г\.|ул\.|им\.|стр\.) $/iu,
  en: /(?:^|[\s\u00A0(“‘])(?:Mr|Mrs|Ms|Dr|St|No\.|pp?\.) $/u,
  hy: null,
};

/** Units that are never parted from their number. */
const units: Record<Language, string> = {
  az: 'm|sm|mm|km|kv\\.|kq|q|t|l|ha|saat|dəq|man\\.|manat|faiz|min|mln|mlrd|trln|il|nəfər',
  ru: 'м|см|мм|км|кв\\.|кг|г|т|л|га|ч|мин|сек|руб\\.|коп\\.|тыс\\.|млн|млрд|трлн|г\\.|гг\\.|век|лет|чел\\.',
  en: 'm|cm|mm|km|kg|g|t|l|ha|mph|ft|in|lb|a\\.m\\.|p\\.m\\.|am|pm|percent|per cent|million|billion|trillion',
  hy: 'մ|սմ|մմ|կմ|քառ\\.|կգ|գ|տ|լ|հա|ժամ|րոպե|դրամ|տոկոս|հազար|մլն|մլրդ|թ\\.',
};
const money = '%|‰|°C|°|₼|₽|\\$|€|£|֏|₾|₺';

const unitAfterNumber = Object.fromEntries(
  Object.entries(units).map(([language, words]) => [
    language,
    new RegExp(`\\d( )(?:${words}|${money})[\\s.,;:!?)»”։՝]$`, 'u'),
  ]),
) as Record<Language, RegExp>;
const signBeforeNumber = /(?:^|[^\p{L}\p{N}])[№§#] $/u;
/** 10 000; English parts thousands by commas. */
const thousands = /(?:^|[^\p{N}.,\u00A0])\d{1,3}(?:\u00A0\d{3})*( )\d{3}[^\d]$/u;

/** The space in the text before the caret that must not end a line, if what was just typed shows one. */
export function keepTogether(language: Language, before: string): Correction | null {
  const end = before.length;
  if (signBeforeNumber.test(before) || clingsToNext[language]?.test(before)) return at(end - 1);
  const unit = unitAfterNumber[language].exec(before);
  if (unit) return at(unit.index + 1);
  const group = language === 'en' ? null : thousands.exec(before);
  return group ? at(end - 5) : null;
}

const at = (place: number): Correction => ({ from: place, to: place + 1, text: kept, unseen: true });
