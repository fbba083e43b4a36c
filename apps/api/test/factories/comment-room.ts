import type { NotificationPage, Thread, ThreadList } from '@broadsheet/types';
import { makeArticle, oneParagraph } from '../collaboration/newsroom.ts';
import type { Writer, WriterOptions } from '../collaboration/writer.ts';
import { WritingRoom } from '../collaboration/writing-room.ts';
import type { TestApp } from '../create-test-app.ts';
import { makePerson, type TestPerson } from './make-person.ts';
import { makeSection } from './make-section.ts';
import type { Answer } from './send-request.ts';

/** A writing room with people who comment, and one who may not. */
export class CommentRoom {
  readonly test: TestApp;
  readonly aysel: TestPerson;

  private constructor(
    private readonly writing: WritingRoom,
    readonly sectionId: string,
    /** May read the English article, and write Russian alone. */
    readonly translator: TestPerson,
    /** Of another section. */
    readonly stranger: TestPerson,
  ) {
    this.test = writing.test;
    this.aysel = writing.aysel;
  }

  static async open(): Promise<CommentRoom> {
    const writing = await WritingRoom.open({ presenceBeat: 200, presencePause: 20 });
    const { test } = writing;
    const sectionId = (await makeSection(test)).id;
    const other = (await makeSection(test)).id;
    const translator = await makePerson(test, {
      role: 'translator',
      name: 'Timur Osmanlı',
      sections: [sectionId],
      languages: ['ru'],
    });
    const stranger = await makePerson(test, { sections: [other], name: 'Timur Elsewhere' });
    return new CommentRoom(writing, sectionId, translator, stranger);
  }

  close(): Promise<void> {
    return this.writing.close();
  }

  article(text = 'The order dated 14 April still hangs.'): Promise<string> {
    const { test, sectionId, aysel } = this;
    return makeArticle(test, { createdById: aysel.id, content: oneParagraph(text), sectionId });
  }

  sitDown(articleId: string, options?: Partial<WriterOptions>): Promise<Writer> {
    return this.writing.sitDown(articleId, options);
  }

  /** Begins a thread. */
  begin(person: TestPerson, articleId: string, place: object, more: object = {}): Promise<Answer> {
    const input = { place, text: 'Which date?', ...more };
    return person.request('POST', `/api/articles/${articleId}/threads`, input);
  }

  async threads(person: TestPerson, articleId: string): Promise<Thread[]> {
    return (await person.request('GET', `/api/articles/${articleId}/threads`)).as<ThreadList>().items;
  }

  async inbox(person: TestPerson): Promise<NotificationPage> {
    return (await person.request('GET', '/api/notifications')).as<NotificationPage>();
  }
}
