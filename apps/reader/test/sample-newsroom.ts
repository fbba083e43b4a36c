import { languages, type Language, type PublicArticle, type PublicSite } from '@broadsheet/types';

const uuid = (kind: number, number: number): string =>
  `0192f000-0000-7000-800${String(kind)}-${String(number).padStart(12, '0')}`;

const ids = {
  politics: uuid(1, 1),
  opinion: uuid(1, 2),
  georgia: uuid(2, 1),
  iran: uuid(2, 2),
  topic: uuid(3, 1),
  author: uuid(4, 1),
};

const inEach = (text: (language: Language) => string): Record<Language, string> => ({
  az: text('az'),
  ru: text('ru'),
  en: text('en'),
  hy: text('hy'),
});

/** A site in four languages with two sections and two regions. */
export function sampleSite(changes: Partial<PublicSite> = {}): PublicSite {
  return {
    timeZone: 'Asia/Baku',
    defaultLanguage: 'en',
    liveLanguages: [...languages],
    texts: {
      az: texts('Xəzər Jurnalı'),
      ru: texts('Каспийский журнал'),
      en: texts('The Caspian Ledger'),
      hy: texts('Կասպից հանդես'),
    },
    showViews: true,
    feedFullText: false,
    crawlers: { searchEngines: true, textVersions: true, aiTraining: false },
    icons: inEach((language) => `icon${language}`),
    sections: [
      { id: ids.politics, slug: 'politics', names: inEach((language) => `Politics ${language}`) },
      { id: ids.opinion, slug: 'opinion', names: { en: 'Opinion' } },
    ],
    regions: [
      {
        id: ids.georgia,
        slug: 'georgia',
        names: inEach((language) => `Georgia ${language}`),
        railTitles: inEach((language) => `News of Georgia ${language}`),
        inRail: true,
      },
      {
        id: ids.iran,
        slug: 'iran',
        names: inEach((language) => `Iran ${language}`),
        railTitles: inEach((language) => `News of Iran ${language}`),
        inRail: true,
      },
    ],
    ...changes,
  };
}

const texts = (name: string): PublicSite['texts'][Language] => ({
  name,
  description: 'News of the Caspian',
  social: { telegram: 'https://t.example/ledger' },
  apps: {},
  followHeading: '',
  reuseTerms: 'Only with a hyperlink.',
  copyright: name,
  sourceLine: name,
  menu: [],
});

/** An article of the sample site; `number` tells stories apart and orders them, the highest newest. */
export function sampleArticle(number: number, changes: Partial<PublicArticle> = {}): PublicArticle {
  const language = changes.language ?? 'en';
  const slug = changes.slug ?? `story-${String(number)}`;
  const at = new Date(Date.UTC(2024, 10, 7, 11, 40) + number * 60_000).toISOString();
  return {
    id: uuid(5, number * 4 + languages.indexOf(language)),
    storyId: uuid(6, number),
    language,
    slug,
    headline: `Headline ${String(number)}`,
    standfirst: `Standfirst ${String(number)}`,
    sectionId: ids.politics,
    regionIds: [ids.georgia],
    authorNames: ['Tamar Elani'],
    picture: {
      keys: {
        full: `full${String(number)}`,
        '3x2': `list${String(number)}`,
        '16x9': `lead${String(number)}`,
      },
      width: 2000,
      height: 1500,
      tint: '#8fb4c9',
      alt: 'A mountain path',
      caption: 'The path.',
      credit: 'Someone',
      licence: 'CC0',
    },
    publishedAt: at,
    modifiedAt: at,
    html: `<p>Text of story ${String(number)}.</p>`,
    standfirstHtml: '',
    priority: 3,
    wordCount: 4,
    seoTitle: '',
    seoDescription: '',
    topics: [{ id: ids.topic, slug: 'mountains', name: 'Mountains' }],
    authors: [{ id: ids.author, slug: 'tamar-elani', name: 'Tamar Elani', role: 'text' }],
    contentType: 'news',
    summary: '',
    canonicalUrl: null,
    source: null,
    corrections: [],
    outline: [],
    relatedStories: [],
    translations: [{ language, slug, isSyndicated: false }],
    basedOn: null,
    card: 'card',
    ...changes,
  };
}
