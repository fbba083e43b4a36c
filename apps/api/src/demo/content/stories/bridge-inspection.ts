import type { DemoStory } from '../types.ts';

const timetable = 'https://example.com/bridge-timetable';

export const bridgeInspection: DemoStory = {
  key: 'bridge-inspection',
  section: 'society',
  regions: ['azerbaijan'],
  topics: ['crafts', 'rivers'],
  authors: ['leyla-sarvanli'],
  lead: 'bridge-cables',
  hoursAgo: 3,
  original: 'az',
  articles: {
    az: {
      slug: 'korpunu-yoxlayan-alpinistler-her-kanata-ad-verib',
      headline: 'Körpünü yoxlayan alpinistlər hər kanata ad verib',
      standfirst:
        'Dalğalı körpüsündə yoxlama səkkiz gün çəkəcək. Maşınların hərəkəti dayanmır, yalnız yavaşıyır.',
      writer: 'davit',
      state: 'published',
      body: [
        {
          type: 'p',
          text: [
            'Səhər saat yeddidə külək zəifdir. Dörd alpinist kəmərini bağlayır və körpünün üstünə qalxır. Aşağıda avtobuslar və yük maşınları gedir. Sürət həddi ',
            { text: 'saatda qırx kilometrdir', bold: true },
            '.',
          ],
        },
        {
          type: 'p',
          text: [
            'Körpüdə yüz iyirmi polad kanat var. Onların hər birinə gözlə baxmaq, əllə toxunmaq və şəklini çəkmək lazımdır. Nömrələri yadda saxlamaq çətindir, buna görə alpinistlər kanatlara ad veriblər. Ən uzun kanatın adı ',
            { text: 'Nənə', italic: true },
            ' oldu.',
          ],
        },
        { type: 'h2', text: 'Nəyə baxırlar?' },
        {
          type: 'ul',
          items: ['Boya soyulubmu?', 'Qırılan məftil varmı?', 'Boltlar möhkəmdirmi?'],
        },
        {
          type: 'p',
          text: 'Hər axşam şəkillər kompüterə köçürülür. Mühəndislər onları keçən ilin şəkilləri ilə müqayisə edirlər. Fərq varsa, həmin yer ertəsi gün yenidən yoxlanılır.',
        },
        {
          type: 'quote',
          text: 'Körpü danışmır. Amma diqqətlə baxsan, nə istədiyini göstərir.',
          attribution: 'Rauf, yoxlama qrupunun rəhbəri',
        },
        { type: 'h2', text: 'Hələlik nə tapılıb' },
        {
          type: 'p',
          text: 'İlk üç gündə iki boşalmış bolt və bir quş yuvası tapılıb. Boltlar elə həmin gün bərkidilib. Yuvaya isə toxunmayıblar. Balalar uçana qədər körpünün həmin hissəsi yoxlanılmayacaq.',
        },
        {
          type: 'p',
          text: [
            'Sürücülərdən xahiş olunur ki, yoxlama bitənə qədər yola on dəqiqə tez çıxsınlar. Piyadalar üçün sol səki açıqdır. ',
            { text: 'Hərəkət cədvəli', href: timetable },
            ' hər səhər yenilənir.',
          ],
        },
      ],
    },
    en: {
      slug: 'climbers-who-inspect-the-bridge-have-named-every-cable',
      headline: 'Climbers who inspect the bridge have named every cable',
      standfirst:
        'The inspection of the Dalgali bridge will take eight days. The traffic does not stop; it only slows down.',
      writer: 'davit',
      state: 'published',
      body: [
        {
          type: 'p',
          text: [
            'At seven in the morning the wind is weak. Four climbers fasten their belts and go up above the roadway. Buses and lorries pass below them. The speed limit is ',
            { text: 'forty kilometres an hour', bold: true },
            '.',
          ],
        },
        {
          type: 'p',
          text: [
            'The bridge has a hundred and twenty steel cables. Each of them has to be looked at, touched by hand and photographed. Numbers are hard to remember, so the climbers have given the cables names. The longest is called ',
            { text: 'Grandmother', italic: true },
            '.',
          ],
        },
        { type: 'h2', text: 'What they look for' },
        {
          type: 'ul',
          items: ['Has the paint come off?', 'Are any wires broken?', 'Are the bolts tight?'],
        },
        {
          type: 'p',
          text: 'Every evening the pictures are copied to a computer. Engineers compare them with those of the year before. Where there is a difference, the place is checked again the next day.',
        },
        {
          type: 'quote',
          text: 'A bridge does not speak. But if you look at it closely, it shows you what it wants.',
          attribution: 'Rauf, who leads the inspection team',
        },
        { type: 'h2', text: 'What they have found so far' },
        {
          type: 'p',
          text: 'In the first three days the team found two loose bolts and a bird’s nest. The bolts were tightened the same day. The nest was left alone. That part of the bridge will wait until the young have flown.',
        },
        {
          type: 'p',
          text: [
            'Drivers are asked to leave ten minutes earlier until the work is over. The left pavement is open to people on foot. ',
            { text: 'The traffic timetable', href: timetable },
            ' is renewed every morning.',
          ],
        },
      ],
    },
    ru: {
      slug: 'alpinisty-kotorye-proveryayut-most-dali-imya-kazhdomu-kanatu',
      headline: 'Альпинисты, которые проверяют мост, дали имя каждому канату',
      standfirst:
        'Осмотр моста в Далгалы займёт восемь дней. Движение не остановят, машины только поедут медленнее.',
      writer: 'leyla',
      state: 'published',
      body: [
        {
          type: 'p',
          text: [
            'В семь утра ветер слабый. Четыре альпиниста застёгивают пояса и поднимаются над дорогой. Внизу идут автобусы и грузовики. Скорость ограничена: ',
            { text: 'сорок километров в час', bold: true },
            '.',
          ],
        },
        {
          type: 'p',
          text: [
            'У моста сто двадцать стальных канатов. Каждый нужно осмотреть, потрогать рукой и сфотографировать. Номера запомнить трудно, поэтому альпинисты дали канатам имена. Самый длинный зовут ',
            { text: 'Бабушкой', italic: true },
            '.',
          ],
        },
        { type: 'h2', text: 'На что они смотрят' },
        {
          type: 'ul',
          items: ['Не облезла ли краска?', 'Нет ли порванных проволок?', 'Крепко ли затянуты болты?'],
        },
        {
          type: 'p',
          text: 'Каждый вечер снимки переносят в компьютер. Инженеры сравнивают их с прошлогодними. Если есть разница, это место на следующий день проверяют ещё раз.',
        },
        {
          type: 'quote',
          text: 'Мост не говорит. Но если смотреть внимательно, он показывает, чего хочет.',
          attribution: 'Рауф, руководитель группы осмотра',
        },
        { type: 'h2', text: 'Что уже нашли' },
        {
          type: 'p',
          text: 'За первые три дня нашли два ослабших болта и птичье гнездо. Болты затянули в тот же день. Гнездо трогать не стали. Эту часть моста осмотрят, когда птенцы улетят.',
        },
        {
          type: 'p',
          text: [
            'До конца работ водителей просят выезжать на десять минут раньше. Для пешеходов открыт левый тротуар. ',
            { text: 'Расписание движения', href: timetable },
            ' обновляют каждое утро.',
          ],
        },
      ],
    },
    hy: {
      slug: 'kamurjy-stugogh-lernagnatsnery-anun-yen-tvel-amen-chopanin',
      headline: 'Կամուրջը ստուգող լեռնագնացները անուն են տվել ամեն ճոպանին',
      standfirst:
        'Դալղալիի կամրջի ստուգումը կտևի ութ օր։ Երթևեկությունը չի դադարում, մեքենաները պարզապես դանդաղ են գնում։',
      writer: 'leyla',
      state: 'published',
      hoursAgo: 2,
      body: [
        {
          type: 'p',
          text: [
            'Առավոտյան ժամը յոթին քամին թույլ է։ Չորս լեռնագնացներ ամրացնում են գոտիները և բարձրանում ճանապարհից վեր։ Ներքևում անցնում են ավտոբուսներ ու բեռնատարներ։ Թույլատրելի արագությունը ',
            { text: 'ժամում քառասուն կիլոմետր', bold: true },
            ' է։',
          ],
        },
        {
          type: 'p',
          text: [
            'Կամուրջն ունի հարյուր քսան պողպատե ճոպան։ Դրանցից ամեն մեկը պետք է զննել, ձեռքով շոշափել և լուսանկարել։ Համարները դժվար է հիշել, այդ պատճառով լեռնագնացները ճոպաններին անուններ են տվել։ Ամենաերկարի անունը ',
            { text: 'Տատիկ', italic: true },
            ' է։',
          ],
        },
        { type: 'h2', text: 'Ինչ են ստուգում' },
        {
          type: 'ul',
          items: ['Ներկը չի՞ պոկվել։', 'Կտրված լարեր կա՞ն։', 'Հեղույսները ամո՞ւր են։'],
        },
        {
          type: 'p',
          text: 'Ամեն երեկո լուսանկարները տեղափոխում են համակարգիչ։ Ինժեներները դրանք համեմատում են անցած տարվա լուսանկարների հետ։ Եթե տարբերություն կա, այդ տեղը հաջորդ օրը նորից ստուգում են։',
        },
        {
          type: 'quote',
          text: 'Կամուրջը չի խոսում։ Բայց եթե ուշադիր նայես, ցույց կտա, թե ինչ է ուզում։',
          attribution: 'Ռաուֆ, ստուգող խմբի ղեկավար',
        },
        { type: 'h2', text: 'Ինչ են գտել առայժմ' },
        {
          type: 'p',
          text: 'Առաջին երեք օրում գտել են երկու թուլացած հեղույս և մի թռչնաբույն։ Հեղույսները ձգել են նույն օրը։ Բնին ձեռք չեն տվել։ Կամրջի այդ մասը կստուգեն, երբ ձագերը թռչեն։',
        },
        {
          type: 'p',
          text: [
            'Վարորդներին խնդրում են մինչև աշխատանքի ավարտը տասը րոպե շուտ դուրս գալ։ Ձախ մայթը բաց է հետիոտների համար։ ',
            { text: 'Երթևեկության ժամանակացույցը', href: timetable },
            ' թարմացնում են ամեն առավոտ։',
          ],
        },
      ],
    },
  },
};
