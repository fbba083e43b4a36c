import type { DemoRegion } from './types.ts';

export const regions: readonly DemoRegion[] = [
  {
    key: 'armenia',
    slug: 'armenia',
    names: { az: 'Ermənistan', ru: 'Армения', en: 'Armenia', hy: 'Հայաստան' },
    railTitle: {
      az: 'Ermənistanın ən vacib xəbərləri',
      ru: 'Главные новости Армении',
      en: 'The most important news of Armenia',
      hy: 'Հայաստանի ամենակարևոր լուրերը',
    },
    order: 1,
    inRail: true,
  },
  {
    key: 'georgia',
    slug: 'georgia',
    names: { az: 'Gürcüstan', ru: 'Грузия', en: 'Georgia', hy: 'Վրաստան' },
    railTitle: {
      az: 'Gürcüstanın ən vacib xəbərləri',
      ru: 'Главные новости Грузии',
      en: 'The most important news of Georgia',
      hy: 'Վրաստանի ամենակարևոր լուրերը',
    },
    order: 2,
    inRail: true,
  },
  {
    key: 'turkey',
    slug: 'turkey',
    names: { az: 'Türkiyə', ru: 'Турция', en: 'Turkey', hy: 'Թուրքիա' },
    railTitle: {
      az: 'Türkiyənin ən vacib xəbərləri',
      ru: 'Главные новости Турции',
      en: 'The most important news of Turkey',
      hy: 'Թուրքիայի ամենակարևոր լուրերը',
    },
    order: 3,
    inRail: true,
  },
  {
    key: 'iran',
    slug: 'iran',
    names: { az: 'İran', ru: 'Иран', en: 'Iran', hy: 'Իրան' },
    railTitle: {
      az: 'İranın ən vacib xəbərləri',
      ru: 'Главные новости Ирана',
      en: 'The most important news of Iran',
      hy: 'Իրանի ամենակարևոր լուրերը',
    },
    order: 4,
    inRail: true,
  },
  {
    key: 'azerbaijan',
    slug: 'azerbaijan',
    names: { az: 'Azərbaycan', ru: 'Азербайджан', en: 'Azerbaijan', hy: 'Ադրբեջան' },
    railTitle: {
      az: 'Azərbaycanın ən vacib xəbərləri',
      ru: 'Главные новости Азербайджана',
      en: 'The most important news of Azerbaijan',
      hy: 'Ադրբեջանի ամենակարևոր լուրերը',
    },
    order: 5,
    inRail: false,
  },
  {
    key: 'central-asia',
    slug: 'central-asia',
    names: { az: 'Mərkəzi Asiya', ru: 'Центральная Азия', en: 'Central Asia', hy: 'Կենտրոնական Ասիա' },
    railTitle: {
      az: 'Mərkəzi Asiyanın ən vacib xəbərləri',
      ru: 'Главные новости Центральной Азии',
      en: 'The most important news of Central Asia',
      hy: 'Կենտրոնական Ասիայի ամենակարևոր լուրերը',
    },
    order: 6,
    inRail: false,
  },
];
