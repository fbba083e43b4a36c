import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleSite } from '../../../test/sample-newsroom.ts';
import { StandInNewsroom } from '../../../test/stand-in-newsroom.ts';
import { ChangeFollower } from './change-follower.ts';

let newsroom: StandInNewsroom;
let follower: ChangeFollower;
let seen: string[];
let gaps: number;

beforeEach(async () => {
  newsroom = new StandInNewsroom(sampleSite());
  await newsroom.start();
  seen = [];
  gaps = 0;
  follower = new ChangeFollower({
    url: newsroom.url,
    onChange: (keys) => seen.push(...keys),
    onGap: () => {
      gaps++;
    },
    checkEvery: 100,
    backoff: [10, 40],
  });
  newsroom.announce(['before']);
  follower.start();
  await vi.waitFor(() => {
    expect(newsroom.followers).toBe(1);
    expect(gaps).toBe(1);
  });
});

afterEach(async () => {
  follower.stop();
  await newsroom.stop();
});

describe('following the change feed', () => {
  it('hands on each change once and in order, without what was before its time', async () => {
    newsroom.announce(['article:1']);
    newsroom.announce(['article:2', 'site']);
    await vi.waitFor(() => {
      expect(seen).toEqual(['article:1', 'article:2', 'site']);
    });
    expect(gaps).toBe(1);
  });

  it('F24 missed-purge-heals: finds a change of which no notice came', async () => {
    newsroom.announce(['article:1'], { isLost: true });
    await vi.waitFor(() => {
      expect(seen).toEqual(['article:1']);
    });
    expect(gaps).toBe(1);
  });

  it('reads on from where it was when the connection breaks', async () => {
    await newsroom.stop();
    newsroom.announce(['article:1']);
    await newsroom.start();
    await vi.waitFor(() => {
      expect(seen).toEqual(['article:1']);
    });
    expect(gaps).toBe(1);
  });

  it('counts everything as uncertain after a restart of the API', async () => {
    await newsroom.stop();
    newsroom.boot = 'second';
    await newsroom.start();
    await vi.waitFor(() => {
      expect(gaps).toBe(2);
    });
  });
});
