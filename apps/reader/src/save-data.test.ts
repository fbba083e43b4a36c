import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runReader, type TestReader } from '../test/run-reader.ts';
import { sampleArticle, sampleSite } from '../test/sample-newsroom.ts';
import { StandInNewsroom } from '../test/stand-in-newsroom.ts';

let newsroom: StandInNewsroom;
let reader: TestReader;

beforeAll(async () => {
  newsroom = new StandInNewsroom(sampleSite());
  newsroom.articles = [sampleArticle(1)];
  for (const width of [320, 480, 1280])
    newsroom.media.set(`lead1/${String(width)}.webp`, Buffer.from(`${String(width)} wide`));
  await newsroom.start();
  reader = await runReader(newsroom);
});

afterAll(async () => {
  await reader.stop();
  await newsroom.stop();
});

const picture = async (width: number, saveData?: string) => {
  const headers: Record<string, string> = saveData === undefined ? {} : { 'save-data': saveData };
  const { body, headers: answered } = await reader.get(`/media/lead1/${String(width)}.webp`, headers);
  return { body, caching: answered['cache-control'], vary: answered.vary };
};

describe('a reader who spares the connection', () => {
  it('gets small pictures in the place of large ones, which no shared cache may hand to others', async () => {
    expect(await picture(1280, 'on')).toEqual({
      body: '480 wide',
      caching: 'private, max-age=86400',
      vary: 'save-data',
    });
    expect((await picture(320, 'on')).body).toBe('320 wide');
  });

  it('takes nothing from the others', async () => {
    await picture(1280, 'on');
    for (const saveData of [undefined, 'off', 'evil']) {
      expect(await picture(1280, saveData)).toEqual({
        body: '1280 wide',
        caching: 'public, max-age=86400',
        vary: 'save-data',
      });
    }
  });

  it('gets the same page as everybody', async () => {
    const plain = await reader.get('/en/news/story-1');
    const sparing = await reader.get('/en/news/story-1', { 'save-data': 'on' });
    expect(sparing.body).toBe(plain.body);
    expect(String(sparing.headers.vary ?? '')).not.toContain('save-data');
  });
});
