import type { DemoStory } from '../types.ts';

export const inPraiseOfTheBench: DemoStory = {
  key: 'in-praise-of-the-bench',
  section: 'opinion',
  regions: [],
  topics: ['cities'],
  authors: ['nare-solak'],
  lead: null,
  hoursAgo: 42,
  original: 'en',
  articles: {
    en: {
      slug: 'in-praise-of-the-bench',
      headline: 'In praise of the bench',
      standfirst: 'A town can be judged by where it lets people sit. It costs little, and it says a lot.',
      writer: 'chief',
      state: 'published',
      body: [
        {
          type: 'p',
          text: [
            'Ask a mayor what the town is proud of, and you will hear about a fountain, a stadium or a road. Nobody mentions the bench. Yet everyone uses it, and ',
            { text: 'it has no opening hours', bold: true },
            '.',
          ],
        },
        {
          type: 'p',
          text: 'I have kept a small list for years. In a place where I have never been before, I count the benches between the station and the main square. Five is polite. Ten is generous. None at all means that I am expected to buy something.',
        },
        { type: 'h2', text: 'What makes a good one' },
        {
          type: 'ul',
          items: [
            'It has a back, because people have backs.',
            'It stands in the shade at four in the afternoon.',
            'It looks at something: a door, a tree, other people.',
          ],
        },
        {
          type: 'p',
          text: [
            'A bench is where a grandmother rests halfway home, where a pupil learns a poem, where two neighbours who have not spoken for a year begin with the weather. One council has even ',
            {
              text: 'taken its table outdoors',
              href: '/en/news/town-council-moves-its-meetings-to-the-market-square',
            },
            '. A plank and four screws will often do.',
          ],
        },
        { type: 'h3', text: 'A modest proposal' },
        {
          type: 'p',
          text: [
            'Before the next fountain, let every street choose one spot and put a bench there. If nobody sits on it for a month, ',
            { text: 'take it away', italic: true },
            '. I do not think that anyone will need the lorry.',
          ],
        },
      ],
    },
    ru: {
      slug: 'pokhvala-skameyke',
      headline: 'Похвала скамейке',
      standfirst:
        'О городе можно судить по тому, где в нём разрешают посидеть. Стоит это мало, а говорит о многом.',
      writer: 'leyla',
      state: 'published',
      hoursAgo: 40,
      body: [
        {
          type: 'p',
          text: [
            'Спросите мэра, чем гордится город, и услышите про фонтан, стадион или дорогу. О скамейке никто не вспомнит. А сидят на ней все, и ',
            { text: 'часов работы у неё нет', bold: true },
            '.',
          ],
        },
        {
          type: 'p',
          text: 'Я много лет веду короткий список. В незнакомом городе я считаю скамейки между вокзалом и главной площадью. Пять — это вежливо. Десять — щедро. Если нет ни одной, значит, от меня ждут, что я что-нибудь куплю.',
        },
        { type: 'h2', text: 'Какая скамейка хороша' },
        {
          type: 'ul',
          items: [
            'У неё есть спинка, потому что спина есть у людей.',
            'В четыре часа дня она стоит в тени.',
            'С неё есть на что смотреть: на дверь, на дерево, на прохожих.',
          ],
        },
        {
          type: 'p',
          text: [
            'На скамейке бабушка отдыхает по дороге домой, школьник учит стихи, а двое соседей, которые год не разговаривали, начинают с погоды. Скамейка, как и ',
            { text: 'автобус, который ждёт всех', href: '/ru/news/avtobus-kotoryy-zhdyot-vsekh' },
            ', никого не торопит. Доски и четырёх шурупов часто достаточно.',
          ],
        },
        { type: 'h3', text: 'Скромное предложение' },
        {
          type: 'p',
          text: [
            'Прежде чем строить новый фонтан, пусть каждая улица выберет одно место и поставит там скамейку. Если за месяц на неё никто не сядет, ',
            { text: 'увезите её', italic: true },
            '. Не думаю, что грузовик кому-нибудь понадобится.',
          ],
        },
      ],
    },
  },
};
