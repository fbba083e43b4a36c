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
  },
};
