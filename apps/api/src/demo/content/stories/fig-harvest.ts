import type { DemoStory } from '../types.ts';

const calendar = 'https://example.com/harvest-calendar';

export const figHarvest: DemoStory = {
  key: 'fig-harvest',
  section: 'economy',
  regions: ['turkey'],
  topics: ['harvest', 'music'],
  authors: ['davit-orun'],
  lead: 'fig-on-red-plate',
  hoursAgo: 5,
  original: 'ru',
  articles: {
    ru: {
      slug: 'inzhir-v-sarybakhche-sobirayut-pod-muzyku',
      headline: 'Инжир в Сарыбахче собирают под музыку',
      standfirst:
        'Урожай большой, а рабочих рук мало. Садоводы нашли свой выход: пригласили сельский оркестр.',
      writer: 'davit',
      state: 'published',
      body: [
        {
          type: 'p',
          text: 'Спелый инжир не ждёт. Его снимают рано утром, пока он прохладный, и к обеду раскладывают на сетках. Через день плод уже слишком мягкий.',
        },
        {
          type: 'p',
          text: [
            'Людей на сбор обычно не хватает. В этот раз садоводы позвали оркестр из пяти человек и объявили: кто приходит с корзиной, слушает бесплатно. В первое утро пришло ',
            { text: 'двести человек', bold: true },
            '.',
          ],
        },
        { type: 'h2', text: 'От дерева до сетки' },
        {
          type: 'ol',
          items: [
            'Плод берут за ножку и слегка поворачивают.',
            'Корзину наполняют только до половины, чтобы не помять нижний слой.',
            'Инжир разрезают пополам или сушат целиком пять дней.',
          ],
        },
        {
          type: 'p',
          text: 'Платят, как и раньше, за каждую корзину. Но темп теперь другой: под быструю мелодию корзина наполняется за двенадцать минут, под медленную — за двадцать.',
        },
        {
          type: 'quote',
          text: 'Сначала я боялся, что все будут танцевать. Они и танцуют, но с корзинами.',
          attribution: 'Кемаль, садовод',
        },
        {
          type: 'p',
          text: [
            'Часть урожая пойдёт на варенье, часть — на рынок. Самые красивые плоды оставляют на стол. Половинка инжира на красной тарелке в этой долине считается ',
            { text: 'лучшим приглашением', italic: true },
            '.',
          ],
        },
        { type: 'h2', text: 'Что дальше' },
        {
          type: 'p',
          text: [
            'Сбор продлится ещё две недели. Потом оркестр поедет в соседнюю долину. Там созревает гранат, и ',
            { text: 'корзины уже готовы', href: calendar },
            '.',
          ],
        },
      ],
    },
    az: {
      slug: 'saribahcede-enciri-musiqi-ile-yigirlar',
      headline: 'Sarıbahçedə ənciri musiqi ilə yığırlar',
      standfirst: 'Məhsul çoxdur, işçi isə azdır. Bağbanlar çıxış yolu tapıblar: kənd orkestrini çağırıblar.',
      writer: 'davit',
      state: 'published',
      hoursAgo: 4,
      body: [
        {
          type: 'p',
          text: 'Yetişmiş əncir gözləmir. Onu səhər tezdən, hava hələ sərin olanda dərirlər və günortaya qədər torların üstünə düzürlər. Bir gün sonra meyvə artıq çox yumşaq olur.',
        },
        {
          type: 'p',
          text: [
            'Adətən işçi çatmır. Bu dəfə bağbanlar beş nəfərlik orkestr çağırdılar. Onlar elan etdilər ki, səbətlə gələnlər musiqiyə pulsuz qulaq asacaq. İlk səhər ',
            { text: 'iki yüz nəfər', bold: true },
            ' gəldi.',
          ],
        },
        { type: 'h2', text: 'Ağacdan tora qədər' },
        {
          type: 'ol',
          items: [
            'Meyvəni saplağından tutub yüngülcə fırladın.',
            'Səbəti yarıya qədər doldurun ki, alt qat əzilməsin.',
            'Ənciri iki yerə bölün və ya bütöv halda beş gün qurudun.',
          ],
        },
        {
          type: 'p',
          text: 'Pul əvvəlki kimi hər səbət üçün ödənilir. Amma sürət dəyişib. Cəld mahnı çalınanda səbət on iki dəqiqəyə dolur, yavaş mahnı çalınanda isə iyirmi dəqiqəyə.',
        },
        {
          type: 'quote',
          text: 'Əvvəl qorxurdum ki, hamı rəqs edəcək. Rəqs edirlər, amma səbətlə.',
          attribution: 'Kemal, bağban',
        },
        {
          type: 'p',
          text: [
            'Əncirin bir hissəsindən mürəbbə bişiriləcək, bir hissəsi bazara gedəcək. Ən gözəl meyvələri süfrə üçün saxlayırlar. Bu vadidə qırmızı boşqabda yarım əncir ',
            { text: 'ən yaxşı dəvət', italic: true },
            ' sayılır.',
          ],
        },
        { type: 'h2', text: 'Bundan sonra' },
        {
          type: 'p',
          text: [
            'Yığım daha iki həftə davam edəcək. Sonra orkestr qonşu vadiyə gedəcək. Orada nar yetişir və ',
            { text: 'səbətlər artıq hazırdır', href: calendar },
            '.',
          ],
        },
      ],
    },
    en: {
      slug: 'in-saribahce-figs-are-picked-to-music',
      headline: 'In Saribahce figs are picked to music',
      standfirst:
        'The crop is large and hands are few. The growers have found a way out: they called the village band.',
      writer: 'davit',
      state: 'published',
      body: [
        {
          type: 'p',
          text: 'A ripe fig does not wait. It is picked early in the morning, while it is cool, and laid out on nets by noon. A day later it is already too soft.',
        },
        {
          type: 'p',
          text: [
            'There are seldom enough pickers. This time the growers called in a band of five and made it known that whoever came with a basket would listen free of charge. On the first morning ',
            { text: 'two hundred people', bold: true },
            ' came.',
          ],
        },
        { type: 'h2', text: 'From the tree to the net' },
        {
          type: 'ol',
          items: [
            'Hold the fig by its stalk and turn it a little.',
            'Fill the basket only halfway, so that the lower layer is not crushed.',
            'Halve the figs, or dry them whole for five days.',
          ],
        },
        {
          type: 'p',
          text: 'Pickers are paid by the basket, as before. But the pace has changed. To a quick tune a basket is full in twelve minutes, to a slow one in twenty.',
        },
        {
          type: 'quote',
          text: 'At first I was afraid that everybody would dance. They do dance, but with baskets.',
          attribution: 'Kemal, a grower',
        },
        {
          type: 'p',
          text: [
            'Some of the figs will become jam, some will go to the market. The finest are kept for the table. In this valley half a fig on a red plate is ',
            { text: 'the best invitation', italic: true },
            '.',
          ],
        },
        { type: 'h2', text: 'What comes next' },
        {
          type: 'p',
          text: [
            'The harvest will last two more weeks. Then the band moves on to the next valley. Pomegranates are ripening there, and ',
            { text: 'the baskets are ready', href: calendar },
            '.',
          ],
        },
      ],
    },
    hy: {
      slug: 'sarybahcheum-tuzy-kaghum-yen-yerazhshtutyan-ughektsutyamb',
      headline: 'Սարըբահչեում թուզը քաղում են երաժշտության ուղեկցությամբ',
      standfirst:
        'Բերքը շատ է, իսկ աշխատող ձեռքերը՝ քիչ։ Այգեպանները լուծում գտան և կանչեցին գյուղի նվագախումբը։',
      writer: 'leyla',
      state: 'published',
      hoursAgo: 4,
      body: [
        {
          type: 'p',
          text: 'Հասած թուզը չի սպասում։ Այն քաղում են վաղ առավոտյան, քանի դեռ զով է, և մինչև կեսօր շարում են ցանցերի վրա։ Մեկ օր անց պտուղն արդեն չափազանց փափուկ է։',
        },
        {
          type: 'p',
          text: [
            'Սովորաբար քաղողները քիչ են։ Այս անգամ այգեպանները կանչեցին հինգ հոգուց բաղկացած նվագախումբ և հայտարարեցին, որ զամբյուղով եկողները անվճար կլսեն երաժշտությունը։ Առաջին առավոտը եկավ ',
            { text: 'երկու հարյուր մարդ', bold: true },
            '։',
          ],
        },
        { type: 'h2', text: 'Ծառից մինչև ցանց' },
        {
          type: 'ol',
          items: [
            'Պտուղը բռնեք կոթից և մի քիչ պտտեք։',
            'Զամբյուղը լցրեք միայն կիսով չափ, որ ներքևի շերտը չճզմվի։',
            'Թուզը կիսեք կամ առանց կտրելու չորացրեք հինգ օր։',
          ],
        },
        {
          type: 'p',
          text: 'Առաջվա պես վճարում են ամեն զամբյուղի համար։ Բայց արագությունը փոխվել է։ Արագ մեղեդու ժամանակ զամբյուղը լցվում է տասներկու րոպեում, իսկ դանդաղ մեղեդու ժամանակ՝ քսան րոպեում։',
        },
        {
          type: 'quote',
          text: 'Սկզբում վախենում էի, որ բոլորը կպարեն։ Պարում են, բայց զամբյուղներով։',
          attribution: 'Քեմալ, այգեպան',
        },
        {
          type: 'p',
          text: [
            'Թզի մի մասից մուրաբա կեփեն, մի մասը կտանեն շուկա։ Ամենագեղեցիկ պտուղները պահում են սեղանի համար։ Այս հովտում կես թուզը կարմիր ափսեի մեջ ',
            { text: 'լավագույն հրավերն', italic: true },
            ' է։',
          ],
        },
        { type: 'h2', text: 'Ինչ է լինելու հետո' },
        {
          type: 'p',
          text: [
            'Բերքահավաքը կտևի ևս երկու շաբաթ։ Հետո նվագախումբը կգնա հարևան հովիտ։ Այնտեղ հասունանում է նուռը, և ',
            { text: 'զամբյուղներն արդեն պատրաստ են', href: calendar },
            '։',
          ],
        },
      ],
    },
  },
};
