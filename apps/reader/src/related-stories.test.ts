import { afterAll, beforeAll, expect, it } from 'vitest';
import { runReader, type TestReader } from '../test/run-reader.ts';
import { sampleArticle, sampleSite } from '../test/sample-newsroom.ts';
import { StandInNewsroom } from '../test/stand-in-newsroom.ts';

const other = sampleArticle(2);
const article = sampleArticle(1);
let newsroom: StandInNewsroom;
let reader: TestReader;

beforeAll(async () => {
  newsroom = new StandInNewsroom(sampleSite());
  newsroom.articles = [article, other];
  await newsroom.start();
  reader = await runReader(newsroom);
});

afterAll(async () => {
  await reader.stop();
  await newsroom.stop();
});

const page = async () => (await reader.get('/en/news/story-1')).body;

it('a page that leads to another story changes at once when that one is published, renamed or withdrawn', async () => {
  const link = { id: other.id, slug: other.slug, headline: other.headline };
  article.relatedStories = [{ storyId: other.storyId, article: null }];
  expect(await page()).toContain('Text of story 1.');

  article.relatedStories = [{ storyId: other.storyId, article: link }];
  article.html = '<p>Leads on.</p>';
  newsroom.announce([`story:${other.storyId}`]);
  await expect.poll(page).toContain('Leads on.');

  article.html = '<p>Leads on by a new name.</p>';
  newsroom.announce([`card:${other.id}`]);
  await expect.poll(page).toContain('Leads on by a new name.');
});
