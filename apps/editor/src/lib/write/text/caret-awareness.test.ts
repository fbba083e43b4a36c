import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { CaretAwareness, OwnCaret } from './caret-awareness.ts';

const colleague = 99;

/** A page whose socket was never opened, on an article with a headline and a body. */
function page() {
  const doc = new Y.Doc();
  for (const name of ['headline', 'body'])
    doc.getXmlFragment(name).insert(0, [new Y.XmlElement('paragraph')]);
  const websocketProvider = new HocuspocusProviderWebsocket({ url: 'ws://127.0.0.1:9', autoConnect: false });
  const { awareness } = new HocuspocusProvider({ websocketProvider, name: 'article', document: doc });
  if (!awareness) throw new Error('There is no awareness');
  const caretIn = (field: string, at = 0) => {
    const place = Y.createRelativePositionFromTypeIndex(doc.getXmlFragment(field), at);
    return { anchor: place, head: place };
  };
  const own = new OwnCaret(awareness);
  const drawn: string[] = [];
  /** Draws its carets at once and whenever it must. */
  const open = (field: string) => {
    const carets = new CaretAwareness(awareness, field, own);
    carets.getStates();
    carets.on('change', () => drawn.push(field) && carets.getStates());
  };
  const move = (cursor: unknown) => {
    awareness.states.set(colleague, { user: { name: 'Rena' }, cursor });
    awareness.emit('change', [{ added: [], updated: [colleague], removed: [] }, 'remote']);
  };
  return { awareness, caretIn, body: new CaretAwareness(awareness, 'body', own), drawn, move, open };
}

describe('a caret', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('of somebody else concerns the field that it is in, and the one that it leaves', () => {
    const { drawn, move, caretIn, open } = page();
    for (const field of ['headline', 'body']) open(field);
    move(caretIn('body'));
    expect(drawn.splice(0)).toEqual(['body']);
    move(caretIn('headline'));
    expect(drawn.splice(0)).toEqual(['headline', 'body']);
    move({ head: 'nowhere' });
    expect(drawn.splice(0)).toEqual(['headline']);
    move(null);
    expect(drawn).toEqual([]);
  });

  it('of somebody who was there first goes from the field that it leaves', () => {
    const { drawn, move, caretIn, open } = page();
    move(caretIn('headline'));
    for (const field of ['headline', 'body']) open(field);
    move(caretIn('body'));
    expect(drawn).toEqual(['headline', 'body']);
  });

  it('of one’s own is told once it has come to rest, known here at once, and draws nothing', () => {
    const { awareness, body, caretIn, drawn, open } = page();
    open('body');
    const told: unknown[] = [];
    awareness.on('update', () => told.push(awareness.getLocalState()?.['cursor']));
    body.setLocalStateField('cursor', caretIn('body', 0));
    body.setLocalStateField('cursor', caretIn('body', 1));
    expect(told).toEqual([]);
    expect(body.getLocalState()?.['cursor']).toEqual(caretIn('body', 1));
    vi.advanceTimersByTime(60);
    expect(told).toEqual([caretIn('body', 1)]);
    body.setLocalStateField('cursor', caretIn('body', 1));
    vi.advanceTimersByTime(60);
    expect(told).toHaveLength(1);
    expect(drawn).toEqual([]);
  });
});
