import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleArticle, sampleSite } from '../../../test/sample-newsroom.ts';
import { StandInNewsroom } from '../../../test/stand-in-newsroom.ts';
import { ApiClient } from './api-client.ts';
import { mostReadKeys, Newsroom, type MostReadAsked } from './newsroom.ts';
import { PageReading } from './page-reading.ts';

const asked: MostReadAsked = { language: 'en', hours: 24 };
const { order, numbers } = mostReadKeys(asked);
let desk: StandInNewsroom;
let api: ApiClient;

beforeEach(async () => {
  desk = new StandInNewsroom(sampleSite());
  desk.articles = Array.from({ length: 12 }, (_, index) => sampleArticle(index + 1));
  for (const number of [1, 2, 3]) desk.views.set(sampleArticle(number).id, number * 10);
  await desk.start();
  api = new ApiClient({ url: desk.url });
});
afterEach(async () => {
  api.close();
  await desk.stop();
});

describe('what is most read', () => {
  it('is looked at again, and its pages are told whether stories or only numbers are different', async () => {
    const newsroom = new Newsroom(api);
    await newsroom.mostRead(asked);
    expect(await newsroom.renewMostRead()).toEqual([]);
    desk.views.set(sampleArticle(3).id, 31);
    expect(await newsroom.renewMostRead()).toEqual([numbers]);
    await newsroom.mostRead(asked);
    desk.views.set(sampleArticle(1).id, 99);
    expect(await newsroom.renewMostRead()).toContain(order);
  });

  it('is asked for again by its pages when other answers took its place in memory', async () => {
    const newsroom = new Newsroom(api, { keep: 2 });
    await newsroom.mostRead(asked);
    for (const limit of [1, 2]) await newsroom.list({ language: 'en', kind: 'home', limit });
    expect(await newsroom.renewMostRead()).toEqual([order]);
    expect(await newsroom.renewMostRead()).toEqual([]);
  });
});

describe('what is kept in memory', () => {
  it('are the lists that many pages share, and neither later pages nor feeds with whole texts', async () => {
    const newsroom = new Newsroom(api);
    const home = { language: 'en', kind: 'home', limit: 5 } as const;
    const times = async (read: () => Promise<unknown>) => {
      const before = desk.asked.length;
      await read();
      await read();
      return desk.asked.length - before;
    };
    expect(await times(() => newsroom.list(home))).toBe(1);
    expect(await times(() => newsroom.list({ ...home, older: '5' }))).toBe(2);
    expect(await times(() => newsroom.feed(home))).toBe(2);
  });
});

describe('what stands beside a story', () => {
  const softKeys = async (number: number) => {
    const reading = new PageReading(new Newsroom(api));
    await reading.articlePage('en', sampleArticle(number).slug);
    return reading.soft;
  };

  it('changes with the newest of its language only where these stand in for what is near', async () => {
    expect(await softKeys(1)).not.toContain('list:en:home');
    desk.articles.push(sampleArticle(20, { sectionId: null, regionIds: [], topics: [] }));
    expect(await softKeys(20)).toContain('list:en:home');
  });
});
