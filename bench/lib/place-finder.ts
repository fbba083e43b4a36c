import * as Y from 'yjs';
import { markId } from '../../packages/document/src/shared-marks.ts';
import { suggestionRecords, type Fragment, type SuggestionRecord } from '../../packages/types/src/index.ts';
import * as places from './document-places.ts';

/** Which of how many people: each has top blocks of their own, so that no two change one list or table at once. */
export type Share = readonly [number, number];

/** A place between the blocks of a parent. */
export interface Gap {
  into: places.Parent;
  index: number;
}

/** So few blocks stay. */
const leastBlocks = 20;

/** Finds places of chance in a document, in the blocks that are one's own. */
export class PlaceFinder {
  readonly body: Y.XmlFragment;
  readonly #ydoc: Y.Doc;
  readonly #random: () => number;
  readonly #share: Share;

  constructor(ydoc: Y.Doc, random: () => number, share: Share) {
    this.body = ydoc.getXmlFragment('body');
    this.#ydoc = ydoc;
    this.#random = random;
    this.#share = share;
  }

  /** A whole number below another. */
  below(most: number): number {
    return Math.floor(this.#random() * most);
  }

  /** Whether a top block of this id is one's own. */
  isOwn(id: string | undefined): boolean {
    const [mine, all] = this.#share;
    return (id?.codePointAt(id.length - 1) ?? 0) % all === mine;
  }

  ownBlocks(): Y.XmlElement[] {
    return places.blocksIn(this.body).filter((block) => this.isOwn(block.getAttribute('id')));
  }

  /** What is found in the first block, from one of chance on, in which there is something. */
  someBlock<Found>(find: (block: Y.XmlElement) => Found | null): Found | null {
    const blocks = this.ownBlocks();
    const from = this.below(blocks.length);
    for (const block of [...blocks.slice(from), ...blocks.slice(0, from)]) {
      const all = [...places.within(block)].map(find).filter((found) => found !== null);
      if (all.length > 0) return all[this.below(all.length)] ?? null;
    }
    return null;
  }

  /** A line with at least so many letters. */
  someLine(field: Fragment, letters = 0): places.Line | null {
    const fitting = (block: unknown) => {
      const line = block instanceof Y.XmlElement ? places.lineOf(block) : null;
      return line && (line.text?.length ?? 0) >= letters ? line : null;
    };
    return field === 'body' ? this.someBlock(fitting) : fitting(this.#ydoc.getXmlFragment(field).get(0));
  }

  /** Letters with a mark; of suggestions, those of one author if one is given. */
  someRun(name: string, author?: string): places.MarkedRun | null {
    const records = this.#ydoc.getMap<SuggestionRecord>(suggestionRecords);
    const fits = (value: unknown) => !author || records.get(String(markId(value)))?.author === author;
    return this.someBlock((each) => places.runWith(each, name, fits));
  }

  /** A block of this name in one of that, in whose place those others may stand. */
  someChild(parent: string, name: string, others: string[]): Gap | null {
    if (parent === 'doc' && others.length === 0 && this.body.length < leastBlocks) return null;
    return this.someBlock((block) => {
      const into = block.parent as places.Parent;
      if (block.nodeName !== name || !this.#isNamed(into, parent)) return null;
      const index = places.childrenOf(into).indexOf(block);
      return this.#mayHold({ into, index }, 1, others) ? { into, index } : null;
    });
  }

  /** A gap in which such a block may stand: right behind another or behind what holds that, or anywhere. */
  gapFor(parent: string, name: string, behind: Y.XmlElement | null): Gap | null {
    return (behind && this.#gapBehind(behind, parent, name)) ?? this.#someGap(parent, name);
  }

  #gapBehind(block: Y.XmlElement, parent: string, name: string): Gap | null {
    for (let at: unknown = block; at instanceof Y.XmlElement; at = at.parent) {
      const into = at.parent as places.Parent;
      if (!this.#isNamed(into, parent)) continue;
      const gap = { into, index: places.childrenOf(into).indexOf(at) + 1 };
      return this.#mayHold(gap, 0, [name]) ? gap : null;
    }
    return null;
  }

  #someGap(parent: string, name: string): Gap | null {
    const gapIn = (into: places.Parent) => {
      const gap = { into, index: this.below(into.length + 1) };
      return this.#isNamed(into, parent) && this.#mayHold(gap, 0, [name]) ? gap : null;
    };
    return parent === 'doc' ? gapIn(this.body) : this.someBlock(gapIn);
  }

  /** Whether others may stand there instead of so many. A body takes any blocks in any order. */
  #mayHold({ into, index }: Gap, instead: number, names: string[]): boolean {
    if (!(into instanceof Y.XmlElement)) return names.length === 0 || places.mayHold('doc', names);
    const all = places
      .childrenOf(into)
      .map(places.nameOf)
      .toSpliced(index, instead, ...names);
    return places.mayHold(into.nodeName, all);
  }

  #isNamed(into: places.Parent, name: string): boolean {
    return into instanceof Y.XmlElement ? into.nodeName === name : into === this.body && name === 'doc';
  }
}
