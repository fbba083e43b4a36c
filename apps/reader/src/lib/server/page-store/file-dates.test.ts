import { describe, expect, it } from 'vitest';
import { FileDates } from './file-dates.ts';

const begin = Date.UTC(2024, 10, 7, 11, 40);

function setUp(most?: number) {
  const clock = { now: begin };
  const dates = new FileDates({ now: () => clock.now, ...(most === undefined ? {} : { most }) });
  return { clock, dates };
}

describe('the date of a feed', () => {
  it('is when it became what it is, and stays while nothing changes', () => {
    const { clock, dates } = setUp();
    expect(dates.of('/en/feed.xml', 'one')).toMatchObject({
      text: 'Thu, 07 Nov 2024 11:40:00 GMT',
      isSure: true,
    });
    clock.now += 60_000;
    expect(dates.of('/en/feed.xml', 'one').text).toBe('Thu, 07 Nov 2024 11:40:00 GMT');
    expect(dates.of('/en/feed.xml', 'two').text).toBe('Thu, 07 Nov 2024 11:41:00 GMT');
    clock.now += 60_000;
    expect(dates.of('/en/feed.xml', 'one').text).toBe('Thu, 07 Nov 2024 11:42:00 GMT');
  });

  it('tells nothing for sure when it changed twice within a second, until it is made again', () => {
    const { clock, dates } = setUp();
    dates.of('/en/feed.xml', 'one');
    clock.now += 900;
    expect(dates.of('/en/feed.xml', 'two').isSure).toBe(false);
    expect(dates.of('/en/feed.atom', 'two').isSure).toBe(true);
    clock.now += 100;
    expect(dates.of('/en/feed.xml', 'two')).toMatchObject({
      text: 'Thu, 07 Nov 2024 11:40:01 GMT',
      isSure: true,
    });
  });

  it('is a later one for what was forgotten', () => {
    const { clock, dates } = setUp(1);
    dates.of('/en/feed.xml', 'one');
    dates.of('/ru/feed.xml', 'one');
    clock.now += 1000;
    expect(dates.of('/en/feed.xml', 'one').text).toBe('Thu, 07 Nov 2024 11:40:01 GMT');
  });
});
