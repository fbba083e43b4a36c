/** Words of Azerbaijani that say nothing by themselves; for the other languages Snowball has its own lists. */
export const azerbaijaniStopWords: ReadonlySet<string> = new Set(
  `və ilə bu o bir də da ki üçün ya amma lakin ancaq isə həm nə çox daha ən hər öz artıq kimi sonra əvvəl qədər görə
  bəzi belə elə heç yalnız onun onlar biz siz mən sən biri olan olaraq oldu edib edir deyil var yox idi`.split(
    /\s+/,
  ),
);
