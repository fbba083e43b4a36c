import type { DemoStory } from '../types.ts';

const traders = 'https://example.com/council-calendar';

export const councilOnTheMarketSquare: DemoStory = {
  key: 'council-on-the-market-square',
  section: 'politics',
  regions: ['georgia'],
  topics: ['cities'],
  authors: ['tamar-elani'],
  lead: null,
  hoursAgo: 6,
  original: 'en',
  articles: {
    en: {
      slug: 'town-council-moves-its-meetings-to-the-market-square',
      headline: 'Town council moves its meetings to the market square',
      standfirst:
        'Questions are now asked between the cheese and the tomatoes. The agenda has become shorter, and so have the answers.',
      writer: 'tamar',
      state: 'published',
      body: [
        {
          type: 'p',
          text: 'The council of a small hill town used to meet on weekday mornings in a room on the third floor. Seldom did anyone come to listen. Now, on the first Saturday of the month, the councillors carry a folding table to the market, put up a sign and begin.',
        },
        {
          type: 'p',
          text: [
            'The change was proposed by a councillor who sells honey there anyway. It was accepted for half a year, as a trial, ',
            { text: 'with one vote against', bold: true },
            '. The man who voted against now sits nearest to the loudspeaker.',
          ],
        },
        { type: 'h2', text: 'Three rules of the square' },
        {
          type: 'ol',
          items: [
            'Anyone may ask a question, but for no longer than a minute.',
            'An answer is given at once, or in writing within a week.',
            'While the town clock strikes, nobody speaks.',
          ],
        },
        {
          type: 'p',
          text: 'At the first meeting forty-six people asked about street lamps, a bus stop, and who owns the brown dog. Two of the three questions were settled on the spot.',
        },
        {
          type: 'quote',
          text: 'In the old room we spoke about people. Here we speak with them, and they are holding shopping bags.',
          attribution: 'The chair of the council',
        },
        { type: 'h2', text: 'When it rains' },
        {
          type: 'p',
          text: [
            'In bad weather the table moves under the roof of the fish stalls. In spring the council will decide whether to stay. The traders have ',
            { text: 'already asked it to', href: traders },
            ': on meeting days they sell ',
            { text: 'twice as much bread', italic: true },
            '.',
          ],
        },
      ],
    },
    ru: {
      slug: 'gorodskoy-sovet-perenyos-zasedaniya-na-rynok',
      headline: 'Городской совет перенёс заседания на рынок',
      standfirst: 'Вопросы теперь задают между сыром и помидорами. Повестка стала короче, ответы тоже.',
      writer: 'leyla',
      state: 'approved',
      hoursAgo: 2,
      body: [
        {
          type: 'p',
          text: 'Совет небольшого горного города раньше собирался по утрам в будни, в комнате на третьем этаже. Слушать почти никто не приходил. Теперь в первую субботу месяца депутаты приносят на рынок складной стол, ставят табличку и начинают.',
        },
        {
          type: 'p',
          text: [
            'Предложила это депутат, которая и так продаёт там мёд. Решение приняли на полгода, для пробы, ',
            { text: 'при одном голосе против', bold: true },
            '. Тот, кто голосовал против, теперь сидит ближе всех к громкоговорителю.',
          ],
        },
        { type: 'h2', text: 'Три правила площади' },
        {
          type: 'ol',
          items: [
            'Вопрос может задать любой, но не дольше минуты.',
            'Отвечают сразу или письменно в течение недели.',
            'Пока бьют городские часы, все молчат.',
          ],
        },
        {
          type: 'p',
          text: 'На первом заседании сорок шесть человек спрашивали о фонарях, об автобусной остановке и о том, чья это коричневая собака. Два вопроса из трёх решили на месте.',
        },
        {
          type: 'quote',
          text: 'В старой комнате мы говорили о людях. Здесь мы говорим с ними, и в руках у них сумки с покупками.',
          attribution: 'Председатель совета',
        },
        { type: 'h2', text: 'Если дождь' },
        {
          type: 'p',
          text: [
            'В плохую погоду стол переносят под крышу рыбного ряда. Весной совет решит, оставаться ли на рынке. Торговцы ',
            { text: 'уже попросили об этом', href: traders },
            ': в дни заседаний хлеба покупают ',
            { text: 'вдвое больше', italic: true },
            '.',
          ],
        },
      ],
    },
  },
};
