import { blockSuggestion } from '@broadsheet/types';
import { describe, expect, it } from 'vitest';
import { readBlockSuggestion } from './read-block-suggestion.ts';

const id = '0198c2a1-7b3c-7def-8abc-0123456789ab';
const turn = (next: unknown) => ({ id, op: 'turn', next });

describe('the suggestion on a block, whoever wrote it', () => {
  it.each([
    null,
    undefined,
    '',
    'insert',
    7,
    [],
    {},
    { id },
    { op: 'insert' },
    { id: 'x', op: 'insert' },
    { id: 7, op: 'insert' },
    { id, op: 'insert' },
    { id, op: 'delete' },
    { id, op: 'join' },
    { id, op: 'other' },
    { id, op: 'insert', by: 'somebody' },
    { id, op: 'insert', next: {} },
    { id, op: 'turn' },
    turn({}),
    turn(null),
    turn([]),
    turn({ lift: true, type: 'heading', attrs: { level: 2, lang: null, open: true }, wrap: ['bulletList'] }),
    turn({ lift: false }),
    turn({ type: 2 }),
    turn({ type: 'a'.repeat(41) }),
    turn({ attrs: [] }),
    turn({ attrs: { deep: { list: [1, 'two', { three: null }] } } }),
    turn({ attrs: { level: Number.NaN } }),
    turn({ attrs: { level: () => 2 } }),
    turn({ attrs: { ['a'.repeat(41)]: 1 } }),
    turn({ wrap: 'bulletList' }),
    turn({ wrap: ['a', 'b', 'c', 'd', 'e'] }),
    turn({ wrap: [1] }),
    turn({ other: 1 }),
  ])('is what the schema allows: %j', (value) => {
    expect(readBlockSuggestion(value)).toEqual(blockSuggestion.safeParse(value).data ?? null);
  });
});
