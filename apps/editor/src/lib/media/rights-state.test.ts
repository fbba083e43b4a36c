import { expect, it } from 'vitest';
import { rightsState } from './rights-state.ts';

it('the rights to a picture hold through their last day, and are warned of a month before', () => {
  const on = (rightsEnd: string | null) => rightsState({ rightsEnd }, '2026-11-29');
  expect([on('2026-11-28'), on('2026-11-29'), on('2026-12-28'), on('2026-12-29'), on(null)]).toEqual([
    'ended',
    'ending',
    'ending',
    null,
    null,
  ]);
});
