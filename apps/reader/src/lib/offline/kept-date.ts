/** Browsers carry no month names in these two languages. */
const ownMonths: Partial<Record<string, string>> = {
  az: 'yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr',
  hy: 'հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի նոյեմբերի դեկտեմբերի',
};

/**
 * "22 November, 15:40", with the year when it is not this one. It is the reader's own doing that is dated,
 * so the clock is the device's and not the newsroom's.
 */
export function keptDate(at: Date, language: string, now = new Date()): string {
  const year = at.getFullYear() === now.getFullYear() ? '' : ` ${String(at.getFullYear())}`;
  const time = [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
  return `${dayAndMonth(at, language)}${year}, ${time}`;
}

function dayAndMonth(at: Date, language: string): string {
  const month = ownMonths[language]?.split(' ')[at.getMonth()];
  if (month !== undefined) return `${String(at.getDate())} ${month}`;
  const locale = language === 'en' ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' }).format(at);
}
