import { describe, expect, it } from 'vitest';
import { breakLines } from './break-lines.ts';

/** Every character is half as wide as it is high. */
const widthOf = (text: string) => text.length / 2;
const room = { width: 200, height: 100, sizes: [40, 20], leading: 1, widthOf };

describe('a headline on a card', () => {
  it('is set as large as it fits, in lines of about one length', () => {
    expect(breakLines('Snow', room)).toEqual({ lines: ['Snow'], size: 40 });
    expect(breakLines('Roads open again', room)).toEqual({ lines: ['Roads open', 'again'], size: 40 });
    expect(breakLines('A mountain road opens again after the floods', room).size).toBe(20);
  });

  it('ends in an ellipsis rather than outside the card', () => {
    const { lines, size } = breakLines('word '.repeat(100), room);
    expect([lines.length, size, lines.at(-1)?.endsWith('…')]).toEqual([5, 20, true]);
    const [line = ''] = breakLines('w'.repeat(1000), room).lines;
    expect(widthOf(line) * 20).toBeLessThanOrEqual(200);
    expect(breakLines('   ', room).lines).toEqual([]);
  });
});
