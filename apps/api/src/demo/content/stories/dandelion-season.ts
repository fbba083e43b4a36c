import type { DemoStory } from '../types.ts';

const flower = 'https://interactive-examples.mdn.mozilla.net/media/cc0-videos/flower.mp4';

export const dandelionSeason: DemoStory = {
  key: 'dandelion-season',
  section: 'nature',
  regions: ['central-asia'],
  topics: ['harvest', 'schools'],
  authors: ['aigerim-taldy'],
  lead: 'dandelion-field',
  hoursAgo: 29,
  original: 'ru',
  articles: {
    ru: {
      slug: 'pora-oduvanchikov-v-saryzhele-zhdut-vetra',
      headline: 'Пора одуванчиков: в Сарыжеле ждут ветра',
      standfirst:
        'Каждый год здесь празднуют день, когда с поля улетает последний пух. Назначить его заранее никто не может.',
      writer: 'davit',
      state: 'published',
      body: [
        {
          type: 'p',
          text: 'Праздник без даты — редкая вещь. В посёлке Сарыжел его ждут, как ждут гостей: знают, что придут, но не знают, в котором часу.',
        },
        {
          type: 'p',
          text: [
            'Сначала поле жёлтое, потом белое. Если нет дождя, белым оно бывает три или четыре дня. Потом приходит сильный ветер, и за одно утро пух ',
            { text: 'улетает весь', bold: true },
            '. Этот день и есть праздник.',
          ],
        },
        { type: 'h2', text: 'Кто следит за ветром' },
        {
          type: 'p',
          text: 'Утром дежурный поднимается на холм с флажком. Белый флажок значит «ждём», жёлтый значит «скоро». Когда на холме два флажка сразу, школа заканчивает уроки, пекарня закрывает печь, и все идут в поле.',
        },
        {
          type: 'quote',
          text: 'Мы не загадываем желаний. Мы просто смотрим, как это красиво, и молчим целых пять минут.',
          attribution: 'Жанар, учительница из Сарыжела',
        },
        {
          type: 'video',
          src: flower,
          title: 'Цветок открывается за пять секунд.',
          caption: 'В жизни на это уходит целое утро.',
          poster: 'dandelion-field',
          seconds: 5,
        },
        { type: 'h2', text: 'Что делают из одуванчиков' },
        {
          type: 'ul',
          items: [
            'Из цветов варят светлое варенье, похожее на мёд.',
            'Молодые листья кладут в салат.',
            'Корни сушат и заваривают вместо кофе.',
          ],
        },
        {
          type: 'p',
          text: [
            'Пух не собирают: он должен улететь. Говорят, что в соседней долине одуванчиков раньше не было, а теперь там тоже белое поле. В Сарыжеле этим ',
            { text: 'немного гордятся', italic: true },
            '.',
          ],
        },
        {
          type: 'p',
          text: 'В прошлый раз ветер пришёл во вторник, без двадцати десять утра. Контрольную по алгебре пришлось перенести.',
        },
      ],
    },
    en: {
      slug: 'dandelion-season-a-village-waits-for-the-wind',
      headline: 'Dandelion season: a village waits for the wind',
      standfirst:
        'Every year Saryzhel celebrates the day when the last fluff leaves the field. Nobody can name the date in advance.',
      writer: 'davit',
      state: 'published',
      hoursAgo: 27,
      body: [
        {
          type: 'p',
          text: 'A holiday without a date is a rare thing. In the village of Saryzhel people wait for theirs as they wait for guests: they know that it will come, but not at what hour.',
        },
        {
          type: 'p',
          text: [
            'First the field is yellow, then it is white. If there is no rain, it stays white for three or four days. Then a strong wind arrives, and in a single morning the fluff is ',
            { text: 'gone, all of it', bold: true },
            '. That day is the holiday.',
          ],
        },
        { type: 'h2', text: 'Who watches the wind' },
        {
          type: 'p',
          text: 'In the morning the person on duty climbs the hill with a flag. A white one means “wait”, a yellow one means “soon”. When both are up, the school ends its lessons, the bakery shuts its oven, and everyone goes out to the field.',
        },
        {
          type: 'quote',
          text: 'We do not make wishes. We only look at how beautiful it is, and say nothing for five whole minutes.',
          attribution: 'Zhanar, a teacher from Saryzhel',
        },
        {
          type: 'video',
          src: flower,
          title: 'A flower opens in five seconds.',
          caption: 'In life it takes a whole morning.',
          poster: 'dandelion-field',
          seconds: 5,
        },
        { type: 'h2', text: 'What dandelions are good for' },
        {
          type: 'ul',
          items: [
            'The flowers are boiled into a pale jam that tastes of honey.',
            'The young leaves go into a salad.',
            'The roots are dried and brewed instead of coffee.',
          ],
        },
        {
          type: 'p',
          text: [
            'Nobody gathers the fluff: it has to fly. People say that the next valley used to have no dandelions, and that it has a white field of its own now. Saryzhel is ',
            { text: 'a little proud', italic: true },
            ' of that.',
          ],
        },
        {
          type: 'p',
          text: 'Last time the wind came on a Tuesday, at twenty to ten in the morning. The algebra test had to be put off.',
        },
      ],
    },
  },
};
