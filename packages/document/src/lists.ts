import {
  InputRule,
  Node,
  wrappingInputRule,
  type Attribute,
  type KeyboardShortcutCommand,
} from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/** An element of a browser; the server, which knows of none, reads no HTML with these. */
type Element = Parameters<NonNullable<Attribute['parseHTML']>>[0];

/** As the schema of blocks says. */
const highestStart = 1_000_000;

/** A list item takes any of these in any order: a merge of two people's edits must never make it invalid. */
const itemContent = '(paragraph | bulletList | orderedList | taskList)+';

const toggle =
  (list: string, item: string): KeyboardShortcutCommand =>
  ({ editor }) =>
    editor.commands.toggleList(list, item);

export const ArticleListItem = Node.create({
  name: 'listItem',
  content: itemContent,
  defining: true,

  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
});

export const ArticleBulletList = Node.create({
  name: 'bulletList',
  group: 'block list',
  content: 'listItem+',

  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: ({ HTMLAttributes }) => ['ul', HTMLAttributes, 0],
  addKeyboardShortcuts: () => ({ 'Mod-Shift-8': toggle('bulletList', 'listItem') }),
  addInputRules() {
    return [outsideLists(wrappingInputRule({ find: /^\s*[-+*]\s$/, type: this.type }))];
  },
});

export const ArticleOrderedList = Node.create({
  name: 'orderedList',
  group: 'block list',
  content: 'listItem+',

  addAttributes() {
    return {
      start: {
        default: 1,
        parseHTML: (element) => {
          const start = Number.parseInt(element.getAttribute('start') ?? '1', 10);
          return start >= 0 && start <= highestStart ? start : 1;
        },
      },
    };
  },

  parseHTML: () => [{ tag: 'ol' }],
  renderHTML({ HTMLAttributes: { start, ...attributes } }) {
    return ['ol', start === 1 ? attributes : { ...attributes, start: start as unknown }, 0];
  },

  addKeyboardShortcuts: () => ({ 'Mod-Shift-7': toggle('orderedList', 'listItem') }),
  addInputRules() {
    const rule = wrappingInputRule({
      find: /^(\d{1,6})\.\s$/,
      type: this.type,
      getAttributes: ([, start]) => ({ start: Number(start) }),
      joinPredicate: ([, start], { attrs, childCount }) => childCount + Number(attrs.start) === Number(start),
    });
    return [outsideLists(rule)];
  },

  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handlePaste: (view, { clipboardData: data }) => {
            const { state } = view;
            if (
              !data ||
              data.getData('text/html').trim() !== '' ||
              state.selection.$from.parent.type.spec.code
            )
              return false;
            const list = numberedLines(data.getData('text/plain'));
            if (list) view.dispatch(state.tr.replaceSelectionWith(state.schema.nodeFromJSON(list)));
            return list !== null;
          },
        },
      }),
    ];
  },
});

export const ArticleTaskList = Node.create({
  name: 'taskList',
  group: 'block list',
  content: 'taskItem+',

  parseHTML: () => [{ tag: 'ul[data-type="taskList"]', priority: 51 }],
  renderHTML: ({ HTMLAttributes }) => ['ul', { ...HTMLAttributes, 'data-type': 'taskList' }, 0],
  addKeyboardShortcuts: () => ({ 'Mod-Shift-9': toggle('taskList', 'taskItem') }),
});

export const ArticleTaskItem = Node.create({
  name: 'taskItem',
  content: itemContent,
  defining: true,

  addAttributes() {
    return {
      checked: {
        default: false,
        keepOnSplit: false,
        parseHTML: (element) => ['', 'true'].includes(element.getAttribute('data-checked') ?? 'false'),
        renderHTML: ({ checked }) => ({ 'data-checked': checked as unknown }),
      },
    };
  },

  parseHTML: () => [
    {
      tag: 'li[data-type="taskItem"]',
      priority: 51,
      contentElement: (element: Element) => element.querySelector('div') ?? element,
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    'li',
    { ...HTMLAttributes, 'data-type': 'taskItem' },
    ['label', ['input', { type: 'checkbox', checked: node.attrs.checked ? 'checked' : null }], ['span']],
    ['div', 0],
  ],

  addInputRules() {
    const rule = wrappingInputRule({
      find: /^\s*\[([( |x])?\]\s$/,
      type: this.type,
      getAttributes: ([, sign]) => ({ checked: sign === 'x' }),
    });
    return [outsideLists(rule)];
  },
});

const items = new Set(['listItem', 'taskItem']);

/** The rule, but not at the start of an item: "- " typed there stays text, for there is already a bullet. */
export function outsideLists(rule: InputRule): InputRule {
  return new InputRule({
    find: rule.find,
    undoable: rule.undoable,
    handler: (props) => {
      const $start = props.state.doc.resolve(props.range.from);
      const isFirstOfItem =
        $start.depth > 1 && items.has($start.node(-1).type.name) && $start.index(-1) === 0;
      return isFirstOfItem ? null : rule.handler(props);
    },
  });
}

/** Plain text of which every line has the next number, as a list; null if it is any other text. */
export function numberedLines(text: string): object | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const read = lines.map((line) => /^(\d{1,6})[.)]\s+(.+)$/.exec(line.trim()));
  const start = Number(read[0]?.[1] ?? 0);
  if (start < 1 || read.some((line, index) => line?.[1] !== String(start + index))) return null;
  return {
    type: 'orderedList',
    attrs: { start },
    content: read.map((line) => ({
      type: 'listItem',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: line?.[2] }] }],
    })),
  };
}
