import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Documents } from '../../src/collaboration/documents.service.ts';
import { createTestApp, type TestApp } from '../create-test-app.ts';
import { Newsroom, oneParagraph, type Staff } from './newsroom.ts';
import { Writer } from './writer.ts';

describe('writing together', () => {
  let test: TestApp;
  let newsroom: Newsroom;
  let aysel: Staff;
  const writers: Writer[] = [];
  const sit = (staff: Staff, articleId: string) => {
    const writer = new Writer({ url: test.url, staff, articleId });
    writers.push(writer);
    return writer;
  };

  beforeAll(async () => {
    test = await createTestApp();
    newsroom = new Newsroom(test.dataSource, test.app.get(Documents));
    aysel = await newsroom.person('Aysel');
  });
  afterAll(async () => {
    for (const writer of writers) writer.leave();
    await test.close();
  });

  it('shows one person what the other types, and stores it before it is called saved', async () => {
    const articleId = await newsroom.article(aysel, { content: oneParagraph('The bridge') });
    const [first, second] = [sit(aysel, articleId), sit(aysel, articleId)];
    await Promise.all([first.synced(), second.synced()]);
    expect(first.text).toBe('The bridge');
    first.type(' is open');
    await first.saved();
    expect(JSON.stringify(await newsroom.stored(articleId))).toContain('The bridge is open');
    await second.until(() => second.text === 'The bridge is open');
  });
});
