import type { DemoTopic } from './types.ts';

export const topics: readonly DemoTopic[] = [
  { key: 'mountains', slug: 'mountains', names: { az: 'Dağlar', ru: 'Горы', en: 'Mountains', hy: 'Լեռներ' } },
  {
    key: 'rivers',
    slug: 'rivers-and-lakes',
    names: { az: 'Çaylar və göllər', ru: 'Реки и озёра', en: 'Rivers and lakes', hy: 'Գետեր և լճեր' },
  },
  { key: 'harvest', slug: 'harvest', names: { az: 'Məhsul', ru: 'Урожай', en: 'Harvest', hy: 'Բերք' } },
  {
    key: 'cities',
    slug: 'city-life',
    names: { az: 'Şəhər həyatı', ru: 'Жизнь города', en: 'City life', hy: 'Քաղաքային կյանք' },
  },
  { key: 'music', slug: 'music', names: { az: 'Musiqi', ru: 'Музыка', en: 'Music', hy: 'Երաժշտություն' } },
  {
    key: 'crafts',
    slug: 'crafts',
    names: { az: 'Sənətkarlıq', ru: 'Ремёсла', en: 'Crafts', hy: 'Արհեստներ' },
  },
  {
    key: 'animals',
    slug: 'animals',
    names: { az: 'Heyvanlar', ru: 'Животные', en: 'Animals', hy: 'Կենդանիներ' },
  },
  { key: 'schools', slug: 'schools', names: { az: 'Məktəblər', ru: 'Школы', en: 'Schools', hy: 'Դպրոցներ' } },
];
