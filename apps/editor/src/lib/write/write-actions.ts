import type { Fragment, Language } from '@broadsheet/types';
import { act, type Action } from '#lib/actions/actions.svelte.ts';
import { catalogue, type ActionId } from '#lib/actions/catalogue.ts';
import { m } from '#lib/paraglide/messages.js';
import { articleActions } from './article-actions.ts';
import { rangeOfSelection } from './blocks/block-range.ts';
import {
  canMoveItems,
  deleteSelected,
  duplicateSelected,
  moveItems,
  moveSelected,
  type ItemStep,
} from './blocks/block-steps.ts';
import { focusBlockBar, taskAt, tickTask } from './blocks/box-keys.ts';
import { allBlocks, offers, textBlocks, type BlockKind, type TextBlock } from './text/blocks.ts';
import { textMarks, type TextMark } from './text/text-tools.svelte.ts';
import { kindByKey } from './text/turn-selection.ts';
import { writingChoices } from './typography/writing-choices.svelte.ts';
import type { Writing } from './writing.svelte.ts';

/** What of the page the actions reach beside the text. */
export interface WritingPlaces {
  findAgain: () => void;
}

/** What can be done while one writes. */
export function writeActions(writing: Writing, { findAgain }: WritingPlaces): Action[] {
  return [
    ...articleActions(writing),
    ...textActions(writing),
    ...blockActions(writing),
    ...findActions(writing, findAgain),
    ...viewActions(writing),
  ];
}

/** The field that has the focus, or had it before something over the page took it. */
function isIn(writing: Writing, ...fields: Fragment[]): boolean {
  const { activeElement } = document;
  const free = activeElement === null || activeElement === document.body;
  const inOverlay = activeElement?.closest('[data-palette]') !== null;
  return fields.some(
    (field) =>
      writing.fields.editor(field)?.isFocused || ((free || inOverlay) && writing.fields.last === field),
  );
}

/** Whether the focus is in a field of another kind, which has a history of its own: an empty one of a block has none. */
const isInOtherField = (): boolean =>
  document.activeElement?.matches('input:not(.ProseMirror :placeholder-shown), textarea, select') === true;

function textActions(writing: Writing): Action[] {
  const { tools, fields } = writing;
  const inBody = () => writing.mayType && tools !== null && isIn(writing, 'body');
  const inMarked = () => writing.mayType && tools !== null && isIn(writing, 'body', 'standfirst');
  const mayHave = (mark: TextMark | 'link' | 'lang') => () => inMarked() && tools?.allows(mark) === true;
  const again = (run: () => unknown) => () => {
    run();
    tools?.editor.view.focus();
  };
  // on a button, too: what was just done with it is to be taken back
  const beside = () => writing.mayType && !isInOtherField();
  return [
    act('undo', () => fields.undo(), { can: beside }),
    act('redo', () => fields.redo(), { can: beside }),
    ...textMarks.map((mark) =>
      act(
        `mark.${mark}`,
        again(() => tools?.toggle(mark)),
        { can: mayHave(mark), isOn: () => tools?.isOn(mark) ?? false },
      ),
    ),
    act(
      'mark.clear',
      again(() => tools?.clear()),
      { can: inMarked },
    ),
    act('mark.link', () => tools && (tools.linking = true), { can: mayHave('link') }),
    act('mark.lang', () => tools && (tools.naming = true), { can: mayHave('lang') }),
    ...textBlocks.map((kind) => turn(kind, () => tools?.turn(kindByKey(tools.editor, kind)), inBody)),
    ...allBlocks.filter((kind) => !isTextBlock(kind)).map((kind) => insert(writing, kind, inBody)),
    act('text.bar', () => (tools !== null && focusBlockBar(tools.editor)) || writing.focusBar(), {
      can: inMarked,
    }),
  ];
}

