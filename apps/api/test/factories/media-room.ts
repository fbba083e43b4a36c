import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Article, Story } from '@broadsheet/types';
import { expect } from 'vitest';
import type { Env } from '../../src/env.ts';
import { createTestApp, type TestApp } from '../create-test-app.ts';
import { makeContent, writeText } from './make-content.ts';
import { makePerson, type TestPerson } from './make-person.ts';
import { makeRegion } from './make-region.ts';
import { makeSection } from './make-section.ts';
import type { Answer } from './send-request.ts';

/** An API whose library is used by two journalists of one region, one of another, and the desk. */
export class MediaRoom {
  private constructor(
    readonly test: TestApp,
    readonly sectionId: string,
    readonly journalist: TestPerson,
    readonly colleague: TestPerson,
    readonly stranger: TestPerson,
    readonly desk: TestPerson,
  ) {}

  static async open(settings: Partial<Env> = {}): Promise<MediaRoom> {
    const test = await createTestApp({ projectionDelay: 10, logPoll: 50, jobPoll: 500 }, settings);
    const [region, elsewhere] = [await makeRegion(test), await makeRegion(test)];
    const journalistOf = ({ id }: { id: string }) => makePerson(test, { role: 'journalist', regions: [id] });
    return new MediaRoom(
      test,
      (await makeSection(test)).id,
      await journalistOf(region),
      await journalistOf(region),
      await journalistOf(elsewhere),
      await makePerson(test, { role: 'desk_editor' }),
    );
  }

  close(): Promise<void> {
    return this.test.close();
  }

  /** The files that are kept of one in the library. */
  stored(id: string): string[] {
    return readdirSync(join(this.test.env.DATA_DIR, 'media', id)).sort();
  }

  async bytesOf(
    person: TestPerson | null,
    path: string,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
    const answer = await fetch(`${this.test.url}${path}`, {
      headers: { ...(person ? { cookie: person.cookie } : {}), ...headers },
    });
    return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  }

  async startStory(): Promise<Story> {
    const input = { language: 'en', sectionId: this.sectionId };
    return (await this.journalist.request('POST', '/api/stories', input)).as<Story>();
  }

  async publish(articleId: string): Promise<Answer> {
    const { version } = (await this.desk.request('GET', `/api/articles/${articleId}`)).as<Article>();
    return this.desk.request('POST', `/api/articles/${articleId}/publish`, { version });
  }

  /** A published story that this picture leads. */
  async publishedWith(headline: string, mediaId: string): Promise<{ story: Story; article: string }> {
    const story = await this.startStory();
    const article = story.articles[0]!.id;
    await writeText(this.test, article, this.journalist.id, makeContent(headline));
    await this.journalist.request('PATCH', `/api/stories/${story.id}`, {
      version: story.version,
      leadMediaId: mediaId,
    });
    expect((await this.publish(article)).status).toBe(200);
    return { story, article };
  }
}
