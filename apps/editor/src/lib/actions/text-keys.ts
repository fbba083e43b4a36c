import type { ActionFacts } from './catalogue.ts';

/** What the text does by its own keys: it is in the list of shortcuts, and no page waits for it. */
export const textKeys = {
  'block.minor': { group: 'text', keys: 'Mod+Alt+4' },
  'block.tasks': { group: 'text', keys: 'Mod+Shift+9' },
  'block.code': { group: 'text', keys: 'Mod+Alt+C' },
  'block.menu': { group: 'insert', keys: '/' },
  'block.tick': { group: 'text', keys: 'Mod+Enter' },
  'block.leave': { group: 'text', keys: 'Mod+Enter' },
  'text.break': { group: 'text', keys: 'Shift+Enter' },
  'text.paste': { group: 'text', keys: 'Mod+Shift+V' },
} as const satisfies Record<string, ActionFacts>;
