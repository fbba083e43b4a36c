import type { DemoStory } from '../types.ts';

export const nuthatchInThePark: DemoStory = {
  key: 'nuthatch-in-the-park',
  section: 'nature',
  regions: ['azerbaijan'],
  topics: ['animals', 'cities'],
  authors: ['leyla-sarvanli'],
  lead: 'nuthatch-on-trunk',
  hoursAgo: 34,
  original: 'az',
  articles: {
    az: {
      slug: 'seher-parkinda-agacdan-basiasagi-enen-qus-yasayir',
      headline: 'Şəhər parkında ağacdan başıaşağı enən quş yaşayır',
      standfirst: 'Sitta əvvəllər yalnız meşədə görünürdü. İndi onu skamyada oturanlar da tanıyır.',
      writer: 'davit',
      state: 'published',
      body: [
        {
          type: 'p',
          text: [
            'Səhər saat səkkizdə parkda adam azdır. Qoca çinarın gövdəsində balaca bir quş görünür. O, başqa quşların bacarmadığını bacarır, gövdə ilə ',
            { text: 'başıaşağı enir', bold: true },
            '. Bu, sittadır.',
          ],
        },
        {
          type: 'p',
          text: 'Sittanın beli boz-mavi, qarnı sarımtıldır. Gözünün yanından qara zolaq keçir. Quş ağac qabığının altında həşərat axtarır, payızda isə fındıq və toxum gizlədir.',
        },
        { type: 'h2', text: 'Niyə parka gəlib?' },
        {
          type: 'p',
          text: [
            'Parkın bağbanı Vüqar deyir ki, səbəb qoca ağaclardır. Onların qabığı qalındır, gövdəsində oyuqlar var. Quş üçün bu, ',
            { text: 'hazır evdir', italic: true },
            '. Üstəlik, bağbanlar indi quru budaqları yuva quran quşlara görə yazda kəsmirlər.',
          ],
        },
        {
          type: 'quote',
          text: 'Əvvəl gələnlər məndən yalnız güllərin adını soruşurdu. İndi hamı quşu soruşur.',
          attribution: 'Vüqar, parkın bağbanı',
        },
        { type: 'h2', text: 'Quşu necə görmək olar?' },
        {
          type: 'ul',
          items: [
            'Səhər tezdən gəlin və sakit dayanın.',
            'Gövdənin ortasına yox, kənarına baxın.',
            'Quşa çörək verməyin, ona toxum lazımdır.',
          ],
        },
        {
          type: 'p',
          text: [
            'Parkda indi üç cüt sitta yaşayır. Onların yerini göstərən ',
            { text: 'kiçik xəritə', href: 'https://example.com/park-map' },
            ' girişdəki lövhədədir. Xəritəni yaxınlıqdakı məktəbin şagirdləri çəkiblər. Onlar hər həftə sonu quşları sayır və nəticəni lövhəyə təbaşirlə yazırlar.',
          ],
        },
      ],
    },
    en: {
      slug: 'a-bird-that-walks-down-trees-head-first-moves-into-the-park',
      headline: 'A bird that walks down trees head first moves into the park',
      standfirst: 'The nuthatch used to be seen only in the forest. Now everyone on the benches knows it.',
      writer: 'davit',
      state: 'published',
      hoursAgo: 32,
      body: [
        {
          type: 'p',
          text: [
            'At eight in the morning the park is nearly empty. A small bird appears on the trunk of the old plane tree. It can do what other birds cannot: it comes ',
            { text: 'down the trunk head first', bold: true },
            '. It is a nuthatch.',
          ],
        },
        {
          type: 'p',
          text: 'Its back is blue-grey and its belly is yellowish, and a black stripe runs past its eye. It looks for insects under the bark, and in autumn it hides nuts and seeds there.',
        },
        { type: 'h2', text: 'Why it came to the park' },
        {
          type: 'p',
          text: [
            'Vugar, the gardener of the park, says that the reason is the old trees. Their bark is thick and their trunks have hollows. For a bird that is ',
            { text: 'a house ready to move into', italic: true },
            '. What is more, the gardeners no longer cut dry branches in spring, because birds nest then.',
          ],
        },
        {
          type: 'quote',
          text: 'Visitors used to ask me only the names of the flowers. Now they all ask about the bird.',
          attribution: 'Vugar, gardener of the park',
        },
        { type: 'h2', text: 'How to see it' },
        {
          type: 'ul',
          items: [
            'Come early in the morning and stand still.',
            'Look at the edge of the trunk, not at the middle.',
            'Do not feed it bread. It needs seeds.',
          ],
        },
        {
          type: 'p',
          text: [
            'Three pairs live in the park now. A ',
            { text: 'small map', href: 'https://example.com/park-map' },
            ' of their places is on the board at the gate. It was drawn by pupils of the school nearby. Every weekend they count the birds and write the result on the board in chalk.',
          ],
        },
      ],
    },
    ru: {
      slug: 'v-gorodskom-parke-poselilas-ptitsa-kotoraya-khodit-vniz-golovoy',
      headline: 'В городском парке поселилась птица, которая ходит вниз головой',
      standfirst: 'Раньше поползня видели только в лесу. Теперь его знают все, кто сидит на скамейках.',
      writer: 'leyla',
      state: 'published',
      hoursAgo: 31,
      body: [
        {
          type: 'p',
          text: [
            'В восемь утра в парке мало людей. На стволе старого платана появляется маленькая птица. Она умеет то, чего не умеют другие: ',
            { text: 'спускается по стволу вниз головой', bold: true },
            '. Это поползень.',
          ],
        },
        {
          type: 'p',
          text: 'Спинка у поползня серо-голубая, брюшко желтоватое, через глаз идёт чёрная полоса. Под корой он ищет насекомых, а осенью прячет там орехи и семена.',
        },
        { type: 'h2', text: 'Почему он прилетел в парк' },
        {
          type: 'p',
          text: [
            'Садовник парка Вугар говорит, что всё дело в старых деревьях. Кора у них толстая, в стволах есть дупла. Для птицы это ',
            { text: 'готовый дом', italic: true },
            '. К тому же весной, когда птицы вьют гнёзда, садовники больше не срезают сухие ветки.',
          ],
        },
        {
          type: 'quote',
          text: 'Раньше меня спрашивали только о том, как называются цветы. Теперь все спрашивают про птицу.',
          attribution: 'Вугар, садовник парка',
        },
        { type: 'h2', text: 'Как его увидеть' },
        {
          type: 'ul',
          items: [
            'Приходите рано утром и стойте тихо.',
            'Смотрите не на середину ствола, а на его край.',
            'Не кормите птицу хлебом: ей нужны семена.',
          ],
        },
        {
          type: 'p',
          text: [
            'Сейчас в парке живут три пары поползней. ',
            { text: 'Небольшая карта', href: 'https://example.com/park-map' },
            ' с их деревьями висит на доске у входа. Её нарисовали ученики соседней школы. Каждые выходные они считают птиц и пишут на доске мелом, сколько увидели.',
          ],
        },
      ],
    },
  },
};
