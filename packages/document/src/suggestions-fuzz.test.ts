import type { Node } from '@tiptap/pm/model';
import { afterEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { everyBlock, paragraph, text } from '../test/every-block.ts';
import { numbersFrom, type Numbers } from '../test/numbers-from.ts';
import { edits, randomEdit } from '../test/random-edits.ts';
import { exchange, settledAs, shape, SuggestingWriter } from '../test/suggesting-writer.ts';
import { openSuggestions } from './open-suggestions.ts';
import { readDocument, readTexts } from './read-document.ts';
import { SuggestionGuard } from './suggestion-guard.ts';
import { suggestionOf } from './suggestion-marks.ts';
import { withoutSuggestions } from './without-suggestions.ts';
import { writeSeed } from './write-seed.ts';

const isLong = process.env['TEST_LONG'] === '1';
const seeds = Array.from({ length: isLong ? 400 : 12 }, (_, seed) => seed);
const rounds = isLong ? 12 : 6;

function seedOf(): Uint8Array {
  const ydoc = new Y.Doc();
  ydoc.clientID = 1;
  const lines = [
    'The path was closed after a landslide.',
    'Volunteers rebuilt the line.',
    'Two summers running.',
  ];
  const content = [
    ...lines.map((line, index) => paragraph(`line-${String(index)}`, text(line))),
    ...Object.values(everyBlock()),
  ];
  writeSeed(ydoc, { headline: 'x', standfirst: [], body: { type: 'doc', content } });
  return Y.encodeStateAsUpdate(ydoc);
}

/** Three writers whose every id follows from the numbers, and with them what Yjs puts first: a failure comes again. */
function three(next: Numbers, direct: number): SuggestingWriter[] {
  const bytes = numbersFrom(next(2 ** 31));
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) =>
    (array as Uint8Array).fill(0).map(() => bytes(256)),
  );
  vi.spyOn(crypto, 'randomUUID').mockImplementation(
    () => `00000000-0000-4000-8000-${String(bytes(2 ** 31)).padStart(12, '0')}`,
  );
  const seed = seedOf();
  return ['a', 'b', 'c'].map((letter, index) => {
    const writer = new SuggestingWriter(
      `01890000-0000-7000-8000-00000000000${letter}`,
      seed,
      index >= direct,
    );
    writer.ydoc.clientID = 2 + next(2 ** 30);
    return writer;
  });
}
afterEach(() => vi.restoreAllMocks());

/** Some meet and some stay away; at the end of it all, everybody meets. */
function meet(writers: readonly SuggestingWriter[], next: Numbers, everybody = false): void {
  for (let turn = 0; turn < 2; turn++)
    for (const one of writers)
      for (const other of writers)
        if (one !== other && (everybody || next(3) === 0)) exchange(one.ydoc, other.ydoc);
}

/** One edit of one person; for a suggestion, what it says is held against what was meant. */
function edit(writer: SuggestingWriter, next: Numbers): string {
  const before = writer.state.doc;
  const { name, made } = randomEdit(writer.state, next);
  if (!made) return name;
  const meant = made.doc;
  if (!writer.write(made) || !writer.suggests) return name;
  const after = writer.state.doc;
  after.check();
  expect(withoutSuggestions(after).toJSON(), `${name}: what stood before`).toEqual(
    withoutSuggestions(before).toJSON(),
  );
  const accepted = settledAs(after, 'accept');
  accepted.check();
  // joined directly to what somebody else wants gone, words would go with it; as a suggestion they stay
  if (movesBlocks.has(name) && hasBlockToGo(before)) return name;
  const words = (of: typeof after) => of.textContent.replace(/\s+/gu, '');
  expect(words(accepted), `${name}: what was meant`).toBe(words(settledAs(meant, 'accept')));
  return name;
}

const movesBlocks = new Set<string>([
  'strikeAcross',
  'join',
  'lift',
  'list',
  'move',
  'nest',
  'paste',
  'split',
]);

function hasBlockToGo(document: Node): boolean {
  let found = false;
  document.descendants((node) => {
    if (suggestionOf(node)?.op === 'delete') found = true;
  });
  return found;
}

/** Two suggestions of one kind on the same words are a set, and may come from the shared text in either order. */
function inOneOrder(document: Node | undefined): unknown {
  const sorted = (key: string, value: unknown): unknown => {
    if (!Array.isArray(value)) return value;
    if (key === 'marks')
      return value.toSorted((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
    return key === 'content' ? joinedRuns(value as Run[]) : value;
  };
  // inside out, so that marks are in order when the runs of a line are joined
  return JSON.parse(JSON.stringify(document), sorted);
}

interface Run {
  text?: string;
  marks?: unknown[];
}

function joinedRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last?.text && run.text && JSON.stringify(last.marks) === JSON.stringify(run.marks))
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}

function expectOne(writers: readonly SuggestingWriter[]): void {
  const [first, ...others] = writers;
  for (const other of others) {
    expect(inOneOrder(other.state.doc)).toEqual(inOneOrder(first?.state.doc));
    expect(readTexts(other.ydoc)).toEqual(first && readTexts(first.ydoc));
  }
}

/** A server that looks at the difference of what each of them sends, as the socket does. */
class Server {
  readonly ydoc = new Y.Doc();
  private readonly guard = new SuggestionGuard(this.ydoc);

