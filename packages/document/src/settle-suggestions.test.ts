import type { Node } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import { settledAs, shape } from '../test/suggesting-writer.ts';
import { suggestionsIn } from './open-suggestions.ts';
import { schemas } from './schemas.ts';

const line = (id: string, text: string, suggestion: object | null = null) => ({
  type: 'paragraph',
  attrs: { id, suggestion },
  content: [{ type: 'text', text }],
});
const item = (id: string, content: object) => ({ type: 'listItem', attrs: { id }, content: [content] });

describe('all suggestions of a text', () => {
  it('are settled, also a line that comes out of a list about which something is suggested too', () => {
    const document = schemas.body.nodeFromJSON({
      type: 'doc',
      content: [
        {
          type: 'orderedList',
          attrs: {
            id: 'list-1',
            start: 3,
            suggestion: {
              id: '01890000-0000-7000-8000-00000000000a',
              op: 'turn',
              next: { attrs: { start: 5 } },
            },
          },
          content: [
            item(
              'item-1',
              line('line-1', 'out', {
                id: '01890000-0000-7000-8000-00000000000b',
                op: 'turn',
                next: { lift: true },
              }),
            ),
            item('item-2', line('line-2', 'in')),
          ],
        },
      ],
    });
    const accepted = settledAs(document, 'accept');
    expect(suggestionsIn(accepted)).toEqual([]);
    expect(
      accepted.children.map(({ type, attrs, textContent }) => [type.name, attrs.start, textContent]),
    ).toEqual([
      ['paragraph', undefined, 'out'],
      ['orderedList', 5, 'in'],
    ]);
    expect(suggestionsIn(settledAs(document, 'reject'))).toEqual([]);
    expect(shape(settledAs(document, 'reject'))).toMatchObject({ content: [{ attrs: { start: 3 } }] });
  });

  it('are settled, also items that go one level deeper together, or each by itself', () => {
    const sinks = (id: string) => ({ id, op: 'turn', next: { sink: true } });
    const [one, other] = ['01890000-0000-7000-8000-00000000000a', '01890000-0000-7000-8000-00000000000b'];
    const sunk = (id: string, text: string, by: string) => ({
      ...item(id, line(`line-${id}`, text)),
      attrs: { id, suggestion: sinks(by) },
    });
    const listOf = (second: string) =>
      schemas.body.nodeFromJSON({
        type: 'doc',
        content: [
          {
            type: 'bulletList',
            attrs: { id: 'list-1' },
            content: [
              item('item-1', line('line-1', 'fish')),
              sunk('item-2', 'cod', one),
              sunk('item-3', 'hake', second),
            ],
          },
        ],
      });
    const nested = (document: Node): unknown =>
      document.isTextblock ? document.textContent : document.children.map(nested);
    const accepted = settledAs(listOf(one), 'accept');
    accepted.check();
    expect(nested(accepted)).toEqual([[['fish', [['cod'], ['hake']]]]]);
    expect(nested(settledAs(listOf(other), 'accept'))).toEqual([[['fish', [['cod'], ['hake']]]]]);
    expect(nested(settledAs(listOf(one), 'reject'))).toEqual([[['fish'], ['cod'], ['hake']]]);
  });

  it('are settled, also a line with a link that is to be joined to code', () => {
    const link = { type: 'link', attrs: { href: 'https://ledger.example' } };
    const document = schemas.body.nodeFromJSON({
      type: 'doc',
      content: [
        { type: 'codeBlock', attrs: { id: 'code-1' }, content: [{ type: 'text', text: 'print ' }] },
        {
          type: 'paragraph',
          attrs: { id: 'line-1', suggestion: { id: '01890000-0000-7000-8000-00000000000a', op: 'join' } },
          content: [{ type: 'text', text: 'this', marks: [link] }, { type: 'hardBreak' }],
        },
      ],
    });
    const accepted = settledAs(document, 'accept');
    accepted.check();
    expect(accepted.children.map(({ type, textContent }) => [type.name, textContent.trim()])).toEqual([
      ['codeBlock', 'print this'],
    ]);
  });
});
