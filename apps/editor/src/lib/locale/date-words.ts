import type { Language } from '@broadsheet/types';

interface DateWords {
  months: readonly string[];
  shortMonths: readonly string[];
  /** From Sunday on. */
  weekdays: readonly string[];
}

const listOf = (words: string) => words.split(' ');

/** The languages whose dates Chromium cannot write: it answers "2026 M11 22", or in English. The words are CLDR's. */
const dateWords: Partial<Record<Language, DateWords>> = {
  az: {
    months: listOf('yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr'),
    shortMonths: listOf('yan fev mar apr may iyn iyl avq sen okt noy dek'),
    weekdays: ['bazar', 'bazar ertəsi', 'çərşənbə axşamı', 'çərşənbə', 'cümə axşamı', 'cümə', 'şənbə'],
  },
  hy: {
    months: listOf(
      'հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի նոյեմբերի դեկտեմբերի',
    ),
    shortMonths: listOf('հնվ փտվ մրտ ապր մյս հնս հլս օգս սեպ հոկ նոյ դեկ'),
    weekdays: listOf('կիրակի երկուշաբթի երեքշաբթի չորեքշաբթի հինգշաբթի ուրբաթ շաբաթ'),
  },
};

/** A day in words; null where the browser can do it by itself. `day` is `YYYY-MM-DD`. */
export function dayInWords(
  language: Language,
  day: string,
): Record<'long' | 'short' | 'weekday', string> | null {
  const words = dateWords[language];
  if (!words) return null;
  const date = new Date(`${day}T00:00:00Z`);
  const number = date.getUTCDate();
  const month = date.getUTCMonth();
  const long = `${number} ${words.months[month] ?? ''}`;
  return {
    long,
    short: `${number} ${words.shortMonths[month] ?? ''}`,
    weekday: `${long}, ${words.weekdays[date.getUTCDay()] ?? ''}`,
  };
}
