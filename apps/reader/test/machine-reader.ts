import { renderHtml } from '@broadsheet/document/render';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, vi } from 'vitest';
import { runReader, type TestReader } from './run-reader.ts';
import { sampleArticle, sampleSite } from './sample-newsroom.ts';
import { StandInNewsroom } from './stand-in-newsroom.ts';

const versions = ['az', 'ru', 'en', 'hy'] as const;
const translations = versions.map((language) => ({
  language,
  slug: `${language}-1`,
  isSyndicated: false,
}));
const film = renderHtml(
  {
    type: 'doc',
    content: [
      {
        type: 'embed',
        attrs: { id: 'embed1', address: 'https://youtu.be/aqz-KE-bpKQ', title: 'The way up' },
        content: [{ type: 'caption' }],
      },
    ],
  },
  { language: 'en', picture: () => null },
);
const html =
  film +
  '<p>Read <a href="/en/news/other">this</a> &amp; that.</p><!--related:0192f000-0000-7000-8001-000000000001-->' +
  '<figure class="pic"><picture><source type="image/avif" srcset="/media/k/320.avif 320w" sizes="1px">' +
  '<img src="/media/k/640.webp" srcset="/media/k/320.webp 320w" sizes="1px" alt=""></picture></figure>';

/** A site with a story in four languages and one without a picture, seen by machines. */
export class MachineReader {
  readonly newsroom: StandInNewsroom;
  readonly reader: TestReader;

  private constructor(newsroom: StandInNewsroom, reader: TestReader) {
    this.newsroom = newsroom;
    this.reader = reader;
  }

  static async open(): Promise<MachineReader> {
    const newsroom = new StandInNewsroom(sampleSite());
    newsroom.articles = [
      ...versions.map((language) =>
        sampleArticle(1, {
          language,
          slug: `${language}-1`,
          translations,
          html,
          basedOn: language === 'en' ? null : { id: sampleArticle(1).id, language: 'en', slug: 'en-1' },
          corrections: [{ at: '2024-11-08', text: 'The road is longer.' }],
        }),
      ),
      sampleArticle(2, { picture: null, headline: 'No picture <&>"', card: '0123456789ab' }),
    ];
    await newsroom.start();
    const reader = await runReader(newsroom);
    await vi.waitFor(() => {
      expect(newsroom.followers).toBe(1);
    });
    return new MachineReader(newsroom, reader);
  }

  async close(): Promise<void> {
    await this.reader.stop();
    await this.newsroom.stop();
  }

  /** As a new newsroom has them. */
  reset(): Promise<void> {
    const crawlers = { searchEngines: true, textVersions: true, aiTraining: false };
    return this.change({ feedFullText: false, crawlers });
  }

  /** Changes the settings and waits until the site has heard of it. */
  async change(changes: Partial<StandInNewsroom['site']>): Promise<void> {
    const { newsroom } = this;
    const mark = `Mark ${crypto.randomUUID()}`;
    const { texts } = newsroom.site;
    newsroom.site = {
      ...newsroom.site,
      ...changes,
      texts: { ...texts, en: { ...texts.en, description: mark } },
    };
    newsroom.announce(['site']);
    await vi.waitFor(
      async () => {
        expect(await this.text('/en/manifest.webmanifest')).toContain(mark);
      },
      { timeout: 5000 },
    );
  }

  async text(path: string): Promise<string> {
    return (await this.reader.get(path)).body;
  }

  /** The JSON-LD of a page. */
  async things(path: string): Promise<Record<string, unknown>[]> {
    const blocks = (await this.text(path)).matchAll(
      /<script type="application\/ld\+json">([\s\S]*?)<\/script>/g,
    );
    return [...blocks].map(([, json]) => JSON.parse(String(json)) as Record<string, unknown>);
  }
}

/** Well-formed XML as an object; items, entries and addresses always as lists. */
export function parseXml(xml: string): Record<string, Record<string, unknown>> {
  expect(XMLValidator.validate(xml)).toBe(true);
  const parser = new XMLParser({
    ignoreAttributes: false,
    isArray: (name) => ['item', 'entry', 'url'].includes(name),
  });
  return parser.parse(xml) as Record<string, Record<string, unknown>>;
}
