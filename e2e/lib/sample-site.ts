import { languages, renditionWidths, type Language, type PublicArticle } from '@broadsheet/types';
import { onTestFinished } from 'vitest';
import sharp from 'sharp';
import { runReader, type TestReader } from '../../apps/reader/test/run-reader.ts';
import { sampleArticle, sampleSite } from '../../apps/reader/test/sample-newsroom.ts';
import { StandInNewsroom } from '../../apps/reader/test/stand-in-newsroom.ts';
import { sampleTexts } from './sample-texts.ts';

export interface SampleSite {
  newsroom: StandInNewsroom;
  /** Where the site is; it stays there when it goes down and comes back. */
  url: string;
  goDown: () => Promise<void>;
  comeBack: () => Promise<void>;
}

const stories = 25;

/**
 * The built site before a newsroom that never changes by itself: the same stories, dates and pictures on every
 * machine, and a server that may be switched off. Gone with the test.
 */
export async function openSampleSite(): Promise<SampleSite> {
  const newsroom = new StandInNewsroom(sampleSite());
  newsroom.articles = languages.flatMap((language) =>
    Array.from({ length: stories }, (_, index) => storyIn(language, index + 1)),
  );
  await hangPictures(newsroom);
  await newsroom.start();
  let reader: TestReader | null = await runReader(newsroom);
  const { port } = reader;
  const url = `http://127.0.0.1:${port}`;
  const goDown = async () => {
    await reader?.stop();
    reader = null;
  };
  onTestFinished(async () => {
    await goDown();
    await newsroom.stop();
  });
  return {
    newsroom,
    url,
    goDown,
    comeBack: async () => {
      reader = await runReader(newsroom, { PORT: String(port) });
    },
  };
}

/** Withdraws a story, as readers come to know of it. */
export function withdraw({ newsroom }: SampleSite, language: Language, slug: string): void {
  newsroom.gone.add(`${language}/${slug}`);
  const article = newsroom.articles.find((each) => each.language === language && each.slug === slug);
  newsroom.announce([`article:${article?.id}`]);
}

function storyIn(language: Language, number: number): PublicArticle {
  const { headlines, standfirst, html } = sampleTexts[language];
  return sampleArticle(number, {
    language,
    headline: `${headlines[number % headlines.length]} ${number}`,
    standfirst,
    html,
    translations: languages.map((each) => ({
      language: each,
      slug: `story-${number}`,
      isSyndicated: false,
    })),
  });
}

/** Two hills under a sky: something that is plainly there or not. */
async function hangPictures(newsroom: StandInNewsroom): Promise<void> {
  for (const [crop, width, height] of [
    ['full', 640, 480],
    ['list', 640, 427],
    ['lead', 640, 360],
  ] as const) {
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
      <rect width="100%" height="100%" fill="#8fb4c9"/><circle cx="30%" cy="120%" r="60%" fill="#47633f"/>
      <circle cx="85%" cy="130%" r="60%" fill="#6d8a4c"/></svg>`;
    const drawn = sharp(Buffer.from(drawing));
    const files = [
      ['avif', await drawn.clone().avif({ quality: 50, effort: 2 }).toBuffer()],
      ['webp', await drawn.clone().webp({ quality: 80 }).toBuffer()],
    ] as const;
    for (let number = 1; number <= stories; number++) {
      for (const each of renditionWidths)
        for (const [format, file] of files) newsroom.media.set(`${crop}${number}/${each}.${format}`, file);
    }
  }
}
