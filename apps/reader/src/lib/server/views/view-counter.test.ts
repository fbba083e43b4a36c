import { describe, expect, it } from 'vitest';
import { ViewCounter, type CountedView } from './view-counter.ts';

const story = (number: number) => `0192f000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const safari =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15';

function desk() {
  const batches: CountedView[][] = [];
  const counted: string[] = [];
  const clock = { now: Date.parse('2024-11-07T11:10:00Z') };
  const api = { isDown: false };
  const counter = new ViewCounter({
    send: (views) => {
      if (api.isDown) return Promise.reject(new Error('away'));
      batches.push(views);
      return Promise.resolve();
    },
    onCounted: (ids) => counted.push(...ids),
    now: () => clock.now,
  });
  const read = (number: number, network = '192.0.2.1', userAgent = firefox) =>
    counter.count({ articleId: story(number), network, userAgent });
  return { batches, counted, clock, api, counter, read };
}

describe('how often a story is read', () => {
  it('counts a reader once an hour for each story', () => {
    const { read, clock } = desk();
    expect([read(1), read(1), read(2), read(1, '192.0.2.2'), read(1, '192.0.2.1', safari)]).toEqual([
      true,
      false,
      true,
      true,
      true,
    ]);
    clock.now += 49 * 60_000;
    expect(read(1)).toBe(false);
    clock.now += 60_000;
    expect(read(1)).toBe(true);
  });

  it.each([
    ['a search engine', 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'],
    ['a link preview', 'facebookexternalhit/1.1'],
    ['a trainer of models', 'Mozilla/5.0 (compatible; GPTBot/1.2; +https://openai.com/gptbot)'],
    ['a program', 'curl/8.5.0'],
    ['a browser without a window', 'Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/140.0.0.0 Safari/537.36'],
    ['somebody without a name', ''],
  ])('leaves out %s', (_, userAgent) => {
    expect(desk().read(1, '192.0.2.1', userAgent)).toBe(false);
  });

  it('hands its numbers on in batches, and says which stories have new ones', async () => {
    const { read, counter, batches, counted } = desk();
    read(1);
    read(1, '192.0.2.2');
    read(2);
    await counter.flush();
    await counter.flush();
    expect(batches).toEqual([
      [
        { articleId: story(1), count: 2 },
        { articleId: story(2), count: 1 },
      ],
    ]);
    expect(counted).toEqual([story(1), story(2)]);
  });

  it('keeps its numbers while the newsroom is away', async () => {
    const { read, counter, batches, api } = desk();
    api.isDown = true;
    read(1);
    await counter.flush();
    read(1, '192.0.2.2');
    api.isDown = false;
    await counter.flush();
    expect(batches).toEqual([[{ articleId: story(1), count: 2 }]]);
  });

  it('believes no flood: neither of names from one network, nor of stories that nobody wrote', async () => {
    const { read, counter, batches } = desk();
    const posers = Array.from({ length: 500 }, (_, i) => read(1, '192.0.2.1', `${firefox} v${String(i)}`));
    expect(posers.filter(Boolean)).toHaveLength(60);
    for (let i = 0; i < 20_000; i++) read(i + 2, `198.51.${String(i % 256)}.${String(i >> 8)}`);
    await counter.flush();
    expect(batches[0]).toHaveLength(5000);
  });
});
