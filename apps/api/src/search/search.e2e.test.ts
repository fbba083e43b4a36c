import type {
  Article,
  ArticleAuthor,
  Language,
  MeantAnswer,
  SearchAnswer,
  Story,
  Suggestions,
} from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makeContent, writeText } from '../../test/factories/make-content.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { makeRegion } from '../../test/factories/make-region.ts';
import { makeSection, type MadeNamed } from '../../test/factories/make-section.ts';
import { makeAuthor, makeTopic } from '../../test/factories/make-term.ts';

let test: TestApp;
let chief: TestPerson;
let section: MadeNamed;
beforeAll(async () => {
  test = await createTestApp({ searchUpkeep: 50 });
  section = await makeSection(test);
  chief = await makePerson(test, { role: 'editor_in_chief' });
});
afterAll(() => test.close());

interface Piece {
  language?: Language;
  headline: string;
  text?: string[];
  story?: object;
  authors?: ArticleAuthor[];
}

const publish = async ({ language = 'en', headline, text = ['Nothing else.'], story, authors }: Piece) => {
  const made = (await chief.request('POST', '/api/stories', { language, sectionId: section.id })).as<Story>();
  const { id } = made.articles[0]!;
  if (story) await chief.request('PATCH', `/api/stories/${made.id}`, { version: made.version, ...story });
  await writeText(test, id, chief.id, makeContent(headline, text));
  let { version } = (await chief.request('GET', `/api/articles/${id}`)).as<Article>();
  if (authors)
    ({ version } = (await chief.request('PATCH', `/api/articles/${id}`, { version, authors })).as<Article>());
  const answer = await chief.request('POST', `/api/articles/${id}/publish`, { version });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return id;
};

const ask = async (language: Language, query: Record<string, string>) => {
  const answer = await fetch(
    `${test.url}/api/public/${language}/search?${new URLSearchParams(query).toString()}`,
  );
  return { status: answer.status, body: (await answer.json()) as SearchAnswer };
};
const headlines = async (language: Language, query: string | Record<string, string>) => {
  const { body } = await ask(language, typeof query === 'string' ? { q: query } : query);
  return body.hits.map(({ card }) => card.headline);
};

