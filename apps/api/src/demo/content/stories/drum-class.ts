import type { DemoStory } from '../types.ts';

export const drumClass: DemoStory = {
  key: 'drum-class',
  section: 'culture',
  regions: ['georgia'],
  topics: ['music', 'crafts'],
  authors: ['tamar-elani'],
  lead: 'drum-and-bench',
  hoursAgo: 3,
  original: 'en',
  articles: {
    en: {
      slug: 'a-drum-class-begins-with-silence',
      headline: 'A drum class begins with silence',
      standfirst:
        'In a courtyard workshop beginners spend their first hour without touching a drum. Then they cannot stop.',
      writer: 'tamar',
      state: 'in_review',
      body: [
        {
          type: 'p',
          text: 'The drum lies on a cushion in the middle of the room, and for a whole hour nobody may touch it. Beginners listen to the street instead: a tram, a pigeon, a spoon in a glass. Then all of them clap what they have heard.',
        },
        {
          type: 'p',
          text: [
            'The workshop belongs to a carpenter who makes furniture from old pallets. He came to music when a neighbour complained about his hammer. “She said I had no rhythm,” he recalls. “So I went and ',
            { text: 'learned some', bold: true },
            '.”',
          ],
        },
        { type: 'h2', text: 'Furniture by day, music by night' },
        {
          type: 'p',
          text: 'At seven o’clock the saw falls silent and the benches become seats. There are nine drums for fourteen pupils, and this is intended. Whoever has no drum keeps time with the feet, and every ten minutes everyone changes places.',
        },
        {
          type: 'quote',
          text: 'You learn more in the ten minutes without a drum than in the ten minutes with one.',
          attribution: 'The carpenter, who leads the class',
        },
        {
          type: 'audio',
          src: 'https://interactive-examples.mdn.mozilla.net/media/cc0-audio/t-rex-roar.mp3',
          title: 'How every lesson ends',
          caption: 'The roar is the youngest pupil’s idea.',
          seconds: 2,
        },
        { type: 'h2', text: 'What a beginner needs' },
        {
          type: 'ul',
          items: [
            'Two hands and a little patience.',
            'Shoes that may get dusty.',
            'A neighbour who has been asked.',
          ],
        },
        {
          type: 'p',
          text: [
            'Lessons are paid for in kind: a jar of coffee, a bag of nails, an hour of help with the varnish. The next evening for beginners is announced on the courtyard door, and ',
            { text: 'nowhere else', italic: true },
            '.',
          ],
        },
      ],
    },
  },
};