  constructor(begun: Y.Doc) {
    Y.applyUpdate(this.ydoc, Y.encodeStateAsUpdate(begun));
  }

  take(writer: SuggestingWriter): void {
    const update = Y.encodeStateAsUpdate(writer.ydoc, Y.encodeStateVector(this.ydoc));
    const person = { id: writer.author, name: 'Writer', colour: 1 };
    const apply = () => Y.applyUpdate(this.ydoc, update);
    expect(writer.suggests ? this.guard.suggest(apply, person) : this.guard.write(apply, person)).toBe(null);
    Y.applyUpdate(writer.ydoc, Y.encodeStateAsUpdate(this.ydoc, Y.encodeStateVector(writer.ydoc)));
  }
}

describe('F29 three people on a server that holds two of them to suggestions', () => {
  it.each(seeds)('have every edit taken that they make on what the server has (%i)', (seed) => {
    const next = numbersFrom(seed + 30_000);
    const writers = three(next, 1);
    const [desk] = writers;
    if (!desk) return;
    const server = new Server(desk.ydoc);
    for (let round = 0; round < rounds * 2; round++) {
      for (const writer of writers) {
        server.take(writer);
        for (let count = next(4); count >= 0; count--)
          if (writer.suggests) edit(writer, next);
          else writer.write(edits.type(writer.state, next) ?? writer.state.tr);
        server.take(writer);
      }
      if (next(3) > 0) continue;
      for (const writer of [...writers, ...writers]) server.take(writer);
      const ids = openSuggestions(desk.ydoc).map(({ id }) => id);
      const chosen = ids[next(Math.max(1, ids.length))];
      desk.settle(next(2) === 0 ? 'accept' : 'reject', (id) => id === chosen);
      for (const writer of [desk, ...writers]) server.take(writer);
    }
    for (const writer of [...writers, ...writers]) server.take(writer);
    expectOne(writers);
    expect(readDocument(server.ydoc)).toEqual(readDocument(desk.ydoc));
  });
});

describe('F29 three people who suggest, with and without network', () => {
  it.each(seeds)('leave the text as it was until somebody accepts (%i)', (seed) => {
    const next = numbersFrom(seed);
    const writers = three(next, 0);
    const before = readDocument(writers[0]?.ydoc ?? new Y.Doc());
    for (let round = 0; round < rounds; round++) {
      for (const writer of writers) for (let count = next(5); count >= 0; count--) edit(writer, next);
      meet(writers, next);
      for (const { ydoc } of writers) expect(readDocument(ydoc)).toEqual(before);
    }
    meet(writers, next, true);
    expectOne(writers);
    expect(readDocument(writers[1]?.ydoc ?? new Y.Doc())).toEqual(before);
    const [one, other] = writers;
    if (!one || !other) return;
    expect(openSuggestions(one.ydoc).length).toBeGreaterThan(0);
    expect(shape(settledAs(one.state.doc, 'reject'))).toEqual(shape(withoutSuggestions(one.state.doc)));
    one.settle(next(2) === 0 ? 'accept' : 'reject');
    meet(writers, next, true);
    expectOne(writers);
    expect(openSuggestions(other.ydoc)).toEqual([]);
    readDocument(other.ydoc);
  });
});

describe('F29 one who writes and settles, and two who suggest', () => {
  it.each(seeds)('end with one text (%i)', (seed) => {
    const next = numbersFrom(seed + 10_000);
    const writers = three(next, 1);
    const [desk] = writers;
    if (!desk) return;
    for (let round = 0; round < rounds; round++) {
      for (const writer of writers) for (let count = next(5); count >= 0; count--) edit(writer, next);
      const ids = openSuggestions(desk.ydoc).map(({ id }) => id);
      const chosen = ids[next(Math.max(1, ids.length))];
      if (chosen !== undefined) desk.settle(next(2) === 0 ? 'accept' : 'reject', (id) => id === chosen);
      meet(writers, next);
      for (const { ydoc } of writers) readDocument(ydoc);
    }
    meet(writers, next, true);
    expectOne(writers);
    expect(shape(settledAs(desk.state.doc, 'reject'))).toEqual(shape(withoutSuggestions(desk.state.doc)));
    settledAs(desk.state.doc, 'accept').check();
  });

  it.each(seeds)('lose no word that was written directly (%i)', (seed) => {
    const next = numbersFrom(seed + 20_000);
    const writers = three(next, 1);
    const [desk] = writers;
    if (!desk) return;
    const tokens: string[] = [];
    for (let round = 0; round < rounds; round++) {
      for (const writer of writers.slice(1))
        for (let count = next(5); count >= 0; count--) edit(writer, next);
      const at = desk.state.doc.content.size > 4 ? 1 + next(30) : 1;
      if (desk.state.doc.resolve(at).parent.isTextblock) {
        const token = String.fromCodePoint(0x4e00 + tokens.length);
        tokens.push(token);
        desk.write(desk.state.tr.insertText(token, at));
      }
      meet(writers, next);
    }
    meet(writers, next, true);
    for (const { ydoc } of writers) {
      const { body } = readTexts(ydoc);
      for (const token of tokens) expect(body).toContain(token);
    }
    desk.settle('reject');
    for (const token of tokens) expect(readTexts(desk.ydoc).body).toContain(token);
  });
});
