import type {
  Article,
  ArticleContent,
  Block,
  Preview,
  Problem,
  PublicArticle,
  PublicPreview,
  Story,
} from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makeContent, writeText } from '../../test/factories/make-content.ts';
import { makePerson, type TestPerson } from '../../test/factories/make-person.ts';
import { makePicture } from '../../test/factories/make-picture.ts';
import { makeSection, type MadeNamed } from '../../test/factories/make-section.ts';

const text = (words: string) => [{ type: 'text' as const, text: words }];
const picture = (id: string, mediaId: string) => ({
  type: 'picture' as const,
  attrs: { id, mediaId, alt: null, credit: null },
  content: [{ type: 'caption' as const }],
});

describe('the blocks of a published article', () => {
  let test: TestApp;
  let section: MadeNamed;
  let chief: TestPerson;
  beforeAll(async () => {
    test = await createTestApp();
    section = await makeSection(test);
    chief = await makePerson(test, { role: 'editor_in_chief' });
  });
  afterAll(() => test.close());

  const begin = async (headline: string, blocks: Block[] = []): Promise<{ story: Story; id: string }> => {
    const story = (
      await chief.request('POST', '/api/stories', { language: 'en', sectionId: section.id })
    ).as<Story>();
    const { id } = story.articles[0]!;
    await write(id, headline, blocks);
    return { story, id };
  };
  const write = (id: string, headline: string, blocks: Block[] = []) => {
    const content: ArticleContent = makeContent(headline);
    content.body.content.push(...blocks);
    return writeText(test, id, chief.id, content);
  };
  const step = async (id: string, name: 'publish' | 'unpublish') => {
    const { version } = (await chief.request('GET', `/api/articles/${id}`)).as<Article>();
    return chief.request('POST', `/api/articles/${id}/${name}`, { version });
  };
  const read = async (slug: string) =>
    (await (await fetch(`${test.url}/api/public/en/articles/${slug}`)).json()) as PublicArticle;

  it('tell machines its chapters and its corrections', async () => {
    const { id } = await begin('Chapters', [
      { type: 'heading', attrs: { id: 'head01', level: 2 }, content: text('The first') },
      {
        type: 'correction',
        attrs: { id: 'fix001', date: '2024-11-08', place: 'top' },
        content: [{ type: 'paragraph', attrs: { id: 'fix002' }, content: text('It is 14 kilometres.') }],
      },
    ]);
    expect((await step(id, 'publish')).status).toBe(200);
    const article = await read('chapters');
    expect(article.outline).toEqual([{ id: 'h-head01', level: 2, text: 'The first' }]);
    expect(article.corrections).toEqual([{ at: '2024-11-08', text: 'It is 14 kilometres.' }]);
    expect(article.html).toMatch(/^<section class="fix first".*<h2 id="h-head01">The first<\/h2>$/);
  });

  it('lead to another story only while it is published, and by its present headline', async () => {
    const other = await begin('Other');
    const { id } = await begin('Leads on', [
      { type: 'relatedStory', attrs: { id: 'other1', storyId: other.story.id } },
    ]);
    await step(id, 'publish');
    const before = await read('leads-on');
    expect(before.html).toBe('<p>The bridge opened.</p>');
    expect(before.relatedStories).toEqual([{ storyId: other.story.id, article: null }]);

    await step(other.id, 'publish');
    expect((await read('leads-on')).html).toContain('<a href="/en/news/other">Other</a>');

    await write(other.id, 'Other & better');
    await step(other.id, 'publish');
    const after = await read('leads-on');
    expect(after.html).toContain('<a href="/en/news/other">Other &amp; better</a>');
    expect(after.relatedStories[0]?.article).toEqual({
      id: other.id,
      slug: 'other',
      headline: 'Other & better',
    });

    const link = (await chief.request('POST', `/api/articles/${id}/preview`)).as<Preview>();
    const preview = await fetch(`${test.url}/api/public/preview/${link.url.split('/preview/')[1]!}`, {
      headers: { 'x-reader-token': test.env.READER_TOKEN },
    });
    expect(((await preview.json()) as PublicPreview).article.html).toContain('>Other &amp; better</a>');

    await step(other.id, 'unpublish');
    expect((await read('leads-on')).html).toBe('<p>The bridge opened.</p>');
  });

  it('show the pictures of galleries and the posters of films, and no others', async () => {
    const [one, two, poster] = [await makePicture(chief), await makePicture(chief), await makePicture(chief)];
    const { id } = await begin('Pictures', [
      {
        type: 'gallery',
        attrs: { id: 'gall01', title: null },
        content: [picture('pic001', one.id), picture('pic002', two.id)],
      },
      {
        type: 'video',
        attrs: {
          id: 'video1',
          src: 'https://media.example/a.mp4',
          title: 'A film',
          duration: null,
          posterId: poster.id,
        },
        content: [{ type: 'caption' }],
      },
    ]);
    expect((await step(id, 'publish')).status).toBe(200);
    const { html } = await read('pictures');
    const addresses = [...html.matchAll(/(?:src|poster)="(\/media\/[^"]+)"/g)].map(([, address]) => address!);
    expect(new Set(addresses).size).toBe(3);
    for (const address of addresses)
      expect((await fetch(`${test.url}/api/public${address}`)).status).toBe(200);
  });

  it('are refused when a gallery has one picture, or a picture of it is gone', async () => {
    const { id } = await begin('Half a gallery', [
      {
        type: 'gallery',
        attrs: { id: 'gall01', title: null },
        content: [picture('pic001', '01890000-0000-7000-8000-000000000000')],
      },
    ]);
    const answer = await step(id, 'publish');
    expect(answer.status).toBe(422);
    expect(answer.as<Problem>().errors?.map(({ reason }) => reason)).toEqual([
      'picture_gone',
      'gallery_size',
    ]);
  });
});
