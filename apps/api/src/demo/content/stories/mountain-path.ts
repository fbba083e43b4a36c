import type { DemoStory } from '../types.ts';
import { hy, map, ru } from './mountain-path-translations.ts';

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
          type: 'points',
          items: [
            'The path from Orveli to Lamari is open again after nine winters.',
            'Forty volunteers cleared it by hand, on Saturdays, in two summers.',
            'The walk is 14 kilometres long and takes six to seven hours.',
          ],
        },
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
          type: 'pull',
          text: 'Every stone had to be asked twice. Some of them we had to ask with a rope.',
          attribution: 'Eka, who leads the volunteers',
        },
        {
          type: 'picture',
          media: 'mountain-meadow-autumn',
          caption: 'The meadow above Orveli, where the path begins.',
        },
        {
          type: 'facts',
          title: 'The path in brief',
          items: [
            ['From, to', 'Orveli to Lamari'],
            ['Highest point', '2,840 m'],
            ['Walking time', '6 to 7 hours'],
            ['Open', 'until the first heavy snow'],
            ['Signs', 'yellow, every 200 m'],
          ],
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
          type: 'table',
          caption: 'The path in three stages',
          items: [
            ['Stage', 'Length, km', 'Climb, m', 'Time'],
            ['Orveli to the meadow', '4.5', '420', '1 h 45 min'],
            ['The meadow to the pass', '3.5', '760', '2 h 30 min'],
            ['The pass to Lamari', '6.0', '90', '2 h 15 min'],
            ['In all', '14.0', '1,270', '6 h 30 min'],
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
        { type: 'related', story: 'bridge-inspection' },
        {
          type: 'correction',
          place: 'foot',
          text: 'An earlier version of this article gave the length of the path as 16 kilometres. It is 14 kilometres long.',
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
          type: 'points',
          items: [
            'Orvelidən Lamariyə gedən cığır doqquz qışdan sonra yenidən açıqdır.',
            'Qırx könüllü onu iki yay, şənbə günləri əl ilə təmizləyib.',
            'Cığırın uzunluğu 14 kilometrdir, yol altı-yeddi saat çəkir.',
          ],
        },
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
          type: 'pull',
          text: 'Hər daşdan iki dəfə xahiş etdik. Bəzilərindən kəndirlə xahiş etməli olduq.',
          attribution: 'Eka, könüllülərin rəhbəri',
        },
        {
          type: 'picture',
          media: 'mountain-meadow-autumn',
          caption: 'Orveli kəndinin yuxarısındakı çəmən. Cığır buradan başlayır.',
        },
        {
          type: 'facts',
          title: 'Cığır haqqında qısaca',
          items: [
            ['Haradan hara', 'Orvelidən Lamariyə'],
            ['Ən yüksək nöqtə', '2840 m'],
            ['Piyada', '6-7 saat'],
            ['Açıqdır', 'ilk güclü qara qədər'],
            ['Nişanlar', 'sarı, hər 200 metrdən bir'],
          ],
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
          type: 'table',
          caption: 'Cığırın üç hissəsi',
          items: [
            ['Hissə', 'Uzunluq, km', 'Yoxuş, m', 'Vaxt'],
            ['Orvelidən çəmənə', '4,5', '420', '1 saat 45 dəq'],
            ['Çəməndən aşırıma', '3,5', '760', '2 saat 30 dəq'],
            ['Aşırımdan Lamariyə', '6,0', '90', '2 saat 15 dəq'],
            ['Cəmi', '14,0', '1270', '6 saat 30 dəq'],
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
        { type: 'related', story: 'bridge-inspection' },
        {
          type: 'correction',
          place: 'foot',
          text: 'Məqalənin əvvəlki variantında cığırın uzunluğu 16 kilometr göstərilmişdi. Onun uzunluğu 14 kilometrdir.',
        },
      ],
    },
    ru,
    hy,
  },
};
