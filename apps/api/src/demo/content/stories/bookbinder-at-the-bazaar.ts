import type { DemoStory } from '../types.ts';

const hours = 'https://example.com/bookbinder';

export const bookbinderAtTheBazaar: DemoStory = {
  key: 'bookbinder-at-the-bazaar',
  section: 'culture',
  regions: ['iran'],
  topics: ['crafts', 'schools'],
  authors: ['kamran-yazdar'],
  lead: null,
  hoursAgo: 16,
  original: 'en',
  articles: {
    en: {
      slug: 'the-bookbinder-who-mends-a-whole-school',
      headline: 'The bookbinder who mends a whole school',
      standfirst:
        'In a narrow shop at the bazaar, worn textbooks get a new spine. The price is a line written by the pupil.',
      writer: 'davit',
      state: 'published',
      body: [
        {
          type: 'p',
          text: 'The shop is two metres wide, and half of that is paper. Behind the press sits Mansur, who has been binding books for forty years. In the last week of summer a queue of children stands at his door, each with a book that has lost its cover.',
        },
        {
          type: 'p',
          text: [
            'He began with one atlas, for a neighbour’s son. The boy could not pay, so Mansur asked him to write down ',
            { text: 'one sentence from the book', bold: true },
            ' that he wished to remember. By autumn there were two hundred sentences.',
          ],
        },
        { type: 'h2', text: 'Thread, paste and patience' },
        {
          type: 'ol',
          items: [
            'The old glue is steamed off, page by page.',
            'The sheets are sewn with linen thread.',
            'The book spends one night in the press.',
          ],
        },
        {
          type: 'p',
          text: [
            'Four pupils now help on Thursdays. The youngest cuts the cloth for the spines, and the eldest has learned to ',
            { text: 'gild a title by hand', italic: true },
            '. Arithmetic is bound in green, poetry in red.',
          ],
        },
        {
          type: 'quote',
          text: 'A book that falls apart was read. I repair only the good ones.',
          attribution: 'Mansur, bookbinder',
        },
        { type: 'h2', text: 'The book of sentences' },
        {
          type: 'p',
          text: [
            'Mansur has bound the children’s lines into a book of their own. It lies on the counter, and anyone may turn its pages ',
            { text: 'while the shop is open', href: hours },
            '. The last page has been left empty for whoever is next in the queue.',
          ],
        },
      ],
    },
    ru: {
      slug: 'perepletchik-kotoryy-chinit-tseluyu-shkolu',
      headline: 'Переплётчик, который чинит целую школу',
      standfirst:
        'В узкой лавке на базаре потрёпанные учебники получают новый корешок. Плата — одна строчка от ученика.',
      writer: 'leyla',
      state: 'published',
      hoursAgo: 14,
      body: [
        {
          type: 'p',
          text: 'Лавка шириной в два метра, и половину занимает бумага. За прессом сидит Мансур, он переплетает книги сорок лет. В последнюю неделю лета у его дверей стоит очередь из детей, и у каждого в руках книга без обложки.',
        },
        {
          type: 'p',
          text: [
            'Начал он с одного атласа для соседского мальчика. Денег у того не было, и Мансур попросил его выписать ',
            { text: 'одну фразу из книги', bold: true },
            ', которую хочется запомнить. К осени таких фраз набралось двести.',
          ],
        },
        { type: 'h2', text: 'Нить, клей и терпение' },
        {
          type: 'ol',
          items: [
            'Старый клей отпаривают, страницу за страницей.',
            'Листы сшивают льняной нитью.',
            'На одну ночь книгу кладут под пресс.',
          ],
        },
        {
          type: 'p',
          text: [
            'По четвергам ему помогают четверо учеников. Самый младший кроит ткань для корешков, а самая старшая научилась ',
            { text: 'вручную золотить заглавие', italic: true },
            '. Арифметику переплетают в зелёное, стихи в красное.',
          ],
        },
        {
          type: 'quote',
          text: 'Если книга рассыпалась, значит, её читали. Я чиню только хорошие.',
          attribution: 'Мансур, переплётчик',
        },
        { type: 'h2', text: 'Книга фраз' },
        {
          type: 'p',
          text: [
            'Детские строчки Мансур переплёл в отдельную книгу. Она лежит на прилавке, и листать её может каждый, ',
            { text: 'пока открыта лавка', href: hours },
            '. Последняя страница пуста: она для того, кто следующий в очереди.',
          ],
        },
      ],
    },
  },
};
