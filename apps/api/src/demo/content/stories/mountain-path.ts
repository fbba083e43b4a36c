import type { DemoStory } from '../types.ts';

const map = 'https://example.com/orveli-map';

export const mountainPath: DemoStory = {
  key: 'mountain-path',
  section: 'travel',
  regions: ['georgia'],
  topics: ['mountains'],
  authors: ['tamar-elani'],
  lead: 'mountain-pass',
  hoursAgo: 1,
  original: 'en',
  articles: {
    en: {
      slug: 'a-mountain-path-reopens-after-nine-winters',
      headline: 'A mountain path reopens after nine winters',
      standfirst:
        'Volunteers have cleared the way over the Orveli Pass by hand. The walk takes one day, and the view has not changed.',
      writer: 'tamar',
      state: 'published',
      body: [
        {
          type: 'p',
          text: 'The first group set out from Orveli at six in the morning, when the grass was still white with frost. By noon all eleven walkers stood on the pass, ate bread and cheese, and looked down at Lamari on the other side.',
        },
        {
          type: 'p',
          text: [
            'The path is old. Postmen used it until a rockfall blocked the upper part. Since then people from the two villages have had to go round the mountain by road. By bus that takes ',
            { text: 'three hours', bold: true },
            '.',
          ],
        },
        { type: 'h2', text: 'Hammers, ropes and a mule' },
        {
          type: 'p',
          text: [
            'Forty volunteers broke the stones with hammers and moved them with ropes, and a mule named Mura carried the tools. They worked only on Saturdays, so the job lasted two summers. On the last Saturday there was nothing left to do, and everybody just ',
            { text: 'sat and looked at the mountains', italic: true },
            '.',
          ],
        },
        {
          type: 'quote',
          text: 'Every stone had to be asked twice. Some of them we had to ask with a rope.',
          attribution: 'Eka, who leads the volunteers',
        },
        {
          type: 'picture',
          media: 'mountain-meadow-autumn',
          caption: 'The meadow above Orveli, where the path begins.',
        },
        { type: 'h2', text: 'Before you go' },
        {
          type: 'ul',
          items: [
            'Start before eight. Clouds come up in the afternoon.',
            'Carry two litres of water for each person.',
            'Follow the yellow marks, and turn back if it snows.',
          ],
        },
        {
          type: 'p',
          text: [
            'The volunteers have drawn ',
            { text: 'a map of the path', href: map },
            '. They ask every walker to bring one thing home from the mountain: ',
            { text: 'somebody else’s litter', italic: true },
            '.',
          ],
        },
      ],
    },
    az: {
      slug: 'doqquz-qisdan-sonra-dag-cigiri-yeniden-acildi',
      headline: 'Doqquz qışdan sonra dağ cığırı yenidən açıldı',
      standfirst:
        'Könüllülər Orveli aşırımından keçən yolu əl ilə təmizləyiblər. Gəzinti bir gün çəkir, mənzərə isə dəyişməyib.',
      writer: 'leyla',
      state: 'published',
      body: [
        {
          type: 'p',
          text: 'İlk qrup Orveli kəndindən səhər saat altıda yola çıxdı. Otların üstündə hələ qırov vardı. Günorta on bir nəfərin hamısı aşırımda idi. Onlar çörək və pendir yedilər, o biri tərəfdəki Lamari kəndinə yuxarıdan baxdılar.',
        },
        {
          type: 'p',
          text: [
            'Cığır qədimdir. Əvvəllər bu yolla poçtalyonlar gedirdi. Sonra qaya uçqunu yuxarı hissəni bağladı. O vaxtdan iki kəndin sakinləri dağı maşın yolu ilə dolanırdılar. Avtobusla bu yol ',
            { text: 'üç saat', bold: true },
            ' çəkir.',
          ],
        },
        { type: 'h2', text: 'Çəkiclər, kəndirlər və bir qatır' },
        {
          type: 'p',
          text: [
            'Qırx könüllü daşları çəkiclə sındırıb kəndirlə çəkirdi. Alətləri Mura adlı qatır daşıyırdı. Onlar yalnız şənbə günləri işləyirdilər, buna görə iş iki yay çəkdi. Son şənbə görüləsi iş qalmadı, hamı ',
            { text: 'oturub dağlara baxdı', italic: true },
            '.',
          ],
        },
        {
          type: 'quote',
          text: 'Hər daşdan iki dəfə xahiş etdik. Bəzilərindən kəndirlə xahiş etməli olduq.',
          attribution: 'Eka, könüllülərin rəhbəri',
        },
        {
          type: 'picture',
          media: 'mountain-meadow-autumn',
          caption: 'Orveli kəndinin yuxarısındakı çəmən. Cığır buradan başlayır.',
        },
        { type: 'h2', text: 'Yola çıxmazdan əvvəl' },
        {
          type: 'ul',
          items: [
            'Saat səkkizdən əvvəl yola çıxın. Günortadan sonra bulud qalxır.',
            'Hər adam üçün iki litr su götürün.',
            'Sarı nişanları izləyin, qar yağarsa, geri qayıdın.',
          ],
        },
        {
          type: 'p',
          text: [
            'Könüllülər ',
            { text: 'cığırın xəritəsini', href: map },
            ' çəkiblər. Onlar hər kəsdən xahiş edirlər ki, dağdan özü ilə bir şey gətirsin: ',
            { text: 'başqasının zibilini', italic: true },
            '.',
          ],
        },
      ],
    },
    ru: {
      slug: 'gornaya-tropa-otkrylas-posle-devyati-zim',
      headline: 'Горная тропа открылась после девяти зим',
      standfirst:
        'Добровольцы вручную расчистили путь через перевал Орвели. Дорога занимает один день, а вид остался прежним.',
      writer: 'leyla',
      state: 'published',
      body: [
        {
          type: 'p',
          text: 'Первая группа вышла из Орвели в шесть утра, когда трава ещё была белой от инея. К полудню все одиннадцать путников стояли на перевале, ели хлеб с сыром и смотрели вниз, на село Ламари по другую сторону.',
        },
        {
          type: 'p',
          text: [
            'Тропа старая. Когда-то по ней ходили почтальоны, потом камнепад завалил верхнюю часть. С тех пор жители двух сёл ездили вокруг горы по шоссе. На автобусе это ',
            { text: 'три часа', bold: true },
            '.',
          ],
        },
        { type: 'h2', text: 'Молотки, верёвки и один мул' },
        {
          type: 'p',
          text: [
            'Сорок добровольцев разбивали камни молотками и сдвигали их верёвками, а инструменты возил мул по кличке Мура. Работали только по субботам, поэтому дело заняло два лета. В последнюю субботу делать было уже нечего, и все просто ',
            { text: 'сидели и смотрели на горы', italic: true },
            '.',
          ],
        },
        {
          type: 'quote',
          text: 'Каждый камень приходилось просить дважды. Некоторые — с помощью верёвки.',
          attribution: 'Эка, руководительница добровольцев',
        },
        {
          type: 'picture',
          media: 'mountain-meadow-autumn',
          caption: 'Луг над Орвели. Здесь начинается тропа.',
        },
        { type: 'h2', text: 'Перед выходом' },
        {
          type: 'ul',
          items: [
            'Выходите до восьми. После обеда поднимаются облака.',
            'Берите по два литра воды на человека.',
            'Идите по жёлтым меткам, а если пойдёт снег, поворачивайте назад.',
          ],
        },
        {
          type: 'p',
          text: [
            'Добровольцы нарисовали ',
            { text: 'карту тропы', href: map },
            '. Каждого путника они просят принести с горы одну вещь: ',
            { text: 'чужой мусор', italic: true },
            '.',
          ],
        },
      ],
    },
    hy: {
      slug: 'lernayin-arahety-verabatsvets-iny-dzmer-ants',
      headline: 'Լեռնային արահետը վերաբացվեց ինը ձմեռ անց',
      standfirst:
        'Կամավորները ձեռքով մաքրել են Օրվելիի լեռնանցքի ճանապարհը։ Քայլարշավը տևում է մեկ օր, իսկ տեսարանը նույնն է։',
      writer: 'leyla',
      state: 'published',
      body: [
        {
          type: 'p',
          text: 'Առաջին խումբը Օրվելիից դուրս եկավ առավոտյան ժամը վեցին, երբ խոտը դեռ սպիտակ էր եղյամից։ Կեսօրին բոլոր տասնմեկ քայլողները լեռնանցքում էին։ Նրանք հաց ու պանիր կերան և վերևից նայեցին մյուս կողմի Լամարի գյուղին։',
        },
        {
          type: 'p',
          text: [
            'Արահետը հին է։ Մի ժամանակ այստեղով անցնում էին փոստատարները։ Հետո քարաթափումը փակեց վերին մասը։ Այդ օրվանից երկու գյուղերի բնակիչները լեռը շրջանցում էին ավտոճանապարհով։ Ավտոբուսով դա տևում է ',
            { text: 'երեք ժամ', bold: true },
            '։',
          ],
        },
        { type: 'h2', text: 'Մուրճեր, պարաններ և մեկ ջորի' },
        {
          type: 'p',
          text: [
            'Քառասուն կամավորներ մուրճերով ու պարաններով տեղից շարժեցին քարերը, իսկ գործիքները տանում էր Մուրա անունով մի ջորի։ Նրանք աշխատում էին միայն շաբաթ օրերին, այդ պատճառով գործը տևեց երկու ամառ։ Վերջին շաբաթ օրը անելիք չմնաց, և բոլորը պարզապես ',
            { text: 'նստեցին ու նայեցին սարերին', italic: true },
            '։',
          ],
        },
        {
          type: 'quote',
          text: 'Ամեն քարին պետք էր երկու անգամ խնդրել։ Մի քանիսին՝ պարանով։',
          attribution: 'Էկա, կամավորների ղեկավար',
        },
        {
          type: 'picture',
          media: 'mountain-meadow-autumn',
          caption: 'Մարգագետինը Օրվելիի վերևում։ Այստեղից սկսվում է արահետը։',
        },
        { type: 'h2', text: 'Ճանապարհ ընկնելուց առաջ' },
        {
          type: 'ul',
          items: [
            'Դուրս եկեք մինչև ժամը ութը։ Կեսօրից հետո ամպերը բարձրանում են։',
            'Ամեն մարդու համար վերցրեք երկու լիտր ջուր։',
            'Հետևեք դեղին նշաններին, իսկ եթե ձյուն գա, հետ դարձեք։',
          ],
        },
        {
          type: 'p',
          text: [
            'Կամավորները գծել են ',
            { text: 'արահետի քարտեզը', href: map },
            '։ Նրանք ամեն մեկին խնդրում են լեռից բերել միայն մեկ բան՝ ',
            { text: 'ուրիշի աղբը', italic: true },
            '։',
          ],
        },
      ],
    },
  },
};
