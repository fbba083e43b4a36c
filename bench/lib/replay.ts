import type * as Y from 'yjs';
import { newBlockId } from '../../packages/document/src/index.ts';
import { suggestionRecords, type Fragment, type SuggestionRecord } from '../../packages/types/src/index.ts';
import { seeded } from '../search/zipf-corpus.ts';
import * as places from './document-places.ts';
import { here, makeBlock, markKey, type Stock } from './made-blocks.ts';
import { PlaceFinder, type Share } from './place-finder.ts';
import type { Marks, Operation, Step } from './recorded-steps.ts';

type Of<Kind extends Operation['kind']> = Extract<Operation, { kind: Kind }>;

/** Somebody who does recorded steps again. */
export interface Player {
  ydoc: Y.Doc;
  steps: readonly Step[];
  stock: Stock;
  seed: number;
  share?: Share;
  /** Whose suggestions they are, of somebody who may do no more. */
  suggester?: Omit<SuggestionRecord, 'at'>;
}

/** As many blocks and letters as a long article has; beyond that something is taken out for what comes. */
const mostBlocks = 200;
const mostLetters = { body: 800, standfirst: 300, headline: 120 };
/** Of so many blocks the emptiest goes. One without words counts for more than none, or every picture would go. */
const candidates = 10;
const worthOfPicture = 60;

/** Does recorded steps again, in order and over and over, each at a place where it fits, with other words. */
export class Replay {
  /** How many operations of each kind were done; `cut` are those that keep the text from growing for ever. */
  readonly done = new Map<string, number>();
  /** Operations for which the text had no place. */
  unfit = 0;
  readonly #player: Player;
  readonly #places: PlaceFinder;
  #next = 0;
  /** Where the last operation ended. */
  #line: places.Line | null = null;
  #field: Fragment = 'body';
  #index = 0;
  #block: Y.XmlElement | null = null;
  #suggestion = '';

  constructor(player: Player) {
    this.#player = player;
    this.#places = new PlaceFinder(player.ydoc, seeded(player.seed), player.share ?? [0, 1]);
  }

  get onlySuggests(): boolean {
    return this.#player.suggester !== undefined;
  }

  /** One more step, as one update. */
  step(): void {
    while (!this.#player.ydoc.transact(() => this.#cut() || this.#doNext()));
  }

  /** @returns whether anything of the next step found a place */
  #doNext(): boolean {
    const { steps } = this.#player;
    let isDone = false;
    for (const operation of steps[this.#next++ % steps.length] ?? []) {
      const fits = this.#do(operation);
      if (fits) this.#count(operation.kind);
      else this.unfit++;
      isDone ||= fits;
    }
    return isDone;
  }

  #do(operation: Operation): boolean {
    switch (operation.kind) {
      case 'type':
        return this.#type(operation);
      case 'take back':
        return operation.suggested ? this.#takeSuggestion(operation) : this.#takeBack(operation);
      case 'mark':
        return this.#mark(operation);
      case 'add':
        return this.#add(operation);
      case 'remove':
        return this.#remove(operation);
      case 'turn':
        return this.#turn(operation);
      case 'set':
        return this.#set(operation);
      case 'suggest':
        return this.#suggest();
    }
  }

