import type { Language } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { correctionOf } from './corrections.ts';

/** What stands on the sheet when a text is typed sign by sign; a kept space is shown as °. */
function typed(language: Language, keys: string): string {
  let text = '';
  for (const key of keys) {
    text += key;
    const correction = correctionOf(language, text);
    if (correction) text = text.slice(0, correction.from) + correction.text + text.slice(correction.to);
  }
  return text.replaceAll('\u00A0', '°');
}

const table: Record<Language, readonly [string, string][]> = {
  az: [
    ['"Xəzər" jurnalı', '«Xəzər» jurnalı'],
    ['"O dedi: "gəlirəm" və getdi"', '«O dedi: „gəlirəm“ və getdi»'],
    ['Bakı - paytaxt', 'Bakı°– paytaxt'],
    ["məs'ul", 'məs’ul'],
    ['5 km uzaqda', '5°km uzaqda'],
    ['№ 5', '№°5'],
    ['10 000 nəfər.', '10°000°nəfər.'],
    ["'Xəzər' jurnalı", '„Xəzər“ jurnalı'],
    ['"O dedi: \'gəlirəm\' və getdi"', '«O dedi: „gəlirəm“ və getdi»'],
    ['dedi: "ev \'Lada\'" və "qərarı" oxudu', 'dedi: «ev „Lada“» və «qərarı» oxudu'],
    ['7 noyabr,', '7°noyabr,'],
    ['7 noyabrda ', '7°noyabrda '],
    ['5 maşın ', '5 maşın '],
  ],
  ru: [
    ['"Каспийский журнал"', '«Каспийский журнал»'],
    ['"Он сказал: "иду" и ушёл"', '«Он сказал: „иду“ и°ушёл»'],
    ['сказал: "дом "Лада"". И "дом"', 'сказал: «дом „Лада“». И°«дом»'],
    ['Москва - столица', 'Москва°— столица'],
    ['Москва -- столица', 'Москва°— столица'],
    ['в доме', 'в°доме'],
    ['И в саду', 'И°в°саду'],
    ['около 5 кг.', 'около 5°кг.'],
    ['№ 5', '№°5'],
    ['1 000 000 рублей ', '1°000°000 рублей '],
    ['из-за дождя', 'из-за дождя'],
    ["д'Артаньян", 'д’Артаньян'],
    ["слово 'слово', слово", 'слово „слово“, слово'],
    ['\'Он сказал "да"\', и ушёл', '„Он сказал «да»“, и°ушёл'],
    ["„Жанна д'Арк“", '„Жанна д’Арк“'],
    ['7 ноября ', '7°ноября '],
    ['7-го мая.', '7-го°мая.'],
    ['А. С. Пушкин', 'А.°С.°Пушкин'],
    ['А.С. Пушкин', 'А.С.°Пушкин'],
    ['в США. Потом', 'в°США. Потом'],
    ['т. е. так', 'т.°е. так'],
    ['и т. д.', 'и°т.°д.'],
    ['до н. э.', 'до н.°э.'],
    ['XX в. начался', 'XX°в. начался'],
    ['XIX–XX вв.', 'XIX–XX°вв.'],
    ['в XXI веке,', 'в°XXI°веке,'],
  ],
  en: [
    ['"We did not build a new path," he said.', '“We did not build a new path,” he said.'],
    ['"He said \'come in\' and left"', '“He said ‘come in’ and left”'],
    ["'Come in,' he said", '‘Come in,’ he said'],
    ["the '90s", 'the ’90s'],
    ["class of '68.", 'class of ’68.'],
    ['"\'10 people died,\' he said"', '“‘10 people died,’ he said”'],
    ["'Tis late, 'twas early", '’Tis late, ’twas early'],
    ["rock 'n' roll", 'rock ’n’ roll'],
    ["go get 'em!", 'go get ’em!'],
    ["'time' and 'emphasis'", '‘time’ and ‘emphasis’'],
    ['7 November,', '7°November,'],
    ['7th May ', '7th°May '],
    ['November 7', 'November°7'],
    ["It's the editors' room", 'It’s the editors’ room'],
    ['("so")', '(“so”)'],
    ['one - two', 'one°– two'],
    ['one--two', 'one–two'],
    ['one---two', 'one—two'],
    ['a well-known path', 'a well-known path'],
    ['a 5" screen', 'a 5" screen'],
    ['Mr Brown', 'Mr°Brown'],
    ['4 million, then', '4°million, then'],
    ['2,840 words', '2,840 words'],
    ['in 2024 150 came', 'in 2024 150 came'],
  ],
  hy: [
    ['"Կասպից հանդես"', '«Կասպից հանդես»'],
    ['"Նա ասաց "գալիս եմ""', '«Նա ասաց «գալիս եմ»»'],
    ['Երևան - մայրաքաղաք', 'Երևան°— մայրաքաղաք'],
    ['5 կմ։', '5°կմ։'],
    ['№ 5', '№°5'],
    ['10 000 դրամ ', '10°000°դրամ '],
    ["'բառ' է", '«բառ» է'],
    ['"Նա ասաց \'գալիս եմ\'"', '«Նա ասաց «գալիս եմ»»'],
    ['7 նոյեմբեր ', '7°նոյեմբեր '],
    ['նոյեմբերի 7-ին', 'նոյեմբերի°7-ին'],
  ],
};

describe('typing in a language', () => {
  it.each(
    Object.entries(table).flatMap(([language, rows]) => rows.map((row) => [language, ...row] as const)),
  )('%s: %s becomes %s', (language, keys, wanted) => expect(typed(language as Language, keys)).toBe(wanted));

  it('leaves hyphens of words, dates and telephone numbers alone', () => {
    for (const language of ['az', 'ru', 'en', 'hy'] as const)
      expect(typed(language, '2024-11-07, 555-12-34')).toBe('2024-11-07, 555-12-34');
  });
});
