import type { Timings } from '../../src/env.ts';
import { createTestApp, type TestApp } from '../create-test-app.ts';
import { makePerson, type TestPerson } from '../factories/make-person.ts';
import { Writer, type WriterOptions } from './writer.ts';

/** An API with a journalist, and writers who all leave at the end. */
export class WritingRoom {
  private readonly writers = new Set<Writer>();

  private constructor(
    readonly test: TestApp,
    readonly aysel: TestPerson,
  ) {}

  static async open(timings: Partial<Timings> = {}): Promise<WritingRoom> {
    const test = await createTestApp(timings);
    return new WritingRoom(test, await makePerson(test, { name: 'Aysel' }));
  }

  /** Sits down at an article: Aysel at this process unless told otherwise. */
  sit(articleId: string, options: Partial<WriterOptions> = {}): Writer {
    const writer = new Writer({ url: this.test.url, cookie: this.aysel.cookie, articleId, ...options });
    this.writers.add(writer);
    writer.onLeave = () => this.writers.delete(writer);
    return writer;
  }

  /** Sits down and waits for the text. */
  async sitDown(articleId: string, options: Partial<WriterOptions> = {}): Promise<Writer> {
    const writer = this.sit(articleId, options);
    await writer.synced();
    return writer;
  }

  async close(): Promise<void> {
    for (const writer of this.writers) writer.leave();
    await this.test.close();
  }
}
