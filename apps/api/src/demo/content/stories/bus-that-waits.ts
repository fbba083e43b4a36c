import type { DemoArticle, DemoStory } from '../types.ts';
import { ru, timetable } from './bus-that-waits-translation.ts';

const en: DemoArticle = {
  slug: 'the-bus-that-waits-for-everyone',
  headline: 'The bus that waits for everyone',
  standfirst:
    'Line nine climbs to the last village of the valley twice a day. It carries people, bread, letters and, on Thursdays, a cello.',
  writer: 'tamar',
  state: 'published',
  isLong: true,
  body: [
    {
      type: 'points',
      items: [
        'Line nine has twenty-three stops, and only nine of them have a sign.',
        'Half of what it carries is not passengers.',
        'Its driver has never left anybody behind, and keeps a notebook to prove it.',
      ],
    },
    {
      type: 'p',
      text: 'The bus leaves at ten past six, or when Ruben has finished his tea. It is not a long tea. He drinks it standing, with one hand on the warm bonnet, and looks up the road as if it might have changed overnight.',
    },
    {
      type: 'p',
      text: [
        'Line nine is thirty-eight kilometres long. It begins behind the market of the valley town, follows the river, crosses it four times and ends on a small square with a spring, a mulberry tree and a bench. Of its twenty-three stops ',
        { text: 'only nine have a sign', bold: true },
        '. The others are known by what stands beside them: the walnut, the blue gate, the house with the dogs. New passengers hear the names on their first day and are expected to remember them.',
      ],
    },
    {
      type: 'p',
      text: 'We rode the line for one whole day, from the first run to the last, with a notebook and a bag of apples. By the evening the apples were gone, the notebook was full, and we knew the names of eleven cats.',
    },
    { type: 'h2', text: 'Before the sun' },
    {
      type: 'p',
      text: 'In the dark the bus belongs to the bakers. Two sisters put six trays of bread on the back seats, cover them with a blanket and get off again without a word. For the next hour the whole bus smells of crust, and nobody who sits near the back arrives with an empty stomach. The sisters know this. They count six trays, and they always bake a little more than six.',
    },
    {
      type: 'p',
      text: [
        'At the second bridge a nurse gets on. She greets the driver with a short ',
        { text: 'gamarjoba', italic: true, lang: 'ka-Latn' },
        ', because her grandmother came from the other side of the mountains, and he answers with the same word. It is the only one he knows, he says, but he has been practising it for fourteen years.',
      ],
    },
    {
      type: 'p',
      text: 'Then the road leaves the river and begins to climb. There are nineteen bends, and the regulars lean into each of them a moment before it comes, like people in a boat. A boy of about seven does it with his eyes closed. He is asleep.',
    },
    {
      type: 'pull',
      text: 'A bus that is on time and half empty is late for somebody.',
      attribution: 'Ruben, who drives line nine',
    },
    { type: 'h2', text: 'What a bus carries' },
    {
      type: 'p',
      text: 'Passengers are only half of the work. On the morning of our journey the luggage list, which Ruben keeps in pencil, had seventeen lines. There were two sacks of flour, a window pane wrapped in a carpet, medicine for a horse, a wedding dress, a box of library books, a key that somebody had forgotten in town, and a birthday cake that travelled on the knees of four people in turn.',
    },
    {
      type: 'p',
      text: [
        'Nothing of this is in the timetable, but all of it is in ',
        { text: 'the rules of the line', underline: true },
        ', which hang above the door. They were written by the passengers themselves, one winter evening, when the bus stood in the snow for five hours and there was nothing else to do.',
      ],
    },
    { type: 'h3', text: 'The rules above the door' },
    {
      type: 'ol',
      items: [
        'Whoever carries something heavy gets on first.',
        'Eggs travel on the lap, never under the seat.',
        'If somebody is running, the bus has not left yet.',
        'News is told aloud, so that it need not be told twice.',
      ],
    },
    { type: 'h4', text: 'And one that is not written down' },
    {
      type: 'p',
      text: 'Nobody asks who the last letter is for. On Fridays there is often an envelope without a stamp. It goes from hand to hand as far as the blue gate, and comes back on Monday as another envelope, a little thicker. The whole bus hopes for a good end and looks out of the window.',
    },
    {
      type: 'gallery',
      title: 'What one sees from line nine',
      items: [
        { media: 'sunrise-over-hills', caption: 'The first bend, at a quarter to seven.' },
        { media: 'forest-stream', caption: 'The river below the fourth bridge.' },
        { media: 'dogs-at-window', caption: 'The house with the dogs. It is a stop.' },
        { media: 'mountain-meadow-autumn', caption: 'The last meadow before the village.' },
      ],
    },
    { type: 'h2', text: 'Five questions at the spring' },
    {
      type: 'p',
      text: 'On the upper square the bus stands for two hours. The engine ticks while it cools, children climb in to play driver, and Ruben sits down on the bench under the mulberry tree. He agreed to answer five questions, and not one more, because then his soup would be ready.',
    },
    {
      type: 'qa',
      items: [
        [
          'How long do you wait for somebody who is late?',
          'That depends on who it is. For a young man, until I have counted to a hundred. For a grandmother, until she comes. She would do the same for me, and she has.',
        ],
        [
          'Has the bus ever gone without anybody in it?',
          'Once, in a storm. I drove up alone, because the bread had to go up. At every stop somebody stood with a lamp and asked why I was so late. So it was not empty at all, it was only empty inside.',
        ],
        [
          'What is in the notebook?',
          'Everybody who was not at the stop when they usually are. In the evening I ask about them. Mostly they have a cold. Twice it was good that I asked.',
        ],
        [
          'Would you like a newer bus?',
          'I would like a newer heating. The bus itself knows the road. On the eleventh bend it slows down before I do.',
        ],
        [
          'And who will drive it after you?',
          'The boy who sleeps in the bends. He does not know it yet. But he leans the right way.',
        ],
      ],
    },
    { type: 'h2', text: 'The cello' },
    {
      type: 'p',
      text: 'It is Thursday, so at the school we take in the cello. It is larger than the girl who plays it, it has a seat of its own, and by an old agreement it travels free of charge but must be played once on the way. At the walnut Ruben turns off the engine. The girl plays for three minutes, a slow piece with one mistake, and everybody is quiet, even a hen in a basket.',
    },
    {
      type: 'quote',
      text: 'In town people clap after I play. Here they are silent for a moment, and then the bus starts. I like that better.',
      attribution: 'The cellist, who is nine years old',
    },
    {
      type: 'p',
      text: 'Her teacher lives at the other end of the line and hears well. He says that one can tell the state of the road from the way she plays: after rain she holds the long notes a little longer, because the bus stands at an angle there and the bow is heavy on one side.',
    },
    {
      type: 'picture',
      media: 'mountain-pass',
      layout: 'full',
      caption: 'Above the last stop the road becomes a path.',
    },
    { type: 'h2', text: 'The way down' },
    {
      type: 'p',
      text: [
        'The second run belongs to those who come home. They are slower than in the morning and they talk more. Somebody has passed an examination, somebody has bought a goat, and the price of both is discussed as far as the third bridge. The tray of bread comes back empty, and in it lie nine eggs, a jar of honey and ',
        { text: 'a note that says only “thank you, less salt”', highlight: true },
        '.',
      ],
    },
    {
      type: 'p',
      text: 'At the blue gate somebody is running. We see her from far away, a small figure with a large bag, and nobody in the bus says anything. Ruben puts on the brake, takes out his pencil and sharpens it slowly, as if he had stopped for that. When she gets on, out of breath, he looks at his watch and tells her that she is early.',
    },
    {
      type: 'p',
      text: [
        'The valley now thinks about a second bus. There is a plan, a sum and ',
        { text: 'a new timetable that everybody may read', href: timetable },
        '. Most passengers are in favour. They ask for one thing only: that the new bus should also not be too punctual.',
      ],
    },
    { type: 'related', story: 'in-praise-of-the-bench' },
  ],
};

/** The long read: between them its two languages use most kinds of block. */
export const busThatWaits: DemoStory = {
  key: 'bus-that-waits',
  section: 'society',
  regions: ['armenia'],
  topics: ['mountains', 'music', 'cities'],
  authors: ['tamar-elani', 'nare-solak'],
  lead: 'sunrise-over-hills',
  hoursAgo: 26,
  original: 'en',
  articles: { en, ru },
};
