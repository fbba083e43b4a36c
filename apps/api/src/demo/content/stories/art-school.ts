import type { DemoStory } from '../types.ts';

const postOffice = 'https://example.com/art-school';
const film = 'https://www.youtube.com/watch?v=aqz-KE-bpKQ';

export const artSchool: DemoStory = {
  key: 'art-school',
  section: 'culture',
  regions: ['azerbaijan'],
  topics: ['schools', 'crafts'],
  authors: ['leyla-sarvanli'],
  lead: 'paint-brushes',
  hoursAgo: 14,
  original: 'az',
  articles: {
    az: {
      slug: 'ressamliq-mektebi-kohne-qayiq-anbarina-kocdu',
      headline: 'Rəssamlıq məktəbi köhnə qayıq anbarına köçdü',
      standfirst: 'İndi şagirdlər dənizi pəncərədən çəkirlər. Fırçaları isə köhnə tor mıxlarından asırlar.',
      writer: 'davit',
      state: 'published',
      body: [
        {
          type: 'p',
          text: 'Balıqçı qəsəbəsindəki böyük anbar uzun müddət boş idi. Qayıqlar çoxdan yeni limana aparılmışdı. Anbarın damı möhkəm, pəncərələri genişdir. İndi bura rəssamlıq məktəbidir.',
        },
        {
          type: 'p',
          text: 'Məktəbdə altmış şagird oxuyur. Ən kiçiyinin yeddi, ən böyüyünün yetmiş bir yaşı var. Onlar eyni masada işləyirlər və bir-birinin boyasından istifadə edirlər.',
        },
        { type: 'h2', text: 'Rəng üçün işıq' },
        {
          type: 'p',
          text: [
            'Müəllim Səbinə deyir ki, köhnə binada ən böyük problem qaranlıq idi. Orada mavi boyanı ',
            { text: 'yaşıldan seçmək', italic: true },
            ' çətin idi. Yeni yerdə isə işıq səhərdən axşama qədər dənizdən gəlir.',
          ],
        },
        {
          type: 'quote',
          text: 'Uşaqlar əvvəl dənizi mavi çəkirdilər. İndi görürlər ki, onun rəngi hər saat dəyişir.',
          attribution: 'Səbinə, rəssamlıq müəllimi',
        },
        {
          type: 'p',
          text: [
            'Anbarda nə varsa, işə yarayıb. Köhnə avarlardan molbert düzəldilib, tor mıxlarından fırçalar asılıb. Böyük tərəzidə isə ',
            { text: 'gil çəkirlər', bold: true },
            '.',
          ],
        },
        {
          type: 'embed',
          address: film,
          title: 'Böyük dovşan haqqında cizgi filmi',
          caption: 'Şagirdlər ona məktəbin divarında birlikdə baxıblar.',
        },
        { type: 'h2', text: 'Kim gələ bilər?' },
        {
          type: 'p',
          text: [
            'Dərslər həftədə üç gün keçirilir. Boya və kağızı məktəb verir, hər kəs evdən yalnız bir köhnə köynək gətirir. Ayın axırında şagirdlər rəsmlərini anbarın divarından asırlar, qəsəbə sakinləri də baxmağa gəlirlər. Ən çox bəyənilən rəsm bir ay ',
            { text: 'poçt binasında', href: postOffice },
            ' qalır.',
          ],
        },
      ],
    },
    ru: {
      slug: 'khudozhestvennaya-shkola-pereekhala-v-staryy-lodochnyy-saray',
      headline: 'Художественная школа переехала в старый лодочный сарай',
      standfirst: 'Теперь ученики пишут море из окна, а кисти вешают на гвозди для сетей.',
      writer: 'leyla',
      state: 'published',
      hoursAgo: 12,
      body: [
        {
          type: 'p',
          text: 'Большой сарай в рыбацком посёлке долго стоял пустым: лодки давно перевели в новую гавань. Крыша у него крепкая, окна широкие, и теперь здесь художественная школа.',
        },
        {
          type: 'p',
          text: 'В школе шестьдесят учеников. Самому младшему семь лет, самому старшему семьдесят один год. Они работают за одним столом и берут краски друг у друга.',
        },
        { type: 'h2', text: 'Свет для цвета' },
        {
          type: 'p',
          text: [
            'Учительница Сабина говорит, что в прежнем здании главной бедой была темнота. Синюю краску там трудно было ',
            { text: 'отличить от зелёной', italic: true },
            '. В новом помещении свет с утра до вечера идёт с моря.',
          ],
        },
        {
          type: 'quote',
          text: 'Раньше дети рисовали море синим. Теперь они видят, что каждый час оно другого цвета.',
          attribution: 'Сабина, учительница рисования',
        },
        {
          type: 'p',
          text: [
            'Пригодилось всё, что нашлось в сарае. Из старых вёсел сделали мольберты, на гвоздях для сетей висят кисти, а на больших весах ',
            { text: 'взвешивают глину', bold: true },
            '.',
          ],
        },
        {
          type: 'embed',
          address: film,
          title: 'Мультфильм о большом кролике',
          caption: 'Ученики вместе смотрели его на стене школы.',
        },
        { type: 'h2', text: 'Кто может прийти' },
        {
          type: 'p',
          text: [
            'Занятия идут три дня в неделю. Краски и бумагу даёт школа, из дома каждый приносит только старую рубашку. В конце месяца ученики вешают рисунки на стену сарая, и посёлок приходит смотреть. Рисунок, который понравился больше всех, месяц висит ',
            { text: 'на почте', href: postOffice },
            '.',
          ],
        },
      ],
    },
    en: {
      slug: 'art-school-moves-into-an-old-boat-shed',
      headline: 'Art school moves into an old boat shed',
      standfirst:
        'Pupils now paint the sea from the window, and hang their brushes on nails that once held nets.',
      writer: 'davit',
      state: 'published',
      hoursAgo: 11,
      body: [
        {
          type: 'p',
          text: 'The big shed in the fishing village stood empty for a long time, because the boats had moved to the new harbour years ago. Its roof is sound and its windows are wide. Today it is an art school.',
        },
        {
          type: 'p',
          text: 'The school has sixty pupils. The youngest is seven, the oldest is seventy-one. They work at the same table and borrow one another’s paints.',
        },
        { type: 'h2', text: 'Light for the colours' },
        {
          type: 'p',
          text: [
            'Sabina, who teaches there, says that the trouble with the old building was the dark. It was hard to ',
            { text: 'tell blue paint from green', italic: true },
            '. In the new place the light comes in from the sea, from morning until evening.',
          ],
        },
        {
          type: 'quote',
          text: 'The children used to paint the sea blue. Now they see that its colour changes every hour.',
          attribution: 'Sabina, art teacher',
        },
        {
          type: 'p',
          text: [
            'Whatever was left in the shed has found a use. Old oars became easels, brushes hang from the net nails, and the great scales are used for ',
            { text: 'weighing clay', bold: true },
            '.',
          ],
        },
        {
          type: 'embed',
          address: film,
          title: 'A cartoon about a big rabbit',
          caption: 'The pupils watched it together on the wall of the school.',
        },
        { type: 'h2', text: 'Who may come' },
        {
          type: 'p',
          text: [
            'Lessons are held three days a week. The school gives paint and paper, and all that anyone brings from home is an old shirt. At the end of the month the pupils hang their pictures on the walls of the shed, and the village comes to look. The one that people like best spends a month ',
            { text: 'in the post office', href: postOffice },
            '.',
          ],
        },
      ],
    },
  },
};
