import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleArticle, sampleSite } from '../../../test/sample-newsroom.ts';
import { StandInNewsroom } from '../../../test/stand-in-newsroom.ts';
import { ApiClient } from '#lib/server/api-client.ts';
import { Newsroom } from '#lib/server/newsroom.ts';
import { dayKey, PageReading } from '#lib/server/page-reading.ts';
import { toSiteView } from '#lib/site/site-view.ts';
import { readSearch } from './search-address.ts';
import { readSearchPage } from './search-page.ts';

let desk: StandInNewsroom;
let api: ApiClient;

beforeEach(async () => {
  desk = new StandInNewsroom(sampleSite());
  desk.articles = [sampleArticle(1)];
  await desk.start();
  api = new ApiClient({ url: desk.url });
});
afterEach(async () => {
  api.close();
  await desk.stop();
});

describe('the stored page of a search', () => {
  it.each([
    ['q=Headline&period=week', true],
    ['q=Headline&period=year', true],
    ['q=Headline&period=week&from=2024-11-01', false],
    ['q=Headline', false],
  ])('is of its day alone where it looks back from today: %s', async (query, isOfToday) => {
    const reading = new PageReading(new Newsroom(api));
    const site = toSiteView(desk.site, 'en', 'https://ledger.example');
    await readSearchPage(reading, site, readSearch(new URLSearchParams(query)));
    expect(reading.hard.has(dayKey)).toBe(isOfToday);
  });
});
