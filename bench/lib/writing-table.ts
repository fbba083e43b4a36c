import * as Y from 'yjs';
import { writeSeed } from '../../packages/document/src/index.ts';
import { longArticle } from './long-article.ts';
import type { Stock } from './made-blocks.ts';
import type { BenchNewsroom } from './newsroom.ts';
import { hire, type BenchPerson } from './newsroom-people.ts';
import { QuietWriter } from './quiet-writer.ts';
import { recordedSittings, type Sitting, type Step } from './recorded-steps.ts';
import { Replay, type Player } from './replay.ts';

/** Where it stands: the API and the article. */
export interface Room {
  newsroom: BenchNewsroom;
  url: string;
  articleId: string;
}

/** Somebody at it: their socket, and what they do. */
interface Seat {
  person: BenchPerson;
  writer: QuietWriter;
  replay: Replay;
  /** Their steps in each round. */
  share: number;
}

/** Steps of all between two looks at whether everything is stored. */
const round = 100;
const patience = 60_000;

/**
 * Two who write at once and one who may only suggest, at one article, doing again what the journeys recorded. The one
 * has turns alone: what is suggested just while another accepts it is refused, as it should be.
 */
export class WritingTable {
  readonly #seats: Seat[];
  #sent = 0;

  private constructor(seats: Seat[]) {
    this.#seats = seats;
    for (const { writer } of seats)
      writer.ydoc.on('update', (bytes: Uint8Array, origin: unknown) => {
        if (origin !== writer.provider) this.#sent += bytes.length;
      });
  }

  static async lay(room: Room, stock: Stock): Promise<WritingTable> {
    const sittings = recordedSittings();
    const direct = sittings.filter(({ suggests }) => !suggests);
    const suggestions = stepsOf(sittings.filter(({ suggests }) => suggests));
    const suggested = Math.ceil((round * suggestions.length) / stepsOf(sittings).length);
    const seats: Seat[] = [];
    for (const number of [0, 1]) {
      const steps = stepsOf(direct.filter((_, index) => index % 2 === number));
      const player = { steps, stock, seed: number, share: [number, 2] as const };
      seats.push(await sit(room, await hire(room.newsroom), player, Math.floor((round - suggested) / 2)));
      if (number === 0) await seed(seats[0]!, stock);
    }
    const timur = await hire(room.newsroom, ['az']);
    const suggester = { author: timur.id, name: timur.name, colour: timur.colour };
    seats.push(await sit(room, timur, { steps: suggestions, stock, seed: 2, suggester }, suggested));
    return new WritingTable(seats);
  }

  /** The Cookie header of one who writes. */
  get cookie(): string {
    return this.#seats[0]?.person.cookie ?? '';
  }

  /** Bytes of all updates that were sent. */
  get sent(): number {
    return this.#sent;
  }

  /** @throws Error when the server did not take something */
  async write(steps: number): Promise<void> {
    const writers = this.#seats.filter(({ replay }) => !replay.onlySuggests);
    const suggesters = this.#seats.filter(({ replay }) => replay.onlySuggests);
    for (let done = 0; done < steps;) {
      for (const seats of [writers, suggesters]) {
        done += seats.reduce((sum, { share }) => sum + share, 0);
        await this.#together(seats);
      }
    }
    const closes = this.#seats.flatMap(({ writer }) => writer.closes);
    if (closes.length > 0) throw new Error(`The server closed sockets: ${closes.join(', ')}`);
  }

  async #together(seats: readonly Seat[]): Promise<void> {
    for (const { replay, share } of seats) for (let step = 0; step < share; step++) replay.step();
    for (const { writer } of seats) await writer.saved(patience);
    for (const { writer } of this.#seats)
      await writer.until(() => this.#hasAll(writer.ydoc), 'what the others wrote', patience);
  }

  #hasAll(ydoc: Y.Doc): boolean {
    return this.#seats.every(({ writer }) =>
      [...writer.ydoc.store.clients.keys()].every(
        (client) => Y.getState(ydoc.store, client) >= Y.getState(writer.ydoc.store, client),
      ),
    );
  }

  /** How often each kind of operation was done, in percent, and how many found no place in the text. */
  kinds(): string {
    const counts = new Map<string, number>();
    for (const { replay } of this.#seats)
      for (const [kind, count] of replay.done) counts.set(kind, (counts.get(kind) ?? 0) + count);
    const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const shares = [...counts].sort(([, a], [, b]) => b - a);
    const unfit = this.#seats.reduce((sum, { replay }) => sum + replay.unfit, 0);
    const percent = (count: number) => `${((100 * count) / all).toFixed(1)} %`;
    return [...shares, ['no place', unfit] as const]
      .map(([kind, count]) => `${kind} ${percent(count)}`)
      .join(', ');
  }

  leave(): void {
    for (const { writer } of this.#seats) writer.leave();
  }
}

const stepsOf = (sittings: readonly Sitting[]): Step[] => sittings.flatMap(({ steps }) => steps);

async function sit(
  { newsroom, url, articleId }: Room,
  person: BenchPerson,
  player: Omit<Player, 'ydoc'>,
  share: number,
): Promise<Seat> {
  const writer = new QuietWriter({ url, cookie: person.cookie, articleId, origin: newsroom.editor });
  await writer.synced();
  return { person, writer, replay: new Replay({ ydoc: writer.ydoc, ...player }), share };
}

/** The first paragraphs, so that there is something to write in. */
async function seed({ writer }: Seat, { mediaIds }: Stock): Promise<void> {
  writeSeed(writer.ydoc, longArticle({ words: 1500, pictures: 4 }, mediaIds));
  await writer.saved();
}
