import type { DemoMedium, MediaKey } from './types.ts';

const licences = {
  'CC BY 4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC BY-SA 3.0': 'https://creativecommons.org/licenses/by-sa/3.0/',
  'CC BY-SA 4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'CC0 1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
} as const;

type Words = Pick<DemoMedium, 'alt' | 'caption'>;

/** A photograph with its credit; `at` is the focal point as [x, y]. */
function photograph(
  key: MediaKey,
  credit: string,
  licence: keyof typeof licences,
  at: readonly [number, number],
  words: Words,
): DemoMedium {
  return {
    key,
    file: `${key}.jpg`,
    credit,
    licence,
    licenceUrl: licences[licence],
    focalPoint: { x: at[0], y: at[1] },
    ...words,
  };
}

export const media: readonly DemoMedium[] = [
  photograph('bridge-cables', 'Sander Klootwijk', 'CC BY-SA 4.0', [0.64, 0.55], {
    alt: {
      az: 'Asma körpünün polad kanatları mavi səmada, aşağıda geniş çay',
      ru: 'Стальные канаты висячего моста на фоне голубого неба, внизу широкая река',
      en: 'Steel cables of a suspension bridge against a blue sky, a wide river below',
      hy: 'Կախովի կամրջի պողպատե ճոպանները կապույտ երկնքի ֆոնին, ներքևում՝ լայն գետ',
    },
    caption: {
      az: 'Aydın gündə körpünün kanatları.',
      ru: 'Канаты моста в ясный день.',
      en: 'The cables of the bridge on a clear day.',
      hy: 'Կամրջի ճոպանները պարզ եղանակին։',
    },
  }),
  photograph('dandelion-field', 'Clemens Engelhardt', 'CC0 1.0', [0.3, 0.35], {
    alt: {
      az: 'Batan günəşin işığında tarlada ağ zəncirotu',
      ru: 'Белый одуванчик в поле против низкого солнца',
      en: 'A white dandelion head in a field against the low sun',
      hy: 'Սպիտակ խատուտիկ դաշտում՝ մայր մտնող արևի լույսի տակ',
    },
    caption: {
      az: 'Külək əsməzdən əvvəl zəncirotu tarlası.',
      ru: 'Одуванчики перед тем, как их унесёт ветер.',
      en: 'Dandelions just before the wind takes them.',
      hy: 'Խատուտիկների դաշտը քամուց առաջ։',
    },
  }),
  photograph('dogs-at-window', 'Aitzol Berasategi', 'CC BY 4.0', [0.48, 0.42], {
    alt: {
      az: 'İki qəhvəyi it taxta evin pəncərəsindən baxır',
      ru: 'Две рыжие собаки выглядывают из окна деревянного дома',
      en: 'Two brown dogs look out of the window of a wooden house',
      hy: 'Երկու շագանակագույն շուն՝ փայտե տան պատուհանին',
    },
    caption: {
      az: 'Onlar küçədən kimin keçdiyini bilmək istəyirlər.',
      ru: 'Им важно знать, кто идёт мимо.',
      en: 'They like to know who is passing by.',
      hy: 'Նրանք ուզում են իմանալ, թե ով է անցնում փողոցով։',
    },
  }),
  photograph('dragonfly-on-twig', 'Bolly', 'CC BY-SA 4.0', [0.6, 0.42], {
    alt: {
      az: 'İynəcə payız yarpaqları arasında quru budağa qonub',
      ru: 'Стрекоза сидит на сухой ветке среди осенних листьев',
      en: 'A dragonfly rests on a dry twig among autumn leaves',
      hy: 'Ճպուռը նստել է չոր ճյուղին՝ աշնանային տերևների մեջ',
    },
    caption: {
      az: 'Növbəti uçuşdan əvvəl qısa istirahət.',
      ru: 'Короткий отдых перед новым полётом.',
      en: 'A short rest before the next flight.',
      hy: 'Կարճ հանգիստ հաջորդ թռիչքից առաջ։',
    },
  }),
  photograph('drum-and-bench', 'Jakub Mede', 'CC BY 4.0', [0.47, 0.64], {
    alt: {
      az: 'Böyük yastığın üstündə nağara, arxada taxta skamya',
      ru: 'Барабан лежит на большой подушке, за ним скамья из деревянных поддонов',
      en: 'A hand drum lies on a big cushion; behind it stands a bench made of pallets',
      hy: 'Թմբուկը մեծ բարձի վրա, ետևում՝ փայտե նստարան',
    },
    caption: {
      az: 'Nağara axşam dərsini gözləyir.',
      ru: 'Барабан ждёт вечернего занятия.',
      en: 'The drum waits for the evening class.',
      hy: 'Թմբուկը սպասում է երեկոյան դասին։',
    },
  }),
  photograph('fig-on-red-plate', 'Trevor “Freespace”', 'CC BY 4.0', [0.58, 0.55], {
    alt: {
      az: 'Qırmızı boşqabda yarım əncir',
      ru: 'Половинка инжира на красной тарелке',
      en: 'Half a fig on a red plate',
      hy: 'Կես թուզ կարմիր ափսեի մեջ',
    },
    caption: {
      az: 'Ən yaxşı əncir qonaq üçün saxlanılır.',
      ru: 'Лучший инжир оставляют гостям.',
      en: 'The finest figs are kept for guests.',
      hy: 'Լավագույն թուզը պահում են հյուրերի համար։',
    },
  }),
  photograph('forest-stream', 'Aitzol Berasategi', 'CC BY 4.0', [0.5, 0.6], {
    alt: {
      az: 'Yaşıl meşədə daşların üstündən axan çay',
      ru: 'Ручей бежит по светлым камням в зелёном лесу',
      en: 'A stream runs down over pale rocks in a green forest',
      hy: 'Առվակը հոսում է քարերի վրայով կանաչ անտառում',
    },
    caption: {
      az: 'Təmizlikdən sonra meşə çayı.',
      ru: 'Ручей после уборки.',
      en: 'The stream after the clean-up.',
      hy: 'Առվակը մաքրելուց հետո։',
    },
  }),
  photograph('mountain-meadow-autumn', 'Aitzol Berasategi', 'CC BY 4.0', [0.5, 0.4], {
    alt: {
      az: 'Boz dağ silsiləsinin ətəyində yaşıl çəmən və payız meşəsi',
      ru: 'Зелёный луг и осенний лес под серым горным хребтом',
      en: 'A green meadow and an orange autumn forest below a grey mountain ridge',
      hy: 'Կանաչ մարգագետին և աշնանային անտառ մոխրագույն լեռնաշղթայի ստորոտին',
    },
    caption: {
      az: 'Dağın ətəyindəki çəməndə payız.',
      ru: 'Осень на лугу под хребтом.',
      en: 'Autumn on the meadow below the ridge.',
      hy: 'Աշունը լեռան ստորոտի մարգագետնում։',
    },
  }),
  photograph('mountain-pass', 'Aitzol Berasategi', 'CC BY 4.0', [0.42, 0.58], {
    alt: {
      az: 'Cığır otlu yamacla qayalı, yer-yer qarlı aşırıma qalxır',
      ru: 'Тропа поднимается по траве к скалистому перевалу с пятнами снега',
      en: 'A footpath climbs over grass to a rocky pass with patches of snow',
      hy: 'Արահետը խոտածածկ լանջով բարձրանում է դեպի ժայռոտ լեռնանցք, տեղ-տեղ ձյուն կա',
    },
    caption: {
      az: 'Aşırıma çatmağa az qalıb.',
      ru: 'Последние метры перед перевалом.',
      en: 'The last metres before the pass.',
      hy: 'Վերջին մետրերը լեռնանցքից առաջ։',
    },
  }),
  photograph('nuthatch-on-trunk', 'Lukas Baubkus', 'CC BY-SA 3.0', [0.46, 0.52], {
    alt: {
      az: 'Sitta qoca ağacın gövdəsində başıaşağı dayanıb',
      ru: 'Поползень висит вниз головой на стволе старого дерева',
      en: 'A nuthatch hangs head down on the trunk of an old tree',
      hy: 'Փոքրիկ թռչունը գլխիվայր կանգնած է ծեր ծառի բնին',
    },
    caption: {
      az: 'Şəhər parkının səhər qonağı.',
      ru: 'Утренний гость городского парка.',
      en: 'A morning guest in the city park.',
      hy: 'Քաղաքային այգու առավոտյան հյուրը։',
    },
  }),
  photograph('paint-brushes', 'Trevor “Freespace”', 'CC BY 4.0', [0.45, 0.42], {
    alt: {
      az: 'Mavi, yaşıl, qırmızı və sarı boyalı fırçalar',
      ru: 'Кисти в синей, зелёной, красной и жёлтой краске',
      en: 'Brushes with blue, green, red and yellow paint, close together',
      hy: 'Վրձիններ կապույտ, կանաչ, կարմիր և դեղին ներկով',
    },
    caption: {
      az: 'Dərsdən sonra fırçalar.',
      ru: 'Кисти после урока.',
      en: 'Brushes after a lesson.',
      hy: 'Վրձինները դասից հետո։',
    },
  }),
  photograph('sunrise-over-hills', 'Aitzol Berasategi', 'CC BY 4.0', [0.5, 0.44], {
    alt: {
      az: 'Günəş tünd təpələrin üstündən doğur, zirvədə dairəvi daş masa var',
      ru: 'Солнце встаёт над тёмными холмами, на вершине круглый каменный стол',
      en: 'The sun rises over dark hills; a round stone table stands on the summit',
      hy: 'Արևը ծագում է մուգ բլուրների վրա, գագաթին կլոր քարե սեղան կա',
    },
    caption: {
      az: 'Zirvədə ilk işıq.',
      ru: 'Первый свет на вершине.',
      en: 'First light on the summit.',
      hy: 'Առաջին լույսը գագաթին։',
    },
  }),
  photograph('wall-clock', 'Peter Nerlich', 'CC BY-SA 4.0', [0.66, 0.43], {
    alt: {
      az: 'İşıqlı rəqəmləri olan böyük ağ divar saatı, aşağıdan görünüş',
      ru: 'Большие белые настенные часы со светящимися цифрами, вид снизу',
      en: 'A large white wall clock with lit numerals, seen from below',
      hy: 'Պատի մեծ սպիտակ ժամացույց՝ լուսավորված թվերով, ներքևից նայելիս',
    },
    caption: {
      az: 'Divar saatı yenidən işləyir.',
      ru: 'Настенные часы снова идут.',
      en: 'The wall clock is running again.',
      hy: 'Պատի ժամացույցը նորից աշխատում է։',
    },
  }),
];