describe('search', () => {
  it('puts a word in the headline before one in the text', async () => {
    await publish({ headline: 'Rain in the hills', text: ['The orchard was wet.'] });
    await publish({ headline: 'The orchard at the river', text: ['It was dry.'] });
    expect(await headlines('en', 'orchards')).toEqual(['The orchard at the river', 'Rain in the hills']);
    expect(await headlines('en', { q: 'orchard', sort: 'date' })).toEqual([
      'The orchard at the river',
      'Rain in the hills',
    ]);
  });

  it('marks what it found, in the headline and in the passage that says most', async () => {
    const far = 'There is much to say before anything happens here at all. '.repeat(12);
    await publish({
      headline: 'Two beekeepers',
      text: [`${far} Then the beekeeper found honey & <b>wax</b>.`],
    });
    const { body } = await ask('en', { q: 'beekeeper honey' });
    const [hit] = body.hits;
    const marked = ({ text, marks }: { text: string; marks: [number, number][] }) =>
      marks.map(([start, end]) => text.slice(start, end));
    expect(marked(hit!.headline)).toEqual(['beekeepers']);
    expect(marked(hit!.snippet)).toEqual(['beekeeper', 'honey']);
    expect(hit!.snippet.text).toMatch(/^… .*Then the beekeeper found honey & <b>wax<\/b>\.$/);
  });

  it('keeps quoted words together and leaves out what stands after a minus', async () => {
    await publish({ headline: 'Quiet harbour lights', text: ['One.'] });
    await publish({ headline: 'Lights over a quiet town and its harbour', text: ['Two.'] });
    expect(await headlines('en', '"quiet harbour"')).toEqual(['Quiet harbour lights']);
    expect(await headlines('en', 'quiet harbour -town')).toEqual(['Quiet harbour lights']);
    expect(await headlines('en', 'quiet harbour')).toHaveLength(2);
  });

  it('narrows by section, region, author and day, and says what other choices would find', async () => {
    const region = await makeRegion(test);
    const author = await makeAuthor(test, { names: { en: 'Nare Solak' } });
    await publish({
      headline: 'Walnut trees of the valley',
      story: { regionIds: [region.id] },
      authors: [{ authorId: author.id, role: 'text' }],
    });
    await publish({ headline: 'A walnut table' });
    const { body } = await ask('en', { q: 'walnut', region: region.id });
    expect([body.total, body.hits[0]?.card.headline]).toEqual([1, 'Walnut trees of the valley']);
    const elsewhere = await makeRegion(test);
    expect(await headlines('en', { q: 'walnut', region: `${elsewhere.id},${region.id}` })).toHaveLength(1);
    expect(await headlines('en', { q: 'walnut', region: elsewhere.id })).toEqual([]);
    expect(body.facets.regions).toEqual([{ id: region.id, total: 1 }]);
    expect(body.facets.sections).toEqual([{ id: section.id, total: 2 }]);
    expect(body.facets.authors).toEqual([{ id: author.id, total: 1, slug: author.slug, name: 'Nare Solak' }]);
    expect(await headlines('en', { q: 'walnut', author: author.id })).toEqual(['Walnut trees of the valley']);
    expect(await headlines('en', 'solak')).toEqual(['Walnut trees of the valley']);
    expect(await headlines('en', { q: 'walnut', to: '2001-01-01' })).toEqual([]);
    expect(await headlines('en', { q: 'walnut', from: '2001-01-01' })).toHaveLength(2);
  });

  it('turns pages that stay as they were while news arrives', async () => {
    for (let number = 1; number <= 5; number++) await publish({ headline: `Lantern number ${number}` });
    const first = (await ask('en', { q: 'lantern', limit: '2', sort: 'date' })).body;
    expect([first.total, first.isMore, first.offset]).toEqual([5, false, 0]);
    const seen = [...first.hits];
    let cursor = first.next;
    while (cursor) {
      const { body } = await ask('en', { q: 'lantern', limit: '2', sort: 'date', cursor });
      expect(body.offset).toBe(seen.length);
      seen.push(...body.hits);
      cursor = body.next;
    }
    expect(new Set(seen.map(({ card }) => card.id)).size).toBe(5);
  });

  it('counts the same words in the other languages', async () => {
    await publish({ headline: 'Tbilisi opens its gardens' });
    await publish({ language: 'az', headline: 'Tbilisi bağlarını açır' });
    const { body } = await ask('en', { q: 'tbilisi' });
    expect(Object.fromEntries(body.languages.map(({ language, total }) => [language, total]))).toEqual({
      az: 1,
      ru: 0,
      en: 1,
      hy: 0,
    });
  });

  it('forgets an article that is taken down, and knows the new words of one that is updated', async () => {
    const id = await publish({ headline: 'Zeppelin over the bay' });
    expect(await headlines('en', 'zeppelin')).toHaveLength(1);
    await writeText(test, id, chief.id, makeContent('Balloonist over the bay', ['Nothing else.']));
    const { version } = (await chief.request('GET', `/api/articles/${id}`)).as<Article>();
    await chief.request('POST', `/api/articles/${id}/publish`, { version });
    expect([await headlines('en', 'zeppelin'), await headlines('en', 'balloonist')]).toEqual([
      [],
      ['Balloonist over the bay'],
    ]);
    const now = (await chief.request('GET', `/api/articles/${id}`)).as<Article>();
    expect(
      (await chief.request('POST', `/api/articles/${id}/unpublish`, { version: now.version })).status,
    ).toBe(200);
    expect(await headlines('en', 'balloonist')).toEqual([]);
  });

  it.each([
    ['en', 'Caravanserai restored in Sheki', 'caravansarai', 'caravanserai'],
    ['en', 'Caravanserai on the way to Yerevan', 'Yervean', 'yerevan'],
    ['az', 'Şəhər səhərə hazırlaşır', 'seher hazirlaşır', 'hazırlaşır'],
    ['ru', 'Виноградники Кахетии', 'винаградники', 'виноградники'],
    ['hy', 'Նռնենիների այգին Մեղրիում', 'նռնենիների այգն', 'այգին'],
  ] as const)('finds in %s “%s” for the misspelt “%s”', async (language, headline, typed, known) => {
    await publish({ language, headline });
    await expect
      .poll(async () => (await ask(language, { q: typed })).body.hits.map(({ card }) => card.headline))
      .toContain(headline);
    const { body } = await ask(language, { q: typed });
    expect(body.query).toBe(typed);
    expect(body.shownFor).toContain(known);
  });

  it('mends a word where it stands, not the same letters within another', async () => {
    await publish({ headline: 'The harpsichord and the harpist' });
    await expect
      .poll(async () => (await ask('en', { q: 'harpsichord harpsi' })).body.shownFor)
      .toBe('harpsichord harpist');
  });

  it('offers a much commoner spelling where the typed one is found once', async () => {
    for (let number = 0; number < 12; number++) await publish({ headline: `Pomegranate story ${number}` });
    await publish({ headline: 'Pomegranete, as a sign said' });
    await expect
      .poll(async () => (await ask('en', { q: 'pomegranete' })).body.didYouMean)
      .toBe('pomegranate');
    expect((await ask('en', { q: 'pomegranete' })).body.total).toBe(1);
  });

  it('makes entries that are missing, as after an upgrade', async () => {
    const id = await publish({ headline: 'Sundial in the yard' });
    await test.dataSource.query('delete from search_entry where article_id = $1', [id]);
    expect(await headlines('en', 'sundial')).toEqual([]);
    const upgraded = await test.sibling();
    await expect.poll(() => headlines('en', 'sundial')).toEqual(['Sundial in the yard']);
    await upgraded.app.close();
  });
});

