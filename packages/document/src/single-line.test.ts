import { Fragment, Slice } from '@tiptap/pm/model';
import { expect, it } from 'vitest';
import { schemas } from './schemas.ts';
import { joinLines } from './single-line.ts';

it('joins the lines of a pasted headline by spaces', () => {
  const { nodes } = schemas.headline;
  const line = (text: string) => nodes.paragraph?.create(null, schemas.headline.text(text));
  const lines = [line('The bridge\n'), line('  is'), line('open')].filter((node) => node !== undefined);
  const pasted = joinLines(new Slice(Fragment.fromArray(lines), 1, 1));
  expect(pasted.content.textBetween(0, pasted.content.size)).toBe('The bridge is open');
});