  #type({ field, text, marks = {}, goesOn }: Of<'type'>): boolean {
    const line = (goesOn && this.#here(field)) || this.#places.someLine(field);
    if (!line || !Object.keys(marks).every((name) => places.takesMark(line, name))) return false;
    const words = this.#player.stock.words(text.length);
    const into = line.text ?? places.beginText(line.block);
    if (line !== this.#line) this.#index = this.#places.below(into.length + 1);
    this.#makeRoom(into, field);
    const at = Math.min(this.#index, into.length);
    if (marks['insertion']) into.insert(at, words, this.#ofSuggestion('insertion'));
    else {
      // as the binding does it: what is typed is like what stands before it, then the marks are set
      into.insert(at, words);
      if (Object.keys(marks).length > 0) into.format(at, words.length, only(marks));
    }
    this.#moveTo(field, { block: line.block, text: into }, at + words.length);
    return true;
  }

  /** Nobody goes on writing in one paragraph for ever. */
  #makeRoom(text: Y.XmlText, field: Fragment): void {
    if (this.onlySuggests || text.length <= mostLetters[field]) return;
    const letters = Math.floor(mostLetters[field] / 2);
    text.delete(this.#places.below(text.length - letters), letters);
    this.#count('cut');
  }

  #takeBack({ field, letters, goesOn }: Of<'take back'>): boolean {
    const line = (goesOn && this.#here(field, letters)) || this.#places.someLine(field, letters);
    if (!line?.text) return false;
    const last = line.text.length - letters;
    const at = line === this.#line ? Math.min(this.#index - letters, last) : this.#places.below(last + 1);
    line.text.delete(at, letters);
    this.#moveTo(field, line, at);
    return true;
  }

  /** A suggestion is rejected, or taken back by whoever made it. */
  #takeSuggestion({ letters }: Of<'take back'>): boolean {
    const run = this.#places.someRun('insertion', this.#player.suggester?.author);
    run?.text.delete(run.index, Math.min(letters, run.letters));
    return run !== null;
  }

  #mark({ field, letters, marks }: Of<'mark'>): boolean {
    const given = Object.fromEntries(Object.entries(marks).filter(([, value]) => value !== null));
    const names = Object.keys(given);
    if (names.length === 0) return this.#unmark(Object.keys(marks));
    const line = this.#places.someLine(field, letters);
    if (!line?.text || !names.every((name) => places.takesMark(line, name))) return false;
    const at = this.#places.below(line.text.length - letters + 1);
    line.text.format(at, letters, given['deletion'] ? this.#ofSuggestion('deletion') : only(given));
    return true;
  }

  #unmark(names: string[]): boolean {
    const runs = names.map((name) => this.#places.someRun(name)).filter((run) => run !== null);
    for (const { text, index, letters, key } of runs) text.format(index, letters, { [key]: null });
    return runs.length > 0;
  }

  #add({ parent, node, goesOn }: Of<'add'>): boolean {
    const behind = (goesOn && this.#here('body')?.block) || null;
    const gap = this.#places.gapFor(parent, node.type, behind);
    if (gap) this.#put(gap.into, gap.index, makeBlock(node, this.#player.stock));
    return gap !== null;
  }

  #turn({ parent, name, node }: Of<'turn'>): boolean {
    const found = this.#places.someChild(parent, name, [node.type]);
    if (!found) return false;
    found.into.delete(found.index, 1);
    this.#put(found.into, found.index, makeBlock(node, this.#player.stock));
    return true;
  }

  #remove({ parent, name }: Of<'remove'>): boolean {
    const found = this.#places.someChild(parent, name, []);
    found?.into.delete(found.index, 1);
    return found !== null;
  }

  #put(into: places.Parent, index: number, block: Y.XmlElement): void {
    if (into === this.#places.body) block.setAttribute('id', this.#ownId());
    into.insert(index, [block]);
    const line = places.firstLineOf(block);
    if (line) this.#moveTo('body', line, line.text?.length ?? 0);
  }

  #set({ on, name, value, goesOn }: Of<'set'>): boolean {
    const isHere = goesOn && this.#block?.nodeName === on && places.isLive(this.#block);
    const block = isHere
      ? this.#block
      : this.#places.someBlock((each) => (each.nodeName === on ? each : null));
    if (!block) return false;
    places.setAttribute(block, name, name === 'id' ? this.#ownId() : here(name, value, this.#player.stock));
    if (name !== 'id') this.#block = block;
    return true;
  }

  #suggest(): boolean {
    const { suggester, ydoc } = this.#player;
    if (!suggester) return false;
    this.#suggestion = crypto.randomUUID();
    const record: SuggestionRecord = { ...suggester, at: new Date().toISOString() };
    ydoc.getMap(suggestionRecords).set(this.#suggestion, record);
    return true;
  }

  #ofSuggestion(name: 'insertion' | 'deletion'): Record<string, object> {
    const value = { id: this.#suggestion };
    return { [markKey(name, value)]: value };
  }

  /** Takes the emptiest of some blocks out of a text that has grown too long. */
  #cut(): boolean {
    const { body } = this.#places;
    if (this.onlySuggests || body.length <= mostBlocks) return false;
    const own = this.#places.ownBlocks();
    const [, people] = this.#player.share ?? [0, 1];
    const worth = (block: Y.XmlElement) => places.lettersIn(block) || worthOfPicture;
    const some = Array.from({ length: candidates }, () => own[this.#places.below(own.length)]);
    const [block] = some.filter((each) => each !== undefined).sort((a, b) => worth(a) - worth(b));
    if (!block || own.length <= mostBlocks / people) return false;
    body.delete(places.childrenOf(body).indexOf(block), 1);
    this.#count('cut');
    return true;
  }

  /** Where the last operation ended, if it was in that field and so much can be taken back there. */
  #here(field: Fragment, letters = 0): places.Line | null {
    if (field !== this.#field || !this.#line || !places.isLive(this.#line.block)) return null;
    const before = Math.min(this.#index, this.#line.text?.length ?? 0);
    return before < letters ? null : this.#line;
  }

  #moveTo(field: Fragment, line: places.Line, index: number): void {
    [this.#field, this.#line, this.#index, this.#block] = [field, line, index, null];
  }

  #ownId(): string {
    let id = newBlockId();
    while (!this.#places.isOwn(id)) id = newBlockId();
    return id;
  }

  #count(kind: string): void {
    this.done.set(kind, (this.done.get(kind) ?? 0) + 1);
  }
}

/** Marks, and what can't stand beside them taken off. */
function only(marks: Marks): Marks {
  const excluded = Object.keys(marks).flatMap(places.excludedBy);
  return { ...Object.fromEntries(excluded.map((name) => [name, null])), ...marks };
}
