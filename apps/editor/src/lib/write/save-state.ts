import { closeCodes } from '@broadsheet/types';

/** Why the server does not take edits although it can be reached. */
export type Refusal = 'notStored' | 'signedOut' | 'forbidden' | 'reload' | 'readOnly';

/** What a person is told about their words. */
export type SaveState =
  | { kind: 'opening' }
  | { kind: 'saved' }
  | { kind: 'saving' }
  /** `here`: on this device, and not in this tab alone. */
  | { kind: 'offline'; changes: number; here: boolean }
  | { kind: 'refused'; why: Refusal; changes: number };

/** All that the save state follows from. Edits are counted from the moment that the page was opened. */
export interface SaveModel {
  /** Edits made here. */
  made: number;
  /** Edits made here that an echo covered. */
  kept: number;
  /** The question that waits for its echo, and how many edits had been sent before it. */
  asked: { n: number; made: number } | null;
  /** Grows by one with each question, so that an echo answers one question only. */
  questions: number;
  link: 'opening' | 'open' | 'closed';
  refusal: Refusal | null;
}

export type SaveEvent =
  | { type: 'edited' }
  /** Both sides have told each other what they lack: what is asked from now on is behind every edit. */
  | { type: 'opened' }
  | { type: 'asked' }
  | { type: 'echoed'; n: number }
  | { type: 'closed'; refusal: Refusal | null };

export const untouched: SaveModel = {
  made: 0,
  kept: 0,
  asked: null,
  questions: 0,
  link: 'opening',
  refusal: null,
};

/** The model after an event. Only an echo of this very connection can make an edit count as kept. */
export function after(model: SaveModel, event: SaveEvent): SaveModel {
  switch (event.type) {
    case 'edited':
      return { ...model, made: model.made + 1 };
    case 'opened':
      return { ...model, link: 'open', refusal: stillTrue(model), asked: null };
    case 'asked': {
      const questions = model.questions + 1;
      return { ...model, questions, asked: { n: questions, made: model.made } };
    }
    case 'echoed':
      if (model.asked?.n !== event.n) return model;
      return { ...model, kept: model.asked.made, asked: null, refusal: null };
    case 'closed':
      return { ...model, link: 'closed', asked: null, refusal: event.refusal };
  }
}

/** A full disk can be read: that an article opens again says nothing of the edits that could not be stored. */
const stillTrue = (model: SaveModel): Refusal | null =>
  model.refusal === 'notStored' && unsaved(model) > 0 ? 'notStored' : null;

/** Whether the server should be asked now if all edits so far are stored. */
export function shouldAsk(model: SaveModel): boolean {
  return model.link === 'open' && model.asked === null && model.made > model.kept;
}

export function unsaved(model: SaveModel): number {
  return model.made - model.kept;
}

/** Always the same ones, so that whoever shows them is not called for nothing. */
const opening: SaveState = { kind: 'opening' };
const saving: SaveState = { kind: 'saving' };
const saved: SaveState = { kind: 'saved' };

/**
 * What is said of the words.
 * @param here whether they are on this device too
 * @param settled false for the moment after the last edit was stored, in which another may follow
 */
export function saveState(model: SaveModel, here = false, settled = true): SaveState {
  const changes = unsaved(model);
  if (model.refusal) return { kind: 'refused', why: model.refusal, changes };
  if (model.link === 'closed') return { kind: 'offline', changes, here };
  if (model.link === 'opening') return opening;
  return changes > 0 || !settled ? saving : saved;
}

/** What a close code of the socket says; null is a lost connection, which mends itself. */
export function refusalOf(code: number): Refusal | null {
  switch (code) {
    case closeCodes.notStored:
      return 'notStored';
    case closeCodes.signedOut:
      return 'signedOut';
    case closeCodes.forbidden:
      return 'forbidden';
    case closeCodes.reload:
      return 'reload';
    default:
      return null;
  }
}
