import { InputRule } from '@tiptap/core';
import { BulletList, ListItem, OrderedList, TaskItem, TaskList } from '@tiptap/extension-list';

/** As the schema of blocks says. */
const highestStart = 1_000_000;

/** A list item takes any of these in any order: a merge of two people's edits must never make it invalid. */
const itemContent = '(paragraph | bulletList | orderedList | taskList)+';

export const ArticleListItem = ListItem.extend({ content: itemContent });

export const ArticleBulletList = BulletList.extend({
  addInputRules() {
    return (this.parent?.() ?? []).map(outsideLists);
  },
});

export const ArticleOrderedList = OrderedList.extend({
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
  addInputRules() {
    return (this.parent?.() ?? []).map(outsideLists);
  },
});

export const ArticleTaskList = TaskList;

export const ArticleTaskItem = TaskItem.extend({
  content: itemContent,
  addInputRules() {
    return (this.parent?.() ?? []).map(outsideLists);
  },
}).configure({ nested: true });

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
