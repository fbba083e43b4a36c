import type { DemoSite } from './types.ts';

export const site: DemoSite = {
  name: {
    az: 'Xəzər Jurnalı',
    ru: 'Каспийский журнал',
    en: 'The Caspian Ledger',
    hy: 'Կասպից հանդես',
  },
  tagline: {
    az: 'Xəzər və Qafqaz xəbərləri',
    ru: 'Новости Каспия и Кавказа',
    en: 'News of the Caspian and the Caucasus',
    hy: 'Կասպից ծովի և Կովկասի լուրեր',
  },
  reuseTerms: {
    az: 'Materiallardan istifadəyə yalnız Xəzər Jurnalına hiperlink verildikdə icazə verilir. Hər fotoşəklin lisenziyası onun yanında göstərilib.',
    ru: 'Любое использование материалов допускается только при наличии гиперссылки на «Каспийский журнал». Лицензия каждой фотографии указана рядом с ней.',
    en: 'Any use of materials is allowed only with a hyperlink to The Caspian Ledger. The licence of each photograph is named beside it.',
    hy: 'Նյութերի ցանկացած օգտագործում թույլատրվում է միայն «Կասպից հանդեսին» տրված հիպերհղումով։ Ամեն լուսանկարի լիցենզիան նշված է դրա կողքին։',
  },
  copyrightHolder: {
    az: 'Xəzər Jurnalı',
    ru: '«Каспийский журнал»',
    en: 'The Caspian Ledger',
    hy: '«Կասպից հանդես»',
  },
  sourceLine: {
    az: 'Xəzər Jurnalı',
    ru: '«Каспийский журнал»',
    en: 'The Caspian Ledger',
    hy: '«Կասպից հանդես»',
  },
  followHeading: {
    az: 'Bizi izləyin',
    ru: 'Подписывайтесь на нас',
    en: 'Follow us',
    hy: 'Հետևեք մեզ',
  },
  timeZone: 'Asia/Baku',
  defaultLanguage: 'en',
  liveLanguages: ['az', 'ru', 'en', 'hy'],
  social: {
    x: 'https://x.example.com/caspianledger',
    youtube: 'https://youtube.example.com/@caspianledger',
    instagram: 'https://instagram.example.com/caspianledger',
    facebook: 'https://facebook.example.com/caspianledger',
    telegram: 'https://telegram.example.com/caspianledger',
  },
  apps: {
    appStore: 'https://appstore.example.com/caspian-ledger',
    googlePlay: 'https://play.example.com/caspian-ledger',
  },
};
