import type { DemoStory } from '../types.ts';

export const letTheQueueTalk: DemoStory = {
  key: 'let-the-queue-talk',
  section: 'opinion',
  regions: [],
  topics: ['cities'],
  authors: ['aigerim-taldy'],
  lead: null,
  hoursAgo: 10,
  original: 'en',
  articles: {
    en: {
      slug: 'let-the-queue-talk',
      headline: 'Let the queue talk',
      standfirst:
        'We have learned to wait alone, each with a screen. A queue was once the best seat in town.',
      writer: 'chief',
      state: 'published',
      body: [
        {
          type: 'p',
          text: [
            'Last week I stood in line for bread and did something daring. I put my telephone away and said ',
            { text: 'good morning', bold: true },
            '. Three people answered. The fourth told me how to keep mint alive in winter.',
          ],
        },
        {
          type: 'p',
          text: 'Everything around us is being built so that nobody has to wait. I am all for it at the hospital and the railway station. But at the bakery the wait is eleven minutes, and eleven minutes is exactly as long as a good story.',
        },
        { type: 'h2', text: 'Small rules for a long line' },
        {
          type: 'ol',
          items: [
            'Ask who is last, even when you can see it.',
            'Keep a place for whoever forgot the milk.',
            'Say something about the weather only if it is true.',
          ],
        },
        {
          type: 'p',
          text: [
            'In a line the professor stands behind the plumber, and both learn something. Nobody has chosen the company, so ',
            { text: 'nobody has to impress it', italic: true },
            '. It is the only club that I know with no fee and no minutes of the last meeting.',
          ],
        },
        { type: 'h3', text: 'Before you reach the counter' },
        {
          type: 'p',
          text: [
            'I do not ask for longer queues. I only ask that we use the ones we have. And if your legs are tired, there is always ',
            { text: 'the bench', href: '/en/news/in-praise-of-the-bench' },
            '. Somebody will surely keep your place.',
          ],
        },
      ],
    },
    ru: {
      slug: 'pust-ochered-pogovorit',
      headline: 'Пусть очередь поговорит',
      standfirst:
        'Мы научились ждать поодиночке, каждый со своим экраном. А ведь очередь была лучшим местом в городе.',
      writer: 'leyla',
      state: 'published',
      hoursAgo: 9,
      body: [
        {
          type: 'p',
          text: [
            'На прошлой неделе в очереди за хлебом я решилась на смелый поступок: убрала телефон и сказала ',
            { text: '«доброе утро»', bold: true },
            '. Трое ответили. Четвёртый объяснил, как сохранить мяту зимой.',
          ],
        },
        {
          type: 'p',
          text: 'Всё вокруг устраивают так, чтобы никому не приходилось ждать. В больнице и на вокзале я двумя руками за. Но в пекарне ждут одиннадцать минут, а одиннадцать минут — это ровно одна хорошая история.',
        },
        { type: 'h2', text: 'Короткие правила длинной очереди' },
        {
          type: 'ol',
          items: [
            'Спросите, кто последний, даже если это и так видно.',
            'Подержите место тому, кто забыл молоко.',
            'О погоде говорите, только если это правда.',
          ],
        },
        {
          type: 'p',
          text: [
            'В очереди профессор стоит за водопроводчиком, и каждый узнаёт что-нибудь новое. Общества этого никто не выбирал, поэтому ',
            { text: 'никому не нужно производить впечатление', italic: true },
            '. Я не знаю другого клуба без взносов и без протокола прошлого собрания.',
          ],
        },
        { type: 'h3', text: 'Пока не подошла очередь' },
        {
          type: 'p',
          text: [
            'Я не прошу очередей подлиннее. Я прошу только не тратить зря те, что есть. А если устали ноги, всегда найдётся ',
            { text: 'скамейка', href: '/ru/news/pokhvala-skameyke' },
            '. Место вам непременно подержат.',
          ],
        },
      ],
    },
  },
};
