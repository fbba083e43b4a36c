import { get } from 'node:http';
import type { Change } from '@broadsheet/types';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { somebodyWaits } from '../../test/somebody-waits.ts';
import { ChangeFeed } from './change-feed.service.ts';
import { announceChange } from './announce-change.ts';

interface Hello {
  number: number;
  boot: string;
  gap: boolean;
}

/** A consumer of the feed, as the reader is one. */
class Follower {
  hello: Hello | null = null;
  readonly changes: Change[] = [];
  beats = 0;
  ended = false;
  private readonly abort = new AbortController();

  constructor(url: string, query = '', headers: Record<string, string> = {}) {
    void this.follow(`${url}/api/changes${query}`, headers).finally(() => {
      this.ended = true;
    });
  }

  get keys(): string[] {
    return this.changes.flatMap((change) => change.keys);
  }

  close(): void {
    this.abort.abort();
  }

  private async follow(address: string, headers: Record<string, string>): Promise<void> {
    const answer = await fetch(address, { headers, signal: this.abort.signal }).catch(() => null);
    if (!answer?.body) return;
    let rest = '';
    try {
      for await (const text of answer.body.pipeThrough(new TextDecoderStream())) {
        const events = (rest + text).split('\n\n');
        rest = events.pop() ?? '';
        for (const event of events) this.take(event);
      }
    } catch {
      // closed by the test
    }
  }

  private take(event: string): void {
    if (event.startsWith(':')) this.beats += 1;
    const data = /^data: (.*)$/m.exec(event)?.[1];
    if (data === undefined) return;
    if (event.startsWith('event: hello')) this.hello = JSON.parse(data) as Hello;
    else this.changes.push(JSON.parse(data) as Change);
  }
}

describe('the feed of changes', () => {
  let test: TestApp;
  let sibling: TestApp;
  let followers: Follower[] = [];
  beforeAll(async () => {
    test = await createTestApp({ relayPoll: 200, feedHeartbeat: 100 });
    sibling = await test.sibling();
  });
  afterEach(() => {
    for (const follower of followers) follower.close();
    followers = [];
  });
  afterAll(() => test.close());

  const follow = (query = '', app = test, headers: Record<string, string> = {}) => {
    const follower = new Follower(app.url, query, headers);
    followers.push(follower);
    return follower;
  };
  const change = (key: string) => test.dataSource.transaction((manager) => announceChange(manager, [key]));

  it('greets with its newest number, then tells what changes, on every process', async () => {
    const [here, there] = [follow(), follow('', sibling)];
    await expect.poll(() => here.hello !== null && there.hello !== null).toBe(true);
    await change('article:1');
    for (const follower of [here, there]) {
      await expect.poll(() => follower.keys).toEqual(['article:1']);
      expect(follower.changes[0]!.number).toBe(follower.hello!.number + 1);
    }
    expect(here.hello!.boot).not.toBe(there.hello!.boot);
  });

  it('gives numbers in the order in which changes become visible, whatever commits first', async () => {
    const follower = follow();
    await expect.poll(() => follower.hello).not.toBeNull();
    let release = () => undefined as void;
    const held = new Promise<void>((resolve) => (release = resolve));
    const slow = test.dataSource.transaction(async (manager) => {
      await announceChange(manager, ['begun first']);
      await held;
    });
    await change('committed first');
    await expect.poll(() => follower.keys).toEqual(['committed first']);
    release();
    await slow;
    await expect.poll(() => follower.keys).toEqual(['committed first', 'begun first']);
    const numbers = follower.changes.map((each) => each.number);
    expect(numbers[1]).toBe(numbers[0]! + 1);
  });

  it('goes on from the number that a consumer saw last, without a gap or a double', async () => {
    const first = follow();
    await expect.poll(() => first.hello).not.toBeNull();
    const seen = first.hello!.number;
    first.close();
    for (const key of ['missed 1', 'missed 2', 'missed 3']) await change(key);
    const again = follow(`?after=${seen}`, sibling);
    await expect.poll(() => again.keys).toEqual(['missed 1', 'missed 2', 'missed 3']);
    expect(again.hello!.gap).toBe(false);
    const byHeader = follow('', test, { 'last-event-id': String(seen + 2) });
    await expect.poll(() => byHeader.keys).toEqual(['missed 3']);
  });

  it('numbers what waits by when it was written, whatever the ids say', async () => {
    const follower = follow();
    await expect.poll(() => follower.hello).not.toBeNull();
    await test.dataSource.query(
      `insert into outbox (id, keys, created_at) values
         ('ffffffff-ffff-7fff-8fff-ffffffffffff', array['written first'], now() - interval '2 microseconds'),
         (gen_random_uuid(), array['written second'], now())`,
    );
    await expect.poll(() => follower.keys).toEqual(['written first', 'written second']);
  });

  it('says that there is a gap to a consumer whose number is not kept, or was never given', async () => {
    await test.dataSource.query('delete from outbox where number < (select max(number) from outbox)');
    const [forgotten, future, fresh] = [follow('?after=0'), follow('?after=999999'), follow()];
    for (const follower of [forgotten, future, fresh]) {
      await expect.poll(() => follower.hello?.gap).toBe(true);
      expect(follower.changes).toEqual([]);
    }
    await change('after the gap');
    for (const follower of [forgotten, future, fresh])
      await expect.poll(() => follower.keys).toEqual(['after the gap']);
  });

  it('shows that it lives while nothing changes', async () => {
    const follower = follow();
    await expect.poll(() => follower.beats).toBeGreaterThan(1);
  });

  it('passes on changes that no notice told of', async () => {
    const follower = follow();
    await expect.poll(() => follower.hello).not.toBeNull();
    await test.dataSource.query(
      `insert into outbox (id, keys) values (gen_random_uuid(), array['without a notice'])`,
    );
    await expect.poll(() => follower.keys).toEqual(['without a notice']);
  });

  it('keeps nobody who left before they were greeted', async () => {
    const quiet = await test.sibling();
    const feed = quiet.app.get(ChangeFeed);
    const server = quiet.app.getHttpServer();
    const connections = () =>
      new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));
    await test.dataSource.transaction(async (manager) => {
      await manager.query('lock table outbox in access exclusive mode');
      const request = get(`${quiet.url}/api/changes`).on('error', () => undefined);
      await expect.poll(() => somebodyWaits(test)).toBe(true);
      request.destroy();
      await expect.poll(connections).toBe(0);
    });
    const other = follow('', quiet);
    await expect.poll(() => other.hello).not.toBeNull();
    expect(feed.followers).toBe(1);
  });

  it('refuses a number that is none', async () => {
    expect((await fetch(`${test.url}/api/changes?after=x`)).status).toBe(422);
  });
});
