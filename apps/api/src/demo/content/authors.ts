import type { DemoAuthor } from './types.ts';

export const authors: readonly DemoAuthor[] = [
  {
    key: 'tamar-elani',
    slug: 'tamar-elani',
    names: { az: 'Tamar Elani', ru: 'Тамар Элани', en: 'Tamar Elani', hy: 'Թամար Էլանի' },
    person: 'tamar',
  },
  {
    key: 'davit-orun',
    slug: 'davit-orun',
    names: { az: 'Davit Orun', ru: 'Давит Орун', en: 'Davit Orun', hy: 'Դավիթ Օրուն' },
    person: 'davit',
  },
  {
    key: 'nare-solak',
    slug: 'nare-solak',
    names: { az: 'Nare Solak', ru: 'Наре Солак', en: 'Nare Solak', hy: 'Նարե Սոլակ' },
  },
  {
    key: 'leyla-sarvanli',
    slug: 'leyla-sarvanli',
    names: { az: 'Leyla Sarvanlı', ru: 'Лейла Сарванлы', en: 'Leyla Sarvanli', hy: 'Լեյլա Սարվանլի' },
    person: 'leyla',
  },
  {
    key: 'kamran-yazdar',
    slug: 'kamran-yazdar',
    names: { az: 'Kamran Yazdar', ru: 'Камран Яздар', en: 'Kamran Yazdar', hy: 'Քամրան Յազդար' },
  },
  {
    key: 'aigerim-taldy',
    slug: 'aigerim-taldy',
    names: { az: 'Ayqərim Taldı', ru: 'Айгерим Талды', en: 'Aigerim Taldy', hy: 'Այգերիմ Թալդի' },
  },
];
