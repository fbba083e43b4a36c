import { catalogue, type ActionFacts } from './catalogue.ts';

/** What the text does by its own keys: it is in the list of shortcuts, and no page waits for it. */
export const textKeys = {
  'block.minor': { group: 'text', keys: 'Mod+Alt+4' },
  'block.tasks': { group: 'text', keys: 'Mod+Shift+9' },
  'block.code': { group: 'text', keys: 'Mod+Alt+C' },
  'block.menu': { group: 'insert', keys: '/' },
  'block.tick': { group: 'text', keys: 'Mod+Enter' },
  'block.leave': { group: 'text', keys: 'Mod+Enter' },
  // Tab alone is no press of the page: elsewhere it leaves the text
  'list.deeper': { group: 'text', keys: [catalogue['list.deeper'].keys, 'Tab'] },
  'list.shallower': { group: 'text', keys: [catalogue['list.shallower'].keys, 'Shift+Tab'] },
  'text.break': { group: 'text', keys: 'Shift+Enter' },
  'text.paste': { group: 'text', keys: 'Mod+Shift+V' },
} as const satisfies Record<string, ActionFacts>;