describe('suggestions', () => {
  const suggest = async (language: Language, q: string) =>
    (
      (await (
        await fetch(`${test.url}/api/public/${language}/suggestions?${new URLSearchParams({ q }).toString()}`)
      ).json()) as Suggestions
    ).items.map(({ kind, text }) => `${kind}: ${text}`);

  it('name headlines, topics and authors that have the words as they are begun', async () => {
    const topic = await makeTopic(test, { names: { en: 'Observatories', az: 'Rəsədxanalar' } });
    await publish({ headline: 'An old observatory opens', story: { topicIds: [topic.id] } });
    expect(await suggest('en', 'observ')).toEqual([
      'topic: Observatories',
      'article: An old observatory opens',
    ]);
    expect(await suggest('en', 'old obs')).toEqual(['article: An old observatory opens']);
    expect(await suggest('en', 'o')).toEqual([]);
    expect(await suggest('az', 'rəsəd')).toEqual([]);
  });

  it.each([
    ['az', ['Zirvə xalı', 'Zirvə ıldırım', 'Zirvə qala']],
    ['ru', ['Зима ёлок', 'Зима ель', 'Зима жизни']],
    ['en', ['Winter air', 'Winter Bay', 'Winter café']],
    ['hy', ['Ձմեռ եղանակ', 'Ձմեռ էջ', 'Ձմեռ ընկեր']],
  ] as const)('A9 name topics in the order of the alphabet: %s', async (language, names) => {
    const topics = await Promise.all(
      names.toReversed().map((name) => makeTopic(test, { names: { [language]: name } })),
    );
    const headline = { az: 'Bir xəbər', ru: 'Новость', en: 'One more', hy: 'Նորություն' }[language];
    await publish({ language, headline, story: { topicIds: topics.map(({ id }) => id) } });
    const sibling = await test.sibling();
    const [first] = names[0].split(' ');
    const query = new URLSearchParams({ q: first ?? '' }).toString();
    const answer = await fetch(`${sibling.url}/api/public/${language}/suggestions?${query}`);
    expect(((await answer.json()) as Suggestions).items.map(({ text }) => text)).toEqual(names);
    await sibling.app.close();
  });

  it('never name an article that was taken down', async () => {
    const id = await publish({ headline: 'Thimble museum' });
    expect(await suggest('en', 'thim')).toEqual(['article: Thimble museum']);
    const { version } = (await chief.request('GET', `/api/articles/${id}`)).as<Article>();
    await chief.request('POST', `/api/articles/${id}/unpublish`, { version });
    expect(await suggest('en', 'thim')).toEqual([]);
  });
});

describe('an address that leads nowhere', () => {
  const meant = async (slug: string) => {
    const answer = await fetch(`${test.url}/api/public/en/meant?${new URLSearchParams({ slug }).toString()}`);
    const { items } = (await answer.json()) as MeantAnswer;
    return items.map(({ headline }) => headline);
  };

  it('may have meant a headline cut off, or one with a letter wrong', async () => {
    await publish({ headline: 'Windmills of the northern plateau turn again' });
    const [found] = ['Windmills of the northern plateau turn again'];
    expect(await meant('windmills-of-the-northren-plateau-turn')).toContain(found);
    expect(await meant('windmils-northern')).toContain(found);
    expect(await meant('zzzz-qqqq')).toEqual([]);
    expect(await meant("'; drop table x; --")).toEqual([]);
  });
});
