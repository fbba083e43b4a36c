import type { DemoStory } from '../types.ts';

export const fiveHillsAtSunrise: DemoStory = {
  key: 'five-hills-at-sunrise',
  section: 'travel',
  regions: ['central-asia'],
  topics: ['mountains'],
  authors: ['aigerim-taldy', 'davit-orun'],
  lead: 'sunrise-over-hills',
  hoursAgo: 5,
  original: 'en',
  articles: {
    en: {
      slug: 'where-to-watch-the-sun-come-up-and-why-to-bring-a-friend',
      headline: 'Where to watch the sun come up, and why to bring a friend',
      standfirst: 'Five low hills, all within an hour of a road. The hardest part is the alarm clock.',
      writer: 'davit',
      state: 'draft',
      body: [
        {
          type: 'p',
          text: 'There is a stone table on top of the hill above the reservoir. Somebody has carved the names of the mountains into it, each with a short line that shows where to look. Before dawn the letters can only be read with the fingers.',
        },
        {
          type: 'p',
          text: [
            'We tried five hills on five mornings. None of them is high, all of them are free, and ',
            { text: 'none has a café', bold: true },
            '. What they have is a clear view to the east and enough room to sit down.',
          ],
        },
        { type: 'h2', text: 'Our order of preference' },
        {
          type: 'ol',
          items: [
            'The reservoir hill, for the stone table.',
            'The hill with the single poplar, for the picture.',
            'The long ridge, for those who like to walk while they wait.',
            'The shepherds’ hill, if you do not mind sheep.',
            'The hill behind the railway, which is ugly until the light arrives.',
          ],
        },
        {
          type: 'p',
          text: 'Go in company. A path that is plain at noon hides at five in the morning, and two lamps find it sooner than one. Tell somebody at home which hill you have chosen.',
        },
        {
          type: 'quote',
          text: 'The sun is always on time. It is the coffee that comes late.',
          attribution: 'A guide we met on the third hill',
        },
        {
          type: 'p',
          text: [
            'Still to be checked: ',
            { text: 'how far it is from the last bus stop', italic: true },
            ', and whether the gate at the ridge is locked on Sundays.',
          ],
        },
      ],
    },
  },
};
