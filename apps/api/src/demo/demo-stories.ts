import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Article, ArticleAuthor, Language, Story } from '@broadsheet/types';
import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DataSource } from 'typeorm';
import { ArticlesService } from '../articles/articles.service.ts';
import { WorkflowService } from '../articles/workflow.service.ts';
import { Documents } from '../collaboration/documents.service.ts';
import type { Person } from '../common/access.ts';
import { relateMedia } from '../media/story-media.ts';
import { UploadsService } from '../media/uploads.service.ts';
import { StoriesService } from '../stories/stories.service.ts';
import { StoryLanguagesService } from '../stories/story-languages.service.ts';
import { details } from './content/details.ts';
import { media } from './content/media.ts';
import { site } from './content/site.ts';
import { stories } from './content/stories.ts';
import { mediaIn } from './content/rich-text.ts';
import type { DemoArticle, DemoStory, MediaKey } from './content/types.ts';
import { blockIds, demoContent, type BlockIds, type DemoThings } from './demo-content.ts';
import { at, type DemoNewsroom } from './demo-newsroom.ts';

/** From src/demo and from dist/demo alike. */
const pictures = new URL('../../src/demo/pictures/', import.meta.url);
const hour = 60 * 60 * 1000;

/** Writes the demo's stories as its people would: drafted, sent to the desk, approved, published. */
export class DemoStories {
  private readonly uploaded = new Map<MediaKey, string>();
  private readonly written = new Map<string, string>();
  private readonly now = Date.now();
  private readonly things: DemoThings = {
    media: this.uploaded,
    stories: this.written,
    today: wallClock(new Date(this.now)).slice(0, 10),
  };

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly newsroom: DemoNewsroom,
  ) {}

  async write(): Promise<void> {
    for (const story of [...stories].sort((a, b) => b.hoursAgo - a.hoursAgo)) await this.writeStory(story);
  }

  private async writeStory(demo: DemoStory): Promise<void> {
    const original = demo.articles[demo.original];
    if (!original) throw new Error(`The demo story ${demo.key} has no text in its own language`);
    const writer = at(this.newsroom.people, original.writer);
    for (const key of picturesOf(demo)) await this.upload(writer, key);
    const story = await this.get(StoriesService).create(writer, {
      language: demo.original,
      sectionId: at(this.newsroom.sections, demo.section),
      regionIds: demo.regions.map((key) => at(this.newsroom.regions, key)),
    });
    for (const key of picturesOf(demo))
      await relateMedia(this.get(DataSource), story.id, at(this.uploaded, key));
    const { articles: _, photographs: __, ...shared } = details[demo.key] ?? {};
    await this.get(StoriesService).update(writer, story.id, {
      version: story.version,
      topicIds: demo.topics.map((key) => at(this.newsroom.topics, key)),
      leadMediaId: demo.lead ? at(this.uploaded, demo.lead) : null,
      ...shared,
    });
    this.written.set(demo.key, story.id);
    await this.writeArticles(demo, story);
    await this.age(story.id, demo);
  }

  private async writeArticles(demo: DemoStory, story: Story): Promise<void> {
    const ids = blockIds();
    const order = Object.keys(demo.articles) as Language[];
    order.sort((a, b) => Number(b === demo.original) - Number(a === demo.original));
    for (const language of order) {
      const text = demo.articles[language];
      if (!text) continue;
      const writer = at(this.newsroom.people, text.writer);
      const article =
        language === demo.original
          ? story.articles[0]!.id
          : (
              await this.get(StoryLanguagesService).start(writer, story.id, {
                language,
                from: demo.original,
              })
            ).id;
      await this.writeArticle(writer, article, demo, language, ids);
    }
  }

  private async writeArticle(
    writer: Person,
    id: string,
    demo: DemoStory,
    language: Language,
    ids: BlockIds,
  ): Promise<void> {
    const text = demo.articles[language]!;
    const { translator: _, ...ownDetails } = details[demo.key]?.articles?.[language] ?? {};
    await this.get(Documents).change(id, writer.id, demoContent(text, ids, this.things));
    const { version } = await this.get(ArticlesService).get(writer, id);
    const article = await this.get(ArticlesService).update(writer, id, {
      version,
      slug: text.slug,
      authors: this.byline(demo, language),
      ...ownDetails,
    });
    await this.bringTo(article, writer, text, this.now - (text.hoursAgo ?? demo.hoursAgo) * hour);
  }

  private byline(demo: DemoStory, language: Language): ArticleAuthor[] {
    const { photographs = [], articles } = details[demo.key] ?? {};
    const translator = articles?.[language]?.translator;
    const as = (role: ArticleAuthor['role']) => (key: string) => ({
      authorId: at(this.newsroom.authors, key),
      role,
    });
    return [
      ...demo.authors.map(as('text')),
      ...photographs.map(as('photo')),
      ...(translator ? [as('translation')(translator)] : []),
    ];
  }

  /** Takes the article the way through the desk to the state that it ends in. */
  private async bringTo(
    article: Article,
    writer: Person,
    { state, inHours }: DemoArticle,
    when: number,
  ): Promise<void> {
    const workflow = this.get(WorkflowService);
    const desk = at(this.newsroom.people, 'desk');
    if (state === 'draft') return;
    const submitted = await workflow.submit(writer, article.id, article);
    if (state === 'in_review') return;
    const approved = await workflow.approve(desk, article.id, submitted);
    if (state === 'published') {
      const publishedAt = new Date(when);
      await workflow.publish(desk, article.id, approved, { publishedAt, modifiedAt: publishedAt });
    } else if (state === 'scheduled') {
      const due = new Date(this.now + (inHours ?? 24) * hour);
      await workflow.schedule(desk, article.id, { version: approved.version, publishAt: wallClock(due) });
    }
  }

  private async upload(person: Person, key: MediaKey): Promise<void> {
    if (this.uploaded.has(key)) return;
    const medium = media.find((each) => each.key === key);
    if (!medium) throw new Error(`The demo has no picture ${key}`);
    const uploads = this.get(UploadsService);
    const file = await uploads.receive(createReadStream(fileURLToPath(new URL(medium.file, pictures))));
    const { alt, caption, credit, licence, focalPoint } = medium;
    const made = await uploads.add(person, file, {
      filename: medium.file,
      alt,
      caption,
      credit,
      licence,
      focalPoint,
    });
    this.uploaded.set(key, made.id);
  }

  /** As old as the story says, so that lists look lived in. */
  private async age(storyId: string, demo: DemoStory): Promise<void> {
    const writtenAt = new Date(this.now - demo.hoursAgo * hour);
    await this.get(DataSource).query('update story set created_at = $2 where id = $1', [storyId, writtenAt]);
    this.ages.push({ storyId, writtenAt });
  }

  private readonly ages: { storyId: string; writtenAt: Date }[] = [];

  /** Sets the times of the last work; only once the texts for lists are written, because that is work too. */
  async settle(): Promise<void> {
    for (const { storyId, writtenAt } of this.ages) {
      await this.get(DataSource).query('update story set updated_at = $2 where id = $1', [
        storyId,
        writtenAt,
      ]);
      await this.get(DataSource).query('update article set updated_at = $2 where story_id = $1', [
        storyId,
        writtenAt,
      ]);
    }
  }

  private get<T>(service: abstract new (...args: never[]) => T): T {
    return this.app.get<T>(service, { strict: false });
  }
}

function picturesOf(demo: DemoStory): MediaKey[] {
  const inTexts = Object.values(demo.articles).flatMap((article) => article.body.flatMap(mediaIn));
  return [...new Set([...(demo.lead ? [demo.lead] : []), ...inTexts])];
}

/** `YYYY-MM-DDTHH:mm` on the clock of the demo's site. */
const wallClock = (instant: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: site.timeZone, dateStyle: 'short', timeStyle: 'short' })
    .format(instant)
    .replace(' ', 'T');
