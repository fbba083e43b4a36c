import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Notices } from '../src/database/notices.service.ts';
import { defaultTimings } from '../src/env.ts';
import { DatabaseProxy } from './collaboration/database-proxy.ts';
import { createTestApp, type TestApp } from './create-test-app.ts';

describe('what processes tell each other', () => {
  let test: TestApp;
  let wire: DatabaseProxy;
  let notices: Notices;
  const heard: string[] = [];
  beforeAll(async () => {
    test = await createTestApp();
    wire = await DatabaseProxy.before(test.env.DATABASE_URL);
    notices = new Notices({ ...test.env, DATABASE_URL: wire.url }, { ...defaultTimings, noticeCheck: 200 });
    await notices.onModuleInit();
    notices.on('article', (id) => heard.push(id));
    notices.onGap(() => heard.push('something was missed'));
  });
  afterAll(async () => {
    await notices.onApplicationShutdown();
    wire.close();
    await test.close();
  });

  const tell = (id: string) =>
    test.dataSource.transaction((manager) => test.app.get(Notices).send(manager, 'article', id));

  it('is heard by others', async () => {
    await tell('first');
    await expect.poll(() => heard).toEqual(['first']);
  });

  it('is heard again after the wire went silent, and that something was missed', async () => {
    heard.length = 0;
    wire.strand();
    await tell('never heard');
    await expect.poll(() => heard, { timeout: 5000 }).toEqual(['something was missed']);
    await tell('heard');
    await expect.poll(() => heard).toEqual(['something was missed', 'heard']);
  });
});
