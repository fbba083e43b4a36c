import type { DemoStory } from '../types.ts';

export const dragonflyCount: DemoStory = {
  key: 'dragonfly-count',
  section: 'science',
  regions: ['iran'],
  topics: ['animals', 'schools', 'rivers'],
  authors: ['kamran-yazdar'],
  lead: 'dragonfly-on-twig',
  hoursAgo: 20,
  original: 'en',
  articles: {
    en: {
      slug: 'pupils-count-dragonflies-and-scientists-take-notes',
      headline: 'Pupils count dragonflies, and scientists take notes',
      standfirst:
        'A lagoon on the southern shore is watched for one hour each week. The notebooks fill a gap that no satellite can.',
      writer: 'davit',
      state: 'published',
      body: [
        {
          type: 'p',
          text: [
            'On Thursdays after lessons twenty pupils walk to the lagoon in rubber boots. They sit down on a wooden pier, keep quiet and count for one hour. The rule is strict: a dragonfly that flies past counts once, and ',
            { text: 'one that lands on your hat does not count at all', highlight: true },
            '.',
          ],
        },
        {
          type: 'p',
          text: [
            'The idea came from their biology teacher. Dragonflies live in water for most of their lives, and many kinds need it to be clean. Whoever counts them learns something about the lagoon ',
            { text: 'without a laboratory', italic: true },
            '.',
          ],
        },
        { type: 'h2', text: 'Seventeen kinds, four of them new' },
        {
          type: 'p',
          text: 'So far the notebooks name seventeen kinds. Four of them had not been recorded on this shore before. Scientists from the nearest university checked the pupils’ photographs, agreed with nearly all of them, and asked for copies.',
        },
        {
          type: 'quote',
          text: 'We have instruments that measure the water every second. We do not have forty patient eyes.',
          attribution: 'A biologist who reads the notebooks',
        },
        { type: 'h2', text: 'How to count' },
        {
          type: 'ol',
          items: [
            'Choose a place and never change it.',
            'Write down the weather before the first dragonfly.',
            'If you are not sure what you saw, draw it.',
          ],
        },
        { type: 'h3', text: 'A line of the notebook' },
        {
          type: 'code',
          text: 'Thursday, 16:00, cloudy, no wind\nemperor 2\ndarter 5\nnot sure 1, drawn',
        },
        {
          type: 'p',
          text: [
            'Next spring three more schools will join in. The forms are ',
            { text: 'free for everyone to print', href: 'https://example.com/dragonfly-form' },
            ', and the only thing still missing is boots.',
          ],
        },
      ],
    },
    ru: {
      slug: 'shkolniki-schitayut-strekoz-a-uchenye-zapisyvayut',
      headline: 'Школьники считают стрекоз, а учёные записывают',
      standfirst:
        'Раз в неделю за лагуной на южном берегу наблюдают ровно час. В тетрадях есть то, чего не видит ни один спутник.',
      writer: 'leyla',
      state: 'published',
      hoursAgo: 18,
      body: [
        {
          type: 'p',
          text: [
            'По четвергам после уроков двадцать учеников в резиновых сапогах идут к лагуне. Они садятся на деревянный причал, молчат и целый час считают. Правило строгое: стрекоза, которая пролетела мимо, считается один раз, а ',
            { text: 'та, что села вам на шляпу, не считается вовсе', highlight: true },
            '.',
          ],
        },
        {
          type: 'p',
          text: [
            'Это придумала учительница биологии. Большую часть жизни стрекозы проводят в воде, и многим видам нужна чистая. Кто их считает, тот узнаёт кое-что о лагуне ',
            { text: 'без всякой лаборатории', italic: true },
            '.',
          ],
        },
        { type: 'h2', text: 'Семнадцать видов, четыре из них новые' },
        {
          type: 'p',
          text: 'Сейчас в тетрадях семнадцать видов. Четыре из них на этом берегу раньше не отмечали. Учёные из ближайшего университета посмотрели снимки учеников, почти со всем согласились и попросили копии.',
        },
        {
          type: 'quote',
          text: 'У нас есть приборы, которые измеряют воду каждую секунду. Сорока терпеливых глаз у нас нет.',
          attribution: 'Биолог, который читает тетради',
        },
        { type: 'h2', text: 'Как считать' },
        {
          type: 'ol',
          items: [
            'Выберите место и никогда его не меняйте.',
            'Сначала запишите погоду, потом первую стрекозу.',
            'Если не уверены, кого увидели, нарисуйте.',
          ],
        },
        { type: 'h3', text: 'Строка из тетради' },
        {
          type: 'code',
          text: 'Четверг, 16:00, облачно, ветра нет\nдозорщик 2\nстрекоза 5\nне уверены 1, нарисовали',
        },
        {
          type: 'p',
          text: [
            'Весной к ним присоединятся ещё три школы. Бланки ',
            { text: 'может напечатать каждый', href: 'https://example.com/dragonfly-form' },
            ', не хватает пока только сапог.',
          ],
        },
      ],
    },
  },
};
