/** Where an action belongs, in the order of the palette and of the list of shortcuts. */
export const actionGroups = [
  'step',
  'article',
  'review',
  'text',
  'insert',
  'view',
  'list',
  'go',
  'anywhere',
  'interface',
] as const;
export type ActionGroup = (typeof actionGroups)[number];

/** What every page must know of an action: its place and its keys. What it is called is in action-words.ts. */
export interface ActionFacts {
  group: ActionGroup;
  /** `Mod+Shift+Enter`; keys after one another as `G S`; several ways to press it as a list. */
  keys?: string | readonly string[];
}

/**
 * Every action that has a name of its own. The palette, the list of shortcuts, the tooltips and what a key press does
 * all read it, so that none can say something else than another.
 */
export const catalogue = {
  palette: { group: 'anywhere', keys: 'Mod+K' },
  shortcuts: { group: 'anywhere', keys: ['?', 'Mod+/'] },
  undo: { group: 'text', keys: 'Mod+Z' },
  redo: { group: 'text', keys: ['Mod+Shift+Z', 'Mod+Y'] },
  'story.new': { group: 'anywhere', keys: 'N' },
  'story.find': { group: 'anywhere', keys: '/' },
  'story.import': { group: 'anywhere' },
  'sign-out': { group: 'anywhere' },

  'go.stories': { group: 'go', keys: 'G S' },
  'go.media': { group: 'go', keys: 'G M' },
  'go.settings': { group: 'go', keys: 'G ,' },
  'go.account': { group: 'go' },

  'list.next': { group: 'list', keys: 'J' },
  'list.previous': { group: 'list', keys: 'K' },
  'list.open': { group: 'list', keys: 'Enter' },
  'list.clear': { group: 'list', keys: 'Escape' },
  'list.new': { group: 'list', keys: 'N' },
  'list.find': { group: 'list', keys: '/' },
  'list.upload': { group: 'list', keys: 'U' },

  'theme.light': { group: 'interface' },
  'theme.night': { group: 'interface' },
  'theme.system': { group: 'interface' },
  'rail.fold': { group: 'interface' },
  'keys.single': { group: 'interface' },

  'article.next': { group: 'step', keys: 'Mod+Shift+Enter' },
  'article.preview': { group: 'article', keys: 'Mod+Shift+P' },
  'article.share': { group: 'article' },
  'article.inspector': { group: 'view', keys: 'Mod+.' },
  'article.language': { group: 'article', keys: 'Mod+Alt+ArrowRight' },
  'article.language-before': { group: 'article', keys: 'Mod+Alt+ArrowLeft' },
  'article.keep': { group: 'article' },
  'article.history': { group: 'article' },
  'article.import': { group: 'article' },
  'export.docx': { group: 'article' },
  'export.md': { group: 'article' },
  'export.html': { group: 'article' },
  'export.print': { group: 'article' },

  'history.next': { group: 'review', keys: 'J' },
  'history.previous': { group: 'review', keys: 'K' },
  'comment.add': { group: 'review', keys: 'Mod+Alt+M' },
  'comment.next': { group: 'review', keys: 'Mod+Alt+ArrowDown' },
  'comment.previous': { group: 'review', keys: 'Mod+Alt+ArrowUp' },
  'comment.send': { group: 'review', keys: 'Mod+Enter' },
  'suggest.mode': { group: 'review', keys: 'Mod+Alt+S' },
  'suggest.view': { group: 'review' },
  'suggest.next': { group: 'review', keys: 'Mod+Alt+J' },
  'suggest.previous': { group: 'review', keys: 'Mod+Alt+K' },
  'suggest.accept': { group: 'review', keys: 'Mod+Alt+A' },
  'suggest.reject': { group: 'review', keys: 'Mod+Alt+R' },
  'suggest.accept-all': { group: 'review' },
  'suggest.reject-all': { group: 'review' },

  'mark.bold': { group: 'text', keys: 'Mod+B' },
  'mark.italic': { group: 'text', keys: 'Mod+I' },
  'mark.underline': { group: 'text', keys: 'Mod+U' },
  'mark.strike': { group: 'text', keys: ['Mod+Shift+X', 'Mod+Shift+S'] },
  'mark.highlight': { group: 'text', keys: 'Mod+Shift+H' },
  'mark.subscript': { group: 'text', keys: 'Mod+,' },
  'mark.superscript': { group: 'text', keys: 'Mod+Alt+6' },
  'mark.clear': { group: 'text', keys: 'Mod+\\' },
  'mark.link': { group: 'text', keys: 'Mod+L' },
  'mark.lang': { group: 'text', keys: 'Mod+Shift+L' },
  'mark.tk': { group: 'text', keys: 'Mod+Shift+K' },

  'block.paragraph': { group: 'text', keys: 'Mod+Alt+0' },
  'block.heading': { group: 'text', keys: 'Mod+Alt+2' },
  'block.subheading': { group: 'text', keys: 'Mod+Alt+3' },
  'block.bullets': { group: 'text', keys: 'Mod+Shift+8' },
  'block.numbers': { group: 'text', keys: 'Mod+Shift+7' },
  'block.quote': { group: 'text', keys: 'Mod+Shift+B' },
  'block.up': { group: 'text', keys: 'Alt+ArrowUp' },
  'block.down': { group: 'text', keys: 'Alt+ArrowDown' },
  'block.duplicate': { group: 'text', keys: 'Mod+Shift+D' },
  'block.delete': { group: 'text' },
  'block.tools': { group: 'text', keys: 'Alt+Enter' },
  'list.deeper': { group: 'text', keys: 'Mod+]' },
  'list.shallower': { group: 'text', keys: 'Mod+[' },
  'table.addRowBefore': { group: 'text' },
  'table.addRowAfter': { group: 'text' },
  'table.deleteRow': { group: 'text' },
  'table.addColumnBefore': { group: 'text' },
  'table.addColumnAfter': { group: 'text' },
  'table.deleteColumn': { group: 'text' },
  'table.toggleHeaderRow': { group: 'text' },
  'table.toggleHeaderColumn': { group: 'text' },
  'table.toggleHeaderCell': { group: 'text' },
  'table.mergeCells': { group: 'text' },
  'table.splitCell': { group: 'text' },
  'table.deleteTable': { group: 'text' },
  'text.bar': { group: 'text', keys: 'Alt+F10' },

  'find.open': { group: 'article', keys: 'Mod+F' },
  'find.replace': { group: 'article', keys: 'Mod+H' },
  'find.next': { group: 'article', keys: 'F3' },
  'find.previous': { group: 'article', keys: 'Shift+F3' },

  'view.outline': { group: 'view', keys: 'Mod+Alt+O' },
  'view.focus': { group: 'view', keys: 'Mod+Shift+F' },
  'view.full': { group: 'view', keys: 'Mod+Alt+F' },
  'view.invisibles': { group: 'view', keys: 'Mod+Alt+I' },
  'view.counts': { group: 'view' },
  'text.typography': { group: 'view' },
  'text.spelling': { group: 'view' },
} as const satisfies Record<string, ActionFacts>;

export type ActionId = keyof typeof catalogue;

/** The ways to press an action; the first is the one that is shown. */
export function keysOf({ keys }: Partial<ActionFacts>): readonly string[] {
  return typeof keys === 'string' ? [keys] : (keys ?? []);
}
