import type { DemoStory } from '../types.ts';

export const villageStream: DemoStory = {
  key: 'village-stream',
  section: 'nature',
  regions: ['armenia'],
  topics: ['rivers', 'schools'],
  authors: ['nare-solak'],
  lead: 'forest-stream',
  hoursAgo: 24,
  original: 'hy',
  articles: {
    hy: {
      slug: 'gyughy-makrets-ir-arvaky-yev-dzknery-veradardzan',
      headline: 'Գյուղը մաքրեց իր առվակը, և ձկները վերադարձան',
      standfirst:
        'Երեք կիրակի բնակիչները աղբ էին հանում ջրից։ Հիմա առվակի ափին նստարան կա, իսկ ջրում՝ կարմրախայտ։',
      writer: 'tamar',
      state: 'published',
      body: [
        {
          type: 'p',
          text: 'Անտառի առվակը փոքր է, բայց գյուղում բոլորը ճանաչում են այն։ Մեծերն այստեղ լողալ են սովորել, փոքրերը նավակներ են բաց թողնում։ Վերջին տարիներին առվակի մոտ քիչ մարդ էր գալիս, որովհետև ջրում շատ աղբ կար։',
        },
        {
          type: 'p',
          text: [
            'Ամեն ինչ սկսվեց մեկ հին անվադողից։ Դպրոցի տնօրենն այն հանեց ջրից և դրեց դպրոցի բակում։ Կողքին գրեց՝ ',
            { text: '«Սա մերն է»', bold: true },
            '։ Հաջորդ կիրակի առվակի մոտ հավաքվեց վաթսուն մարդ։',
          ],
        },
        { type: 'h2', text: 'Ինչ գտան ջրում' },
        {
          type: 'ul',
          items: ['Տասնմեկ անվադող', 'Երկու հարյուր շիշ', 'Մեկ մանկական հեծանիվ և մեկ կաթսա'],
        },
        {
          type: 'p',
          text: [
            'Հեծանիվը լվացին ու վերանորոգեցին։ Տերը գտնվեց նույն օրը։ Նա արդեն մեծ մարդ է և հեծանիվը նվիրեց իր աղջկան։ Կաթսայի տերը ',
            { text: 'դեռ լռում է', italic: true },
            '։',
          ],
        },
        {
          type: 'quote',
          text: 'Մենք կարծում էինք, որ առվակը փոքրացել է։ Պարզվեց, որ այն պարզապես չէր երևում։',
          attribution: 'Անի, գյուղի բնակիչ',
        },
        { type: 'h2', text: 'Ջուրը հիմա' },
        {
          type: 'p',
          text: [
            'Մեկ ամիս անց ջուրը թափանցիկ էր, և աշակերտները տեսան առաջին ձկները։ Նրանք հաշվեցին ինը կարմրախայտ։ Այժմ ամեն դասարան տարին մեկ անգամ մաքրում է ափը, իսկ ',
            { text: 'մաքրման օրացույցը', href: 'https://example.com/stream-calendar' },
            ' կախված է դպրոցի դռանը։',
          ],
        },
        {
          type: 'p',
          text: 'Ափին դրել են երկար նստարան։ Դրա վրա գրված է միայն մեկ խնդրանք՝ նստեք, լսեք և ոչինչ մի թողեք։',
        },
      ],
    },
    en: {
      slug: 'a-village-cleaned-its-stream-and-the-fish-came-back',
      headline: 'A village cleaned its stream, and the fish came back',
      standfirst:
        'For three Sundays the villagers pulled rubbish out of the water. Now there is a bench on the bank, and trout in the stream.',
      writer: 'tamar',
      state: 'published',
      hoursAgo: 22,
      body: [
        {
          type: 'p',
          text: 'The stream in the forest is small, but everyone in the village knows it. The grown-ups learned to swim here, the children sail their boats. In recent years few people came, because there was so much rubbish in the water.',
        },
        {
          type: 'p',
          text: [
            'It all began with one old tyre. The head of the school pulled it out of the water, put it in the school yard and wrote beside it: ',
            { text: '“This is ours”', bold: true },
            '. The next Sunday sixty people came to the stream.',
          ],
        },
        { type: 'h2', text: 'What the water gave back' },
        {
          type: 'ul',
          items: ['Eleven tyres', 'Two hundred bottles', 'One child’s bicycle and one cooking pot'],
        },
        {
          type: 'p',
          text: [
            'The bicycle was washed and mended. Its owner turned up the same day. He is a grown man now, and gave it to his daughter. The owner of the pot ',
            { text: 'is still keeping quiet', italic: true },
            '.',
          ],
        },
        {
          type: 'quote',
          text: 'We thought that the stream had become smaller. It turned out that we simply could not see it.',
          attribution: 'Ani, who lives in the village',
        },
        { type: 'h2', text: 'The water today' },
        {
          type: 'p',
          text: [
            'A month later the water was clear, and the pupils saw the first fish. They counted nine trout. Now every class cleans the bank once a year, and the ',
            { text: 'cleaning calendar', href: 'https://example.com/stream-calendar' },
            ' hangs on the door of the school.',
          ],
        },
        {
          type: 'p',
          text: 'A long bench stands on the bank. It carries a single request: sit down, listen, and leave nothing behind.',
        },
      ],
    },
    ru: {
      slug: 'selo-ochistilo-svoy-ruchey-i-ryba-vernulas',
      headline: 'Село очистило свой ручей, и рыба вернулась',
      standfirst:
        'Три воскресенья жители вытаскивали из воды мусор. Теперь на берегу есть скамейка, а в ручье форель.',
      writer: 'leyla',
      state: 'published',
      hoursAgo: 21,
      body: [
        {
          type: 'p',
          text: 'Лесной ручей невелик, но в селе его знают все. Взрослые учились здесь плавать, дети пускают кораблики. В последние годы сюда мало кто приходил: слишком много мусора было в воде.',
        },
        {
          type: 'p',
          text: [
            'Всё началось с одной старой шины. Директор школы вытащил её из воды, положил на школьном дворе и написал рядом: ',
            { text: '«Это наше»', bold: true },
            '. В следующее воскресенье у ручья собралось шестьдесят человек.',
          ],
        },
        { type: 'h2', text: 'Что нашли в воде' },
        {
          type: 'ul',
          items: ['Одиннадцать шин', 'Двести бутылок', 'Один детский велосипед и одна кастрюля'],
        },
        {
          type: 'p',
          text: [
            'Велосипед отмыли и починили. Хозяин нашёлся в тот же день. Он давно вырос и подарил велосипед дочери. Хозяин кастрюли ',
            { text: 'пока молчит', italic: true },
            '.',
          ],
        },
        {
          type: 'quote',
          text: 'Мы думали, что ручей стал меньше. Оказалось, его просто не было видно.',
          attribution: 'Ани, жительница села',
        },
        { type: 'h2', text: 'Вода сегодня' },
        {
          type: 'p',
          text: [
            'Через месяц вода стала прозрачной, и ученики увидели первых рыб. Они насчитали девять форелей. Теперь каждый класс раз в год убирает берег, а ',
            { text: 'календарь уборки', href: 'https://example.com/stream-calendar' },
            ' висит на дверях школы.',
          ],
        },
        {
          type: 'p',
          text: 'На берегу поставили длинную скамейку. На ней написана только одна просьба: садитесь, слушайте и ничего не оставляйте.',
        },
      ],
    },
  },
};
