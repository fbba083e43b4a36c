import type { DemoStory } from '../types.ts';

const library = 'https://example.com/library';

export const libraryClock: DemoStory = {
  key: 'library-clock',
  section: 'culture',
  regions: ['armenia'],
  topics: ['crafts', 'schools'],
  authors: ['nare-solak'],
  lead: 'wall-clock',
  hoursAgo: 9,
  original: 'hy',
  articles: {
    hy: {
      slug: 'gradarani-zhamatsuytsy-norits-chisht-zham-e-tsuyts-talis',
      headline: 'Գրադարանի ժամացույցը նորից ճիշտ ժամ է ցույց տալիս',
      standfirst:
        'Արփակերտում ժամագործն ու դպրոցականները միասին վերանորոգել են պատի մեծ ժամացույցը։ Աշխատանքը տևել է ութ կիրակի։',
      writer: 'tamar',
      state: 'published',
      body: [
        {
          type: 'p',
          text: 'Կիրակի կեսօրին Արփակերտի գրադարանում ոչ ոք չէր կարդում։ Բոլորը նայում էին պատին։ Երբ երկու սլաքներն էլ հասան տասներկուսին, դահլիճը ծափահարեց։',
        },
        {
          type: 'p',
          text: [
            'Ժամացույցը երկար տարիներ տասը րոպե ետ էր մնում։ Քաղաքում դրան սովորել էին և հանդիպում էին նշանակում ',
            { text: '«գրադարանի ժամով»', bold: true },
            '։ Հետո այն ընդհանրապես կանգնեց։',
          ],
        },
        { type: 'h2', text: 'Ութ կիրակի' },
        {
          type: 'p',
          text: 'Ծեր ժամագործը համաձայնեց օգնել մեկ պայմանով։ Նա ուզում էր, որ դպրոցականներն իրենք քանդեն մեխանիզմը և իրենք էլ հավաքեն։ Ամեն կիրակի գրադարան էր գալիս վեց աշակերտ։',
        },
        {
          type: 'ol',
          items: [
            'Նրանք մաքրեցին փոշին և լուսանկարեցին ամեն մաս։',
            'Նրանք գտան մաշված անիվը և պատրաստեցին նորը։',
            'Նրանք հավաքեցին մեխանիզմը և մեկ շաբաթ հետևեցին սլաքներին։',
          ],
        },
        {
          type: 'p',
          text: 'Ամենադժվարը փոքրիկ պտուտակն էր, որը կորավ երրորդ կիրակի օրը։ Այն գտան բառարանի մեջ՝ «ժամանակ» բառի էջում։',
        },
        {
          type: 'quote',
          text: 'Ես նրանց ցույց տվեցի միայն մեկ բան՝ ինչպես չշտապել։',
          attribution: 'Հրանտ, ժամագործ',
        },
        { type: 'h2', text: 'Տասը րոպեի հարցը' },
        {
          type: 'p',
          text: [
            'Հիմա ժամացույցը ճիշտ է աշխատում։ Ոմանք ափսոսում են դրա համար։ Նրանց համար մուտքի մոտ կախել են երկրորդ՝ ավելի փոքր ժամացույց, որն առաջվա պես ',
            { text: 'տասը րոպե ետ է մնում', italic: true },
            '։ Երկուսն էլ կարելի է տեսնել ամեն օր, ',
            { text: 'մուտքն անվճար է', href: library },
            '։ Աշակերտներն արդեն նոր ծրագիր ունեն։ Նրանք ուզում են վերանորոգել կայարանի հին կշեռքը, և ժամագործն արդեն համաձայնել է։',
          ],
        },
      ],
    },
    en: {
      slug: 'the-library-clock-tells-the-right-time-again',
      headline: 'The library clock tells the right time again',
      standfirst:
        'In Arpakert a watchmaker and a group of pupils have repaired the big wall clock together. It took them eight Sundays.',
      writer: 'tamar',
      state: 'published',
      hoursAgo: 8,
      body: [
        {
          type: 'p',
          text: 'At noon on Sunday nobody was reading in the Arpakert library. Everybody was looking at the wall. When both hands reached twelve, the hall applauded.',
        },
        {
          type: 'p',
          text: [
            'For many years the clock was ten minutes slow. The town got used to it, and people arranged to meet ',
            { text: '“by library time”', bold: true },
            '. Then the clock stopped altogether.',
          ],
        },
        { type: 'h2', text: 'Eight Sundays' },
        {
          type: 'p',
          text: 'The old watchmaker agreed to help on one condition. He wanted the pupils to take the mechanism apart themselves, and to put it together themselves. Six of them came to the library every Sunday.',
        },
        {
          type: 'ol',
          items: [
            'They removed the dust and photographed every part.',
            'They found the worn wheel and made a new one.',
            'They assembled the mechanism and watched the hands for a week.',
          ],
        },
        {
          type: 'p',
          text: 'The hardest thing was a tiny screw that went missing on the third Sunday. It was found inside a dictionary, on the page with the word “time”.',
        },
        {
          type: 'quote',
          text: 'I showed them only one thing: how not to hurry.',
          attribution: 'Hrant, watchmaker',
        },
        { type: 'h2', text: 'The question of the ten minutes' },
        {
          type: 'p',
          text: [
            'Now the clock runs as it should. Some people are sorry about that. For them a second, smaller clock hangs by the entrance, and it is still ',
            { text: 'ten minutes slow', italic: true },
            '. Both can be seen every day, and ',
            { text: 'admission is free', href: library },
            '. The pupils already have a new plan. They want to repair the old scales at the station, and the watchmaker has agreed.',
          ],
        },
      ],
    },
    ru: {
      slug: 'bibliotechnye-chasy-snova-pokazyvayut-tochnoe-vremya',
      headline: 'Библиотечные часы снова показывают точное время',
      standfirst:
        'В Арпакерте часовщик и школьники вместе починили большие настенные часы. На это ушло восемь воскресений.',
      writer: 'leyla',
      state: 'published',
      hoursAgo: 7,
      body: [
        {
          type: 'p',
          text: 'В воскресенье в полдень в библиотеке Арпакерта никто не читал. Все смотрели на стену. Когда обе стрелки дошли до двенадцати, зал зааплодировал.',
        },
        {
          type: 'p',
          text: [
            'Много лет часы отставали на десять минут. Город к этому привык, и встречи здесь назначали ',
            { text: '«по библиотечному времени»', bold: true },
            '. Потом часы совсем остановились.',
          ],
        },
        { type: 'h2', text: 'Восемь воскресений' },
        {
          type: 'p',
          text: 'Старый часовщик согласился помочь с одним условием. Он хотел, чтобы школьники сами разобрали механизм и сами его собрали. Каждое воскресенье в библиотеку приходили шесть учеников.',
        },
        {
          type: 'ol',
          items: [
            'Они убрали пыль и сфотографировали каждую деталь.',
            'Они нашли стёртое колесо и сделали новое.',
            'Они собрали механизм и неделю следили за стрелками.',
          ],
        },
        {
          type: 'p',
          text: 'Труднее всего пришлось с крошечным винтом, который пропал в третье воскресенье. Его нашли в словаре, на странице со словом «время».',
        },
        {
          type: 'quote',
          text: 'Я показал им только одно: как не спешить.',
          attribution: 'Грант, часовщик',
        },
        { type: 'h2', text: 'Вопрос о десяти минутах' },
        {
          type: 'p',
          text: [
            'Теперь часы идут верно. Некоторым даже жаль. Для них у входа висят вторые часы, поменьше, и они по-прежнему ',
            { text: 'отстают на десять минут', italic: true },
            '. Посмотреть на те и другие можно каждый день, ',
            { text: 'вход бесплатный', href: library },
            '. У школьников уже есть новый план. Они хотят починить старые весы на станции, и часовщик согласился.',
          ],
        },
      ],
    },
    az: {
      slug: 'kitabxananin-saati-yeniden-duz-isleyir',
      headline: 'Kitabxananın saatı yenidən düz işləyir',
      standfirst:
        'Arpakertdə saatsaz və məktəblilər böyük divar saatını birlikdə təmir ediblər. İş səkkiz bazar günü çəkib.',
      writer: 'leyla',
      state: 'published',
      hoursAgo: 7,
      body: [
        {
          type: 'p',
          text: 'Bazar günü günorta Arpakert kitabxanasında heç kim oxumurdu. Hamı divara baxırdı. Hər iki əqrəb on ikiyə çatanda zal əl çaldı.',
        },
        {
          type: 'p',
          text: [
            'Saat uzun illər on dəqiqə geri qalırdı. Şəhər buna öyrəşmişdi, insanlar görüşü ',
            { text: '«kitabxana vaxtı ilə»', bold: true },
            ' təyin edirdilər. Sonra saat tamam dayandı.',
          ],
        },
        { type: 'h2', text: 'Səkkiz bazar günü' },
        {
          type: 'p',
          text: 'Yaşlı saatsaz bir şərtlə kömək etməyə razı oldu. O istəyirdi ki, məktəblilər mexanizmi özləri söksünlər və özləri yığsınlar. Hər bazar günü kitabxanaya altı şagird gəlirdi.',
        },
        {
          type: 'ol',
          items: [
            'Onlar tozu sildilər və hər hissənin şəklini çəkdilər.',
            'Onlar yeyilmiş çarxı tapdılar və yenisini düzəltdilər.',
            'Onlar mexanizmi yığdılar və bir həftə əqrəblərə baxdılar.',
          ],
        },
        {
          type: 'p',
          text: 'Ən çətini balaca bir vint oldu. O, üçüncü bazar günü itdi. Onu lüğətin içində, «vaxt» sözü olan səhifədə tapdılar.',
        },
        {
          type: 'quote',
          text: 'Mən onlara yalnız bir şey öyrətdim: tələsməməyi.',
          attribution: 'Hrant, saatsaz',
        },
        { type: 'h2', text: 'On dəqiqə məsələsi' },
        {
          type: 'p',
          text: [
            'İndi saat düz işləyir. Bəziləri buna təəssüf edir. Onlar üçün girişdə ikinci, kiçik saat asılıb. O, əvvəlki kimi ',
            { text: 'on dəqiqə geri qalır', italic: true },
            '. Hər iki saata hər gün baxmaq olar, ',
            { text: 'giriş pulsuzdur', href: library },
            '. Şagirdlərin artıq yeni planı var. Onlar stansiyadakı köhnə tərəzini təmir etmək istəyirlər, saatsaz da buna razıdır.',
          ],
        },
      ],
    },
  },
};
