import type { Article, Language, Problem, Story } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makeContent, writeText } from '../../test/factories/make-content.ts';
import { makePerson } from '../../test/factories/make-person.ts';
import { makeSection } from '../../test/factories/make-section.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp({ searchUpkeep: 50 });
  const chief = await makePerson(test, { role: 'editor_in_chief' });
  const { id: sectionId } = await makeSection(test);
  const story = (await chief.request('POST', '/api/stories', { language: 'en', sectionId })).as<Story>();
  const { id } = story.articles[0]!;
  await writeText(test, id, chief.id, makeContent('A rain of abc', ['Only a script, an article, an alert.']));
  const { version } = (await chief.request('GET', `/api/articles/${id}`)).as<Article>();
  expect((await chief.request('POST', `/api/articles/${id}/publish`, { version })).status).toBe(200);
});
afterAll(() => test.close());

const ask = (language: Language, query: Record<string, string>) =>
  fetch(`${test.url}/api/public/${language}/search?${new URLSearchParams(query).toString()}`);

const cursorAt = (place: string): string => Buffer.from(place, 'utf8').toString('base64url');

describe('hostile queries (S2, S21)', () => {
  const hostile = [
    "'; drop table article; --",
    "' or 1=1 --",
    "')) <-> !! :* & | ((",
    '"unbalanced',
    '"" "" \'\' «',
    '\0\0a\0',
    '\\',
    'a\\'.repeat(50),
    '(a+)+$'.repeat(700),
    '-'.repeat(10_000),
    'a '.repeat(5000),
    '😀😀 🇦🇿',
    'שלום עולם مرحبا',
    '\u202eabc\u202c',
    '\ud800',
    '%00%%',
    '__proto__ constructor',
    '<script>alert(1)</script>',
    'ı'.repeat(2000),
    '*',
    '-only',
  ];
  it.each(hostile.map((q) => [q.slice(0, 30), q]))('answers %j with a result page, soon', async (_, q) => {
    const began = performance.now();
    for (const language of ['az', 'ru', 'en', 'hy'] as const) {
      expect((await ask(language, { q })).status).toBe(200);
      const answer = await fetch(
        `${test.url}/api/public/${language}/suggestions?${new URLSearchParams({ q }).toString()}`,
      );
      expect(answer.status).toBe(200);
    }
    expect(performance.now() - began).toBeLessThan(4000);
  });

  it('refuses keys it does not know, and filters and cursors of nobody’s (S1)', async () => {
    const refused = async (query: string) =>
      ((await (await fetch(`${test.url}/api/public/en/search?${query}`)).json()) as Problem).code;
    for (const query of ['q=a&status=draft', 'q=a&include=desk_note', 'q=a&section=x', 'q=a&sort=views'])
      expect(await refused(query)).toBe('INPUT_INVALID');
    expect(await refused('q=a&cursor=bm9ib2R5')).toBe('INPUT_INVALID');
    expect(await refused('q=a&from=2024-13-40')).toBe('INPUT_INVALID');
    for (const day of ['0000-01-01', '2026-02-30'])
      expect(await refused(`q=a&cursor=${cursorAt(`${day}T00:00:00.000Z 0`)}`), day).toBe('INPUT_INVALID');
  });

  it('takes no day that a database can’t count back from (S2)', async () => {
    for (const day of ['0000-01-01', '0000-02-29', '0001-01-01'])
      for (const name of ['from', 'to'])
        expect((await ask('en', { q: 'rain', [name]: day })).status, `${name}=${day}`).toBe(422);
    for (const day of ['1600-01-01', '9999-12-31'])
      for (const name of ['from', 'to'])
        expect((await ask('en', { q: 'rain', [name]: day })).status, `${name}=${day}`).toBe(200);
  });
});
