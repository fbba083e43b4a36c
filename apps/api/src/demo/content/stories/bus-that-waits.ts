import type { DemoArticle, DemoStory } from '../types.ts';

const timetable = 'https://example.com/line-nine';

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

const ru: DemoArticle = {
  slug: 'avtobus-kotoryy-zhdyot-vsekh',
  headline: 'Автобус, который ждёт всех',
  standfirst:
    'Девятый маршрут дважды в день поднимается к последнему селу долины. Он возит людей, хлеб, письма, а по четвергам и виолончель.',
  writer: 'leyla',
  state: 'published',
  isLong: true,
  hoursAgo: 24,
  body: [
    {
      type: 'points',
      items: [
        'На девятом маршруте двадцать три остановки, и только у девяти есть табличка.',
        'Пассажиры составляют лишь половину того, что он возит.',
        'Водитель ещё никого не оставил на дороге и ведёт тетрадь, чтобы это доказать.',
      ],
    },
    {
      type: 'p',
      text: 'Автобус отходит в десять минут седьмого или тогда, когда Рубен допьёт чай. Чай недолгий. Он пьёт его стоя, положив ладонь на тёплый капот, и смотрит вверх на дорогу, как будто за ночь она могла измениться.',
    },
    {
      type: 'p',
      text: [
        'Длина девятого маршрута тридцать восемь километров. Он начинается за рынком городка в долине, идёт вдоль реки, четыре раза её пересекает и заканчивается на маленькой площади, где есть родник, тутовое дерево и скамейка. Из двадцати трёх остановок ',
        { text: 'таблички есть только у девяти', bold: true },
        '. Остальные называют по тому, что стоит рядом: орех, синяя калитка, дом с собаками. Новым пассажирам эти названия говорят в первый день, и предполагается, что они их запомнят.',
      ],
    },
    {
      type: 'p',
      text: 'Мы ездили на этом автобусе целый день, с первого рейса до последнего, с блокнотом и пакетом яблок. К вечеру яблоки кончились, блокнот был исписан, а мы знали по именам одиннадцать кошек.',
    },
    { type: 'h2', text: 'До рассвета' },
    {
      type: 'p',
      text: 'Пока темно, автобус принадлежит пекарям. Две сестры ставят на задние сиденья шесть лотков с хлебом, накрывают их одеялом и молча выходят. Следующий час весь автобус пахнет корочкой, и никто из тех, кто сидит сзади, не приезжает голодным. Сёстры об этом знают. Считают они шесть лотков, а пекут всегда немного больше.',
    },
    {
      type: 'p',
      text: [
        'У второго моста входит медсестра. Она здоровается с водителем коротким словом ',
        { text: 'гамарджоба', italic: true, lang: 'ka-Cyrl' },
        ', потому что бабушка её родом с той стороны гор, и он отвечает тем же словом. Других он не знает, говорит Рубен, зато в этом упражняется уже четырнадцать лет.',
      ],
    },
    {
      type: 'p',
      text: 'Потом дорога уходит от реки и начинает подниматься. Поворотов девятнадцать, и постоянные пассажиры наклоняются перед каждым чуть заранее, как люди в лодке. Мальчик лет семи делает это с закрытыми глазами. Он спит.',
    },
    {
      type: 'pull',
      text: 'Автобус, который пришёл вовремя и полупустым, для кого-то опоздал.',
      attribution: 'Рубен, водитель девятого маршрута',
    },
    { type: 'h2', text: 'Что возит автобус' },
    {
      type: 'p',
      text: 'Пассажиры составляют только половину работы. В утро нашей поездки в списке багажа, который Рубен ведёт карандашом, было семнадцать строк: два мешка муки, оконное стекло, завёрнутое в ковёр, лекарство для лошади, свадебное платье, ящик книг из библиотеки, ключ, который кто-то забыл в городе, и торт ко дню рождения. Торт ехал на коленях у четырёх человек по очереди.',
    },
    {
      type: 'p',
      text: [
        'В расписании ничего этого нет, зато всё это есть в ',
        { text: 'правилах маршрута', underline: true },
        ', которые висят над дверью. Их написали сами пассажиры одним зимним вечером, когда автобус пять часов простоял в снегу и заняться было больше нечем.',
      ],
    },
    { type: 'h3', text: 'Правила над дверью' },
    {
      type: 'ol',
      items: [
        'Кто несёт тяжёлое, входит первым.',
        'Яйца едут на коленях и никогда под сиденьем.',
        'Если кто-то бежит, автобус ещё не ушёл.',
        'Новости рассказывают вслух, чтобы не повторять дважды.',
      ],
    },
    { type: 'h4', text: 'И одно, которое не записано' },
    {
      type: 'p',
      text: 'Никто не спрашивает, кому последнее письмо. По пятницам часто бывает конверт без марки. Он идёт из рук в руки до синей калитки, а в понедельник возвращается другим конвертом, чуть толще. Весь автобус надеется на счастливый конец и смотрит в окно.',
    },
    {
      type: 'gallery',
      title: 'Что видно из окна девятого маршрута',
      items: [
        { media: 'sunrise-over-hills', caption: 'Первый поворот, без четверти семь.' },
        { media: 'forest-stream', caption: 'Река под четвёртым мостом.' },
        { media: 'dogs-at-window', caption: 'Дом с собаками. Это остановка.' },
        { media: 'mountain-meadow-autumn', caption: 'Последний луг перед селом.' },
      ],
    },
    { type: 'h2', text: 'Пять вопросов у родника' },
    {
      type: 'p',
      text: 'На верхней площади автобус стоит два часа. Мотор, остывая, пощёлкивает, дети забираются в кабину играть в водителя, а Рубен садится на скамейку под тутовым деревом. Он согласился ответить на пять вопросов, и ни на один больше, потому что потом будет готов суп.',
    },
    {
      type: 'qa',
      items: [
        [
          'Сколько вы ждёте того, кто опаздывает?',
          'Смотря кого. Молодого человека, пока не досчитаю до ста. Бабушку, пока не придёт. Она бы и меня подождала, и уже ждала.',
        ],
        [
          'Бывало, чтобы автобус шёл совсем пустым?',
          'Один раз, в бурю. Я поехал наверх один, потому что хлеб должен был доехать. На каждой остановке кто-то стоял с фонарём и спрашивал, почему так поздно. Так что пустым он не был, пусто было только внутри.',
        ],
        [
          'Что записано в тетради?',
          'Все, кого не было на остановке, хотя обычно они там есть. Вечером я о них спрашиваю. Чаще всего это простуда. Два раза хорошо вышло, что спросил.',
        ],
        [
          'Хотели бы вы автобус поновее?',
          'Я бы хотел печку поновее. Сам автобус дорогу знает. На одиннадцатом повороте он тормозит раньше меня.',
        ],
        [
          'Кто поведёт его после вас?',
          'Мальчик, который спит на поворотах. Он об этом ещё не знает. Но наклоняется правильно.',
        ],
      ],
    },
    { type: 'h2', text: 'Виолончель' },
    {
      type: 'p',
      text: 'Сегодня четверг, поэтому у школы мы забираем виолончель. Она больше девочки, которая на ней играет, у неё своё место, и по давнему уговору едет она бесплатно, но один раз в пути на ней должны сыграть. У ореха Рубен глушит мотор. Девочка играет три минуты, что-то медленное, с одной ошибкой, и все молчат, даже курица в корзине.',
    },
    {
      type: 'quote',
      text: 'В городе после игры хлопают. Здесь минуту молчат, а потом автобус трогается. Так мне нравится больше.',
      attribution: 'Виолончелистка, девять лет',
    },
    {
      type: 'p',
      text: 'Её учитель живёт на другом конце маршрута, и слух у него хороший. Он говорит, что по её игре можно узнать, какая сейчас дорога: после дождя долгие ноты звучат чуть дольше, потому что автобус стоит там с наклоном и смычок с одной стороны тяжелее.',
    },
    {
      type: 'picture',
      media: 'mountain-pass',
      layout: 'full',
      caption: 'За последней остановкой дорога становится тропой.',
    },
    { type: 'h2', text: 'Дорога вниз' },
    {
      type: 'p',
      text: [
        'Второй рейс принадлежит тем, кто едет домой. Они медленнее, чем утром, и больше говорят. Кто-то сдал экзамен, кто-то купил козу, и цену того и другого обсуждают до самого третьего моста. Лоток из-под хлеба возвращается пустым, а в нём лежат девять яиц, банка мёда и ',
        { text: 'записка, в которой только «спасибо, соли поменьше»', highlight: true },
        '.',
      ],
    },
    {
      type: 'p',
      text: 'У синей калитки кто-то бежит. Мы видим её издалека: маленькая фигура с большой сумкой. В автобусе никто ничего не говорит. Рубен ставит машину на тормоз, достаёт карандаш и не спеша его точит, как будто для этого и остановился. Когда она, запыхавшись, входит, он смотрит на часы и говорит, что она рано.',
    },
    {
      type: 'p',
      text: [
        'Теперь в долине думают о втором автобусе. Есть план, есть смета и ',
        { text: 'новое расписание, которое может прочитать каждый', href: timetable },
        '. Большинство пассажиров за. Они просят только об одном: чтобы новый автобус тоже не был слишком точным.',
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