function blockActions(writing: Writing): Action[] {
  const { body, handles } = writing;
  if (!body) return [];
  const inBody = () => writing.mayType && isIn(writing, 'body');
  const can = () => inBody() && rangeOfSelection(body.state) !== null;
  const again = (run: () => unknown) => () => {
    run();
    body.view.focus();
  };
  const item = (id: ActionId, step: ItemStep) =>
    act(
      id,
      again(() => moveItems(body, step)),
      { can: () => inBody() && canMoveItems(body, step) },
    );
  return [
    act(
      'block.up',
      again(() => moveSelected(body, -1)),
      { can },
    ),
    act(
      'block.down',
      again(() => moveSelected(body, 1)),
      { can },
    ),
    act(
      'block.duplicate',
      again(() => duplicateSelected(body)),
      { can },
    ),
    act(
      'block.delete',
      again(() => body.commands.command(deleteSelected)),
      { can },
    ),
    {
      id: 'block.tick',
      group: 'text',
      label: m.ways_block_tick,
      words: 'task done check',
      run: again(() => body.commands.command(({ state, tr }) => tickTask(state, tr))),
      can: () => inBody() && taskAt(body.state) !== null,
    },
    act('block.tools', () => handles.openAtSelection(body), { can }),
    item('list.deeper', 'sinkListItem'),
    item('list.shallower', 'liftListItem'),
  ];
}

const isTextBlock = (kind: BlockKind): kind is TextBlock => (textBlocks as readonly string[]).includes(kind);

function turn(kind: TextBlock, run: () => unknown, can: () => boolean): Action {
  const id = `block.${kind}`;
  const { name, words } = offers[kind];
  return {
    id,
    group: 'text',
    ...(id in catalogue && catalogue[id as ActionId]),
    label: name,
    words: (inputs, options) => `${m.blocks_turn_into(inputs, options)} ${words(inputs, options)}`,
    run,
    can,
  };
}

function insert(writing: Writing, kind: BlockKind, can: () => boolean): Action {
  const { name, words, run } = offers[kind];
  return {
    id: `insert.${kind}`,
    group: 'insert',
    label: name,
    words,
    can,
    run: () => {
      const { body } = writing;
      if (!body) return;
      body.view.focus();
      run(body);
    },
  };
}

function findActions({ find }: Writing, findAgain: () => void): Action[] {
  // in a field of the inspector the browser's own search is meant
  const can = () =>
    document.activeElement?.closest('aside, [role=dialog]:not([data-palette])') === null ||
    document.activeElement === null;
  const open = (replacing: boolean) => () => {
    find.begin(replacing);
    findAgain();
  };
  return [
    act('find.open', open(false), { can }),
    act('find.replace', open(true), { can }),
    act('find.next', () => find.step(1), { can: () => find.open }),
    act('find.previous', () => find.step(-1), { can: () => find.open }),
  ];
}

function viewActions(writing: Writing): Action[] {
  const { view } = writing;
  return [
    act('view.outline', () => (view.outline = !view.outline), { isOn: () => view.outline }),
    act('view.focus', () => writing.toggleQuiet(), { isOn: () => view.quiet }),
    act('view.full', () => view.toggleFull(), {
      isOn: () => view.full,
      can: () => document.fullscreenEnabled,
    }),
    act('view.invisibles', () => writing.toggleInvisibles(), { isOn: () => view.invisibles }),
    act('view.counts', () => (view.counts = true)),
    act('text.typography', () => writing.toggleChoice('typography'), {
      isOn: () => writingChoices.typography,
    }),
    act('text.spelling', () => writing.toggleChoice('spelling'), { isOn: () => writingChoices.spelling }),
  ];
}

/** Going to another language of the story. */
export function languageAction(language: Language, name: string, run: () => unknown): Action {
  return {
    id: `article.in.${language}`,
    group: 'article',
    label: () => m.ways_go_language({ language: name }),
    words: `language translation ${language}`,
    run,
  };
}
