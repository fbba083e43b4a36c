import type { ContentType, Language } from '@broadsheet/types';
import type { AuthorKey } from './types.ts';

/** What is kept beside the texts of a story, for the inspector and for machines. */
interface DemoDetails {
  contentType?: ContentType;
  priority?: number;
  notes?: string;
  /** Who took its pictures. */
  photographs?: readonly AuthorKey[];
  articles?: Partial<
    Record<
      Language,
      {
        translator?: AuthorKey;
        summary?: string;
        seoTitle?: string;
        seoDescription?: string;
        sourceName?: string;
        sourceUrl?: string;
        canonicalUrl?: string;
      }
    >
  >;
}

export const details: Readonly<Record<string, DemoDetails>> = {
  'mountain-path': {
    priority: 2,
    notes: 'The volunteers send two more pictures from the second spring on Friday.',
    photographs: ['kamran-yazdar'],
    articles: {
      en: {
        summary: 'Volunteers have reopened the path over the Orveli Pass, which was closed for nine winters.',
        seoTitle: 'Orveli Pass: the mountain path is open again',
        seoDescription:
          'After nine winters the path over the Orveli Pass is open. How the volunteers cleared it, and how long the walk takes.',
      },
      ru: { translator: 'leyla-sarvanli' },
      hy: { translator: 'nare-solak' },
    },
  },
  'village-stream': {
    articles: { en: { translator: 'tamar-elani' }, ru: { translator: 'leyla-sarvanli' } },
  },
  'in-praise-of-the-bench': { contentType: 'opinion' },
  'let-the-queue-talk': {
    contentType: 'opinion',
    articles: {
      en: {
        sourceName: 'The Courtyard Review',
        sourceUrl: 'https://courtyard.example/',
        canonicalUrl: 'https://courtyard.example/essays/let-the-queue-talk',
      },
    },
  },
  'bus-that-waits': { contentType: 'analysis' },
  'bridge-inspection': {
    articles: {
      en: {
        summary: 'The old bridge was inspected stone by stone, and it holds.',
      },
    },
  },
};
