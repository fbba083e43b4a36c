import { describe, expect, it } from 'vitest';
import { Ordering } from './ordering.svelte.ts';

function open() {
  const dropped: string[][] = [];
  const items = ['armenia', 'georgia', 'iran'].map((id) => ({ id }));
  const ordering = new Ordering(
    () => items,
    (ids) => Promise.resolve(void dropped.push(ids)),
  );
  return { dropped, ordering, order: () => ordering.items.map(({ id }) => id) };
}

describe('ordering regions', () => {
  it('moves the lifted one and leaves the others in their order', () => {
    const { ordering, order } = open();
    ordering.lift('armenia');
    ordering.move(2);
    expect(order()).toEqual(['georgia', 'iran', 'armenia']);
    expect(ordering.place).toBe(3);
  });

  it('stops at both ends', () => {
    const { ordering, order } = open();
    ordering.lift('iran');
    ordering.move(5);
    ordering.moveTo(-3);
    expect(order()).toEqual(['iran', 'armenia', 'georgia']);
  });

  it('saves the order when it is dropped', async () => {
    const { dropped, ordering } = open();
    ordering.lift('georgia');
    ordering.move(-1);
    await ordering.drop();
    expect(dropped).toEqual([['georgia', 'armenia', 'iran']]);
    expect(ordering.lifted).toBeNull();
  });

  it('saves nothing when it is dropped where it was', async () => {
    const { dropped, ordering } = open();
    ordering.lift('georgia');
    ordering.move(1);
    ordering.move(-1);
    await ordering.drop();
    expect(dropped).toEqual([]);
  });

  it('puts back what is not dropped', () => {
    const { ordering, order } = open();
    ordering.lift('georgia');
    ordering.move(1);
    ordering.putBack();
    expect(order()).toEqual(['armenia', 'georgia', 'iran']);
  });
});
