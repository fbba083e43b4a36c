import { m } from '#lib/paraglide/messages.js';
import type { Refusal, SaveState } from './save-state.ts';

const reasons: Record<Refusal, () => string> = {
  notStored: m.write_cannot_not_stored,
  signedOut: m.write_cannot_signed_out,
  forbidden: m.write_cannot_forbidden,
  reload: m.write_cannot_reload,
  readOnly: m.write_cannot_forbidden,
};

/**
 * The save state in words.
 * @param comments how many wait on this device for a connection
 */
export function saveWords(state: SaveState, comments = 0): string {
  const words = textWords(state);
  return state.kind === 'offline' && comments > 0
    ? m.offline_comments_wait({ words, count: comments })
    : words;
}

function textWords(state: SaveState): string {
  switch (state.kind) {
    case 'opening':
      return m.write_opening();
    case 'saved':
      return m.write_saved();
    case 'saving':
      return m.write_saving();
    case 'offline':
      if (state.changes === 0) return m.write_offline_none();
      return state.here
        ? m.offline_kept_here({ count: state.changes })
        : m.write_offline({ count: state.changes });
    case 'refused':
      return reasons[state.why]();
  }
}

/** The save state where there is no room for more than a word or two; `saveAdvice` says the rest. */
export function saveWordsInShort(state: SaveState): string {
  if (state.kind === 'offline') return m.write_offline_short();
  if (state.kind === 'refused') return m.write_cannot_short();
  return saveWords(state);
}

/** The one line that says what is safe and what to do, while words wait. */
export function saveAdvice(state: SaveState): { strong: string; text: string } | null {
  if (state.kind === 'offline')
    return { strong: m.write_go_on(), text: state.here ? m.offline_here_advice() : m.write_offline_advice() };
  if (state.kind !== 'refused') return null;
  if (state.why === 'notStored') return { strong: m.write_go_on(), text: m.write_not_stored_advice() };
  if (state.why === 'signedOut') return { strong: m.write_kept(), text: m.write_signed_out_advice() };
  if (state.why === 'reload') return { strong: m.write_reload_strong(), text: m.write_reload_advice() };
  return { strong: m.write_forbidden_strong(), text: m.write_forbidden_advice() };
}
