import { describe, expect, it } from 'vitest';
import { frameHeight } from './frame-height.ts';

describe('the height of an embedded post', () => {
  it.each([
    ['Telegram', '{"event":"resize","height":412.4}', 413],
    ['Instagram', '{"type":"MEASURE","details":{"height":700}}', 700],
    ['X', { 'twttr.embed': { method: 'twttr.private.resize', params: [{ width: 550, height: 633 }] } }, 633],
  ])('is what %s says', (_, message, height) => {
    expect(frameHeight(message)).toBe(height);
  });

  it.each([
    '',
    'not JSON',
    '{"event":"ready","height":500}',
    '{"event":"resize","height":1000000}',
    '{"event":"resize","height":-1}',
    '{"event":"resize","height":"tall"}',
    '{"event":"resize"}',
    { height: 500 },
    null,
    undefined,
    7,
    { 'twttr.embed': { method: 'twttr.private.resize', params: [] } },
  ])('is not taken from %s', (message) => {
    expect(frameHeight(message)).toBeNull();
  });
});
