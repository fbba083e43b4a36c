import type { DemoStory } from '../types.ts';

const day = 'https://example.com/mowing-day';

export const meadowMownByHand: DemoStory = {
  key: 'meadow-mown-by-hand',
  section: 'nature',
  regions: ['georgia'],
  topics: ['mountains', 'harvest'],
  authors: ['tamar-elani'],
  lead: 'mountain-meadow-autumn',
  hoursAgo: 7,
  original: 'en',
  articles: {
    en: {
      slug: 'a-meadow-is-mown-by-hand-and-the-flowers-say-thank-you',
      headline: 'A meadow is mown by hand, and the flowers say thank you',
      standfirst:
        'Below the ridge the grass is cut late, slowly and with scythes. Botanists come to count what grows there afterwards.',
      writer: 'tamar',
      state: 'published',
      body: [
        {
          type: 'p',
          text: 'The high meadow is too steep for a tractor and too far from the road for a lorry. For a few years nobody cut it at all. Young birches moved in from the edge, and the flowers moved out.',
        },
        {
          type: 'p',
          text: [
            'Then a retired postman oiled his grandfather’s scythe and asked who would come along. Nine people did. They start before sunrise, while the dew is on the grass, because ',
            { text: 'wet grass is easier to cut', bold: true },
            '.',
          ],
        },
        { type: 'h2', text: 'Late on purpose' },
        {
          type: 'p',
          text: [
            'The mowers wait until the seeds have fallen, and every year they leave one strip standing for the bees. In the third autumn botanists counted ninety-four kinds of plants, ',
            { text: 'thirty more than before', italic: true },
            '.',
          ],
        },
        {
          type: 'quote',
          text: 'A machine would do it in an hour. But a machine does not stop for a lizard.',
          attribution: 'Zaza, retired postman',
        },
        { type: 'h2', text: 'How to help' },
        {
          type: 'ul',
          items: [
            'Bring gloves and a hat. Scythes are lent out.',
            'Walk behind the mower, never beside.',
            'Stay for lunch: it is served on the hay.',
          ],
        },
        {
          type: 'p',
          text: [
            'The hay goes to the four cows of the valley, who seem to approve. The ',
            { text: 'date of the next mowing', href: day },
            ' is set by the seeds, and the postman delivers it to every door himself.',
          ],
        },
      ],
    },
    ru: {
      slug: 'lug-kosyat-vruchnuyu-i-tsvety-za-eto-blagodarny',
      headline: 'Луг косят вручную, и цветы за это благодарны',
      standfirst:
        'Под хребтом траву косят поздно, медленно и косой. Потом приезжают ботаники и считают, что там выросло.',
      writer: 'leyla',
      state: 'published',
      hoursAgo: 6,
      body: [
        {
          type: 'p',
          text: 'Верхний луг слишком крут для трактора и слишком далёк от дороги для грузовика. Несколько лет его не косили вовсе. С опушки пришли молодые берёзы, а цветы ушли.',
        },
        {
          type: 'p',
          text: [
            'Потом почтальон на пенсии наточил дедову косу и спросил, кто пойдёт с ним. Пошли девять человек. Начинают они до восхода, по росе, потому что ',
            { text: 'мокрую траву косить легче', bold: true },
            '.',
          ],
        },
        { type: 'h2', text: 'Поздно, и нарочно' },
        {
          type: 'p',
          text: [
            'Косари ждут, пока осыплются семена, и каждый год оставляют одну полосу пчёлам. На третью осень ботаники насчитали девяносто четыре вида растений, ',
            { text: 'на тридцать больше, чем раньше', italic: true },
            '.',
          ],
        },
        {
          type: 'quote',
          text: 'Машина справилась бы за час. Но машина не остановится перед ящерицей.',
          attribution: 'Заза, почтальон на пенсии',
        },
        { type: 'h2', text: 'Как помочь' },
        {
          type: 'ul',
          items: [
            'Возьмите перчатки и шляпу. Косу дадут.',
            'Идите позади косаря, а не рядом с ним.',
            'Оставайтесь на обед: его подают прямо на сене.',
          ],
        },
        {
          type: 'p',
          text: [
            'Сено достаётся четырём коровам из долины, и они, похоже, довольны. ',
            { text: 'День следующего покоса', href: day },
            ' назначают семена, а почтальон сам разносит это известие по домам.',
          ],
        },
      ],
    },
  },
};
