import { joinBackward, liftEmptyBlock, setBlockType, splitBlock, wrapIn } from '@tiptap/pm/commands';
import { Fragment, Slice, type Node, type NodeType } from '@tiptap/pm/model';
import { sinkListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list';
import { TextSelection, type Command } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { exchange, settledAs, SuggestingWriter } from '../test/suggesting-writer.ts';
import { suggestionsIn } from './open-suggestions.ts';
import { replaceContent } from './replace-content.ts';
import { schemas } from './schemas.ts';
import { directMeta } from './suggestion-meta.ts';
import { splitSign } from './suggestion-marks.ts';
import { SuggestionGuard } from './suggestion-guard.ts';
import { withoutSuggestions } from './without-suggestions.ts';

const author = '01890000-0000-7000-8000-00000000000b';
const uuid = '01890000-0000-7000-8000-00000000000a';
function kind(name: string): NodeType {
  const type = schemas.body.nodes[name];
  if (!type) throw new Error(`no ${name}`);
  return type;
}
const [bulletList, blockquote, heading, listItem] = [
  kind('bulletList'),
  kind('blockquote'),
  kind('heading'),
  kind('listItem'),
];
const line = (id: string, text: string) => ({
  type: 'paragraph' as const,
  attrs: { id },
  content: [{ type: 'text' as const, text }],
});
const title = (id: string, text: string) => ({
  ...line(id, text),
  type: 'heading' as const,
  attrs: { id, level: 2 },
});

/** One who suggests, one who writes, and a server between them that takes nothing but suggestions from the first. */
class Two {
  readonly suggesting: SuggestingWriter;
  readonly writing: SuggestingWriter;
  private readonly server = new Y.Doc();
  private readonly guard = new SuggestionGuard(this.server);

  constructor(content: object[]) {
    replaceContent(this.server, { headline: '', standfirst: [], body: { type: 'doc', content } as never });
    const seed = Y.encodeStateAsUpdate(this.server);
    this.suggesting = new SuggestingWriter(author, seed, true);
    this.writing = new SuggestingWriter('other', seed, false);
  }

  type(words: string): this {
    const { state } = this.suggesting;
    this.suggesting.write(state.tr.insertText(words));
    return this;
  }

  press(...commands: Command[]): this {
    for (const command of commands)
      command(this.suggesting.state, (made) => void this.suggesting.write(made));
    return this;
  }

  at(words: string, offset = words.length): this {
    const { doc, tr } = this.suggesting.state;
    this.suggesting.dispatch(tr.setSelection(TextSelection.create(doc, placeOf(doc, words) + offset)));
    return this;
  }

  paste(...blocks: object[]): this {
    const { schema, tr } = this.suggesting.state;
    const content = Fragment.fromArray(blocks.map((block) => schema.nodeFromJSON(block)));
    this.suggesting.write(tr.replaceSelection(Slice.maxOpen(content)));
    return this;
  }

  /** Everything reaches everybody. */
  sync(): this {
    const update = Y.encodeStateAsUpdate(this.suggesting.ydoc, Y.encodeStateVector(this.server));
    const person = { id: author, name: 'Writer', colour: 1 };
    expect(this.guard.suggest(() => Y.applyUpdate(this.server, update), person)).toBe(null);
    for (const writer of [this.writing, this.suggesting]) exchange(this.server, writer.ydoc);
    exchange(this.server, this.writing.ydoc);
    return this;
  }

  get text(): Node {
    return this.suggesting.state.doc;
  }
}

function placeOf(document: Node, words: string): number {
  let found = -1;
  document.descendants((node, at) => {
    if (found < 0 && node.isText && node.text?.includes(words)) found = at + node.text.indexOf(words);
  });
  return found;
}

const names: Record<string, string> = {
  paragraph: 'p',
  heading: 'h',
  bulletList: 'ul',
  listItem: 'li',
  blockquote: 'quote',
};
const said = (node: Node): string => {
  const inner = node.isTextblock ? node.textContent : node.children.map(said).join(' ');
  return node.type.name === 'doc' ? inner : `${names[node.type.name] ?? node.type.name}(${inner})`;
};
const accepted = (two: Two): string => said(settledAs(two.sync().text, 'accept'));
/** That what stood is left as it was, and that one suggestion says all that was added. */
const expectOne = (two: Two, before: string): void => {
  expect(said(withoutSuggestions(two.text))).toBe(before);
  expect(said(settledAs(two.text, 'reject'))).toBe(before);
  expect(suggestionsIn(two.text)).toHaveLength(1);
};

describe('a new line that somebody suggests at the end of another', () => {
  it('becomes the heading itself, not the line before it', () => {
    const two = new Two([line('line-1', 'Old one.'), line('line-2', 'Old two.')]);
    two
      .at('Old one.')
      .press(splitBlock)
      .type('New')
      .press(setBlockType(heading, { level: 2 }));
    expect(accepted(two)).toBe('p(Old one.) h(New) p(Old two.)');
    expectOne(two, 'p(Old one.) p(Old two.)');
  });

  it('is a paragraph after a heading, and takes along what its author added behind the caret', () => {
    const two = new Two([title('title1', 'Head')]);
    two.at('Head').press(splitBlock).type('First. Second.').at('First.').press(splitBlock).type('More.');
    expect(accepted(two)).toBe('h(Head) p(First.) p(More. Second.)');
    expectOne(two, 'h(Head)');
    const other = new Two([line('line-1', 'Old')]);
    other.at('Old').type(' new words').at(' new').press(splitBlock).type('And');
    expect(accepted(other)).toBe('p(Old new) p(And words)');
    expectOne(other, 'p(Old)');
  });

  it('can begin a list or a quote, be left again and go one level deeper', () => {
    const two = new Two([line('line-1', 'Old')]);
    two
      .at('Old')
      .press(splitBlock)
      .type('Fish')
      .press(wrapInList(bulletList))
      .press(splitListItem(listItem))
      .type('Cod');
    two.press(sinkListItem(listItem)).press(splitListItem(listItem)).type('Hake');
    expect(accepted(two)).toBe('p(Old) ul(li(p(Fish) ul(li(p(Cod)) li(p(Hake)))))');
    two
      .press(splitListItem(listItem), splitListItem(listItem), liftEmptyBlock)
      .type('Said')
      .press(wrapIn(blockquote));
    expect(accepted(two)).toBe('p(Old) ul(li(p(Fish) ul(li(p(Cod)) li(p(Hake))))) quote(p(Said))');
    expectOne(two, 'p(Old)');
  });

  it('is an item of its own in a list, goes deeper, and comes out of it', () => {
    const item = { type: 'listItem', attrs: { id: 'item-1' }, content: [line('line-1', 'Fish')] };
    const list = { type: 'bulletList', attrs: { id: 'list-1' }, content: [item] };
    const two = new Two([list]);
    two.at('Fish').press(splitListItem(listItem)).type('Cod').press(sinkListItem(listItem));
    expect(accepted(two)).toBe('ul(li(p(Fish) ul(li(p(Cod)))))');
    expectOne(two, 'ul(li(p(Fish)))');
    const other = new Two([list]);
    other.at('Fish').press(splitListItem(listItem), liftEmptyBlock).type('After');
    expect(accepted(other)).toBe('ul(li(p(Fish))) p(After)');
    expectOne(other, 'ul(li(p(Fish)))');
  });

  it('goes back into the line before it, and leaves nothing behind', () => {
    const two = new Two([line('line-1', 'Old'), line('line-2', 'Next')]);
    two.at('Old').press(splitBlock, joinBackward);
    expect(suggestionsIn(two.text)).toEqual([]);
    two.type('!').press(splitBlock).type('New').at('New', 0).press(joinBackward);
    expect(accepted(two)).toBe('p(Old!New) p(Next)');
    expectOne(two, 'p(Old) p(Next)');
  });

  it('stays with the words of a colleague, who wrote in it directly, whatever becomes of it', () => {
    const two = new Two([line('line-1', 'Old')]);
    two.at('Old').press(splitBlock).type('New').sync();
    two.writing.write(two.writing.state.tr.insertText('really ', placeOf(two.writing.state.doc, 'New') + 1));
    two.sync();
    const before = two.text;
    two.at('ew').press(wrapInList(bulletList));
    expect(two.text.eq(before)).toBe(true);
    expect(said(settledAs(two.text, 'reject'))).toBe('p(Old) p(really )');
  });
});

describe('a block that somebody added, with what others have put into it', () => {
  /** The desk has written in a paragraph that the other suggests. */
  function written(): Two {
    const two = new Two([line('line-1', 'Old')]);
    two.at('Old').press(splitBlock).type('New words').sync();
    const { doc, tr } = two.writing.state;
    two.writing.write(tr.insertText('really ', placeOf(doc, 'words')));
    return two.sync();
  }

  it('keeps its name where it is split, and every word that is added is a suggestion', () => {
    const two = written();
    const before = withoutSuggestions(two.text).toJSON() as unknown;
    two.at('New', 1).press(splitBlock).type('x');
    expect(withoutSuggestions(two.text).toJSON()).toEqual(before);
    two.at('really', 3).type('y').press(splitBlock);
    expect(withoutSuggestions(two.text).toJSON()).toEqual(before);
    two.sync();
  });

  it('keeps what a colleague proposes of a part of it when its author changes another', () => {
    const two = new Two([line('line-1', 'Old')]);
    two
      .at('Old')
      .press(splitBlock)
      .type('Fish')
      .press(wrapInList(bulletList), splitListItem(listItem))
      .type('Cod');
    two.sync();
    const { doc, tr } = two.writing.state;
    const cod = doc.resolve(placeOf(doc, 'Cod')).before(-1);
    two.writing.write(
      tr.setNodeAttribute(cod, 'suggestion', { id: uuid, op: 'delete' }).setMeta(directMeta, true),
    );
    two.sync().at('Fish').press(splitListItem(listItem)).type('Hake');
    expect(suggestionsIn(two.text)).toContain(uuid);
    expect(accepted(two)).toBe('p(Old) ul(li(p(Fish)) li(p(Hake)))');
  });
});

describe('a split that is only a sign, in the middle of a line', () => {
  it('lets nobody turn the line behind it, which would turn the one before', () => {
    const two = new Two([line('line-1', 'Old words')]);
    two.at('Old').press(splitBlock).type('New');
    expect(two.text.textContent).toContain(splitSign);
    const before = two.text;
    two.press(setBlockType(heading, { level: 2 })).press(wrapIn(blockquote));
    expect(two.text.eq(before)).toBe(true);
  });

  it('makes a paragraph of what was added at the end of a heading, not of its words', () => {
    const added = (text: string) => ({
      type: 'text',
      text,
      marks: [{ type: 'insertion', attrs: { id: uuid } }],
    });
    const headed = (...content: object[]) =>
      schemas.body.nodeFromJSON({
        type: 'doc',
        content: [{ type: 'heading', attrs: { level: 2 }, content }],
      });
    const old = (text: string) => ({ type: 'text', text });
    expect(said(settledAs(headed(old('Head'), added(`${splitSign}Words`)), 'accept'))).toBe(
      'h(Head) p(Words)',
    );
    expect(said(settledAs(headed(old('He'), added(splitSign), old('ad')), 'accept'))).toBe('h(He) h(ad)');
    expect(
      said(settledAs(headed(old('Head'), added(`${splitSign}Wo`), old('X'), added('rds')), 'accept')),
    ).toBe('h(Head) h(WoXrds)');
  });
});

describe('blocks that somebody pastes as a suggestion', () => {
  const list = (...items: string[]) => ({
    type: 'bulletList',
    content: items.map((text) => ({
      type: 'listItem',
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    })),
  });
  const p = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
  const h = (text: string) => ({ ...p(text), type: 'heading', attrs: { level: 2 } });

  it.each([
    ['a list', [list('x', 'y')]],
    ['a list after a paragraph', [p('A'), list('x')]],
    ['a list, a paragraph and a heading', [h('H'), p('A'), list('x', 'y')]],
    ['paragraphs', [p('A'), p('B')]],
    ['a quote', [{ type: 'blockquote', content: [p('Q')] }]],
  ])('are what they are when it is accepted: %s', (_, blocks) => {
    const two = new Two([line('line-1', 'Old'), line('line-2', 'Next')]);
    const direct = new Two([line('line-1', 'Old'), line('line-2', 'Next')]);
    direct.suggesting.suggests = false;
    two.at('Old').paste(...blocks);
    direct.at('Old').paste(...blocks);
    expect(accepted(two)).toBe(said(direct.text));
    expectOne(two, 'p(Old) p(Next)');
  });
});
