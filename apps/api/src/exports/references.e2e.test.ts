import type { Block, Story } from '@broadsheet/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApp } from '../../test/create-test-app.ts';
import { makeContent, writeText } from '../../test/factories/make-content.ts';
import type { TestPerson } from '../../test/factories/make-person.ts';
import { makePicture } from '../../test/factories/make-picture.ts';
import { mp4 } from '../../test/factories/make-recording.ts';
import { makeStory } from '../../test/factories/make-story.ts';
import { MediaRoom } from '../../test/factories/media-room.ts';
import { madeOf, uploadInParts } from '../../test/factories/send-in-parts.ts';

describe('what an exported article leads to', () => {
  let room: MediaRoom;
  let test: TestApp;
  let journalist: TestPerson;
  let filmId: string;
  let draft: Story;
  let foreign: string;
  let article: { story: Story; article: string };
  beforeAll(async () => {
    room = await MediaRoom.open();
    ({ test, journalist } = room);
    const { id: lead } = await makePicture(journalist);
    const { story: published } = await room.publishedWith('The other ferry', lead);
    draft = await room.startStory();
    await writeText(test, draft.articles[0]!.id, journalist.id, makeContent('Our own draft'));
    const theirs = await makeStory(test, { createdById: room.stranger.id });
    foreign = theirs.id;
    await writeText(test, theirs.articleIds.en!, room.stranger.id, makeContent('Their secret'));
    filmId = madeOf(await uploadInParts(test, journalist, mp4(), { name: 'ferry.mp4' })).id;
    const related = [published.id, draft.id, foreign].map((storyId, at): Block => ({
      type: 'relatedStory',
      attrs: { id: `related${at}`, storyId },
    }));
    const content = makeContent('Film of the ferry');
    content.body.content.push(
      {
        type: 'video',
        attrs: { id: 'film01', src: '', mediaId: filmId, title: 'The crossing', duration: 2, posterId: null },
        content: [{ type: 'caption' }],
      },
      ...related,
    );
    article = await room.publishedWith('Film of the ferry', lead);
    await writeText(test, article.article, journalist.id, content);
  });
  afterAll(() => room.close());

  const take = async (format: string) =>
    (await room.bytesOf(journalist, `/api/articles/${article.article}/export/${format}`)).bytes.toString(
      'utf8',
    );
  const { editor, site } = { editor: 'http://localhost:3001', site: 'http://localhost:3000' };

  it.each(['md', 'html', 'print'])('is named with an address in %s', async (format) => {
    await expect.poll(() => take(format), { timeout: 10_000 }).toContain('Our own draft');
    const file = await take(format);
    expect(file).toContain('The other ferry');
    expect(file).toContain(`${site}/en/news/the-other-ferry`);
    expect(file).toContain(`${editor}/stories/${draft.id}/en`);
    expect(file).toContain('The crossing');
  });

  it('S7: is not named where it is a story that the person may not read', async () => {
    const file = await take('md');
    expect(file).toContain(`${editor}/stories/${foreign}/en`);
    expect(file).not.toContain('Their secret');
  });

  it('is in the newsroom until readers have it, then on the site', async () => {
    expect(await take('md')).toContain(`[The crossing](${editor}/api/media/${filmId}/original)`);
    expect((await room.publish(article.article)).status).toBe(200);
    expect(await take('md')).toMatch(
      /\[The crossing\]\(http:\/\/localhost:3000\/media\/[\w-]{22}\/file\.mp4\)/,
    );
  });
});
