import type { StartThreadInput } from '@broadsheet/types';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '#lib/api/api-error.ts';
import { NotSaved } from '#lib/write/not-saved.ts';
import type { Threads } from './threads.svelte.ts';
import { UnsentComments, type UnsentComment } from './unsent-comments.svelte.ts';

const reply = (id: string): UnsentComment => ({
  id,
  text: 'On Friday.',
  people: [],
  goal: { threadId: 'thread', about: 'Nine boats' },
});
const begun: UnsentComment = {
  ...reply('1'),
  goal: { place: { kind: 'headline' }, quote: 'The bridge', isBlocking: true },
};
const away = new ApiError('UNREACHABLE', 0, 'no network');

/** A device, and a newsroom that takes what comes or answers with an error. */
function desk() {
  const device = new Map<string, unknown>();
  const sent: unknown[] = [];
  let fault: Error | null = null;
  let stored = () => Promise.resolve();
  const take = (input: unknown) => {
    sent.push(input);
    return fault ? Promise.reject(fault) : Promise.resolve();
  };
  const threads = {
    reply: (threadId: string, input: object) => take({ threadId, ...input }),
    start: (input: StartThreadInput) => take(input),
  } as unknown as Threads;
  let isFull = false;
  const shelf = {
    keep: ({ part, value }: { part: string; value: unknown }) =>
      Promise.resolve(!isFull && !!device.set(part, value)),
    drop: (part: string) => void device.delete(part),
  };
  const unsent = new UnsentComments(threads, { allSaved: () => stored() }, shelf);
  return {
    device,
    sent,
    unsent,
    answerWith: (error: Error | null) => (fault = error),
    fillDevice: () => (isFull = true),
    storeWith: (work: () => Promise<void>) => (stored = work),
  };
}

describe('comments that were written without a connection', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('are sent in the order they were written, and leave the device once the newsroom has them', async () => {
    const { device, sent, unsent } = desk();
    await unsent.keep(reply('3'), away);
    unsent.restore([reply('2'), reply('1')]);
    await unsent.send();
    expect(sent).toEqual(['1', '2', '3'].map((id) => ({ threadId: 'thread', id, text: 'On Friday.' })));
    expect([unsent.items, device.size]).toEqual([[], 0]);
  });

  it('are sent by themselves a moment after they were written', async () => {
    const { sent, unsent } = desk();
    await unsent.keep(reply('1'), away);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect([sent.length, unsent.items]).toEqual([1, []]);
  });

  it('are not said to wait where the device does not keep them', async () => {
    const { unsent, fillDevice } = desk();
    fillDevice();
    expect([await unsent.keep(reply('1'), away), unsent.items]).toEqual([false, []]);
  });

  it('are tried again by themselves, as the same comment, where no answer came', async () => {
    const { sent, unsent, answerWith } = desk();
    answerWith(away);
    await unsent.keep(reply('1'), away);
    await unsent.send();
    expect([unsent.items.length, unsent.faults]).toEqual([1, {}]);
    answerWith(null);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(unsent.items).toEqual([]);
    expect(sent).toEqual([sent[0], sent[0]]);
  });

  it('wait for the edits that they may be about', async () => {
    const { sent, unsent, storeWith } = desk();
    storeWith(() => Promise.reject(new NotSaved(null)));
    await unsent.keep(begun, away);
    await unsent.send();
    expect([sent, unsent.items]).toEqual([[], [begun]]);
    storeWith(() => Promise.resolve());
    await unsent.send();
    const input = { id: '1', text: 'On Friday.', isBlocking: true };
    expect(sent).toEqual([{ ...input, place: { kind: 'headline' }, quoteIfGone: 'The bridge' }]);
  });

  it.each([
    [new ApiError('FORBIDDEN', 403, ''), 'You may not do this. Ask an admin if you should.'],
    [new ApiError('NOT_FOUND', 404, ''), 'This conversation is no longer here.'],
    [
      new ApiError('INPUT_INVALID', 422, ''),
      'Something here can’t be saved as it is. Check what you filled in.',
    ],
  ])(
    'stay with one sentence where the newsroom does not take them (%#), and hold up no other',
    async (error, sentence) => {
      const { device, sent, unsent, answerWith } = desk();
      answerWith(error);
      await unsent.keep(reply('1'), away);
      await unsent.send();
      expect(Object.values(unsent.faults).map((words) => words.replace("'", '’'))).toEqual([sentence]);
      answerWith(null);
      await unsent.keep(reply('2'), away);
      await unsent.send();
      expect(sent).toHaveLength(2);
      expect([[...device.keys()], unsent.items.map(({ id }) => id)]).toEqual([['1'], ['1']]);
    },
  );

  it('are not sent once they were deleted', async () => {
    const { device, sent, unsent } = desk();
    await unsent.keep(reply('1'), away);
    unsent.drop('1');
    await unsent.send();
    expect([sent, device.size]).toEqual([[], 0]);
  });

  it('are not sent either where they were deleted while one before them was on its way', async () => {
    const { sent, unsent, storeWith } = desk();
    storeWith(() => Promise.resolve(unsent.drop('2')));
    await unsent.keep(begun, away);
    await unsent.keep(reply('2'), away);
    await unsent.send();
    expect(sent).toMatchObject([{ id: '1' }]);
  });
});
