import { describe, expect, it } from 'vitest';
import { bears, nameBefore, withIds, withNames } from './mention-draft.ts';

const nino = { id: '0198b7a0-0000-7000-8000-000000000001', name: 'Nino', colour: 1 };
const ninoB = { id: '0198b7a0-0000-7000-8000-000000000002', name: 'Nino Beridze', colour: 2 };

describe('calling somebody by name', () => {
  it('keeps who was chosen, also where one name begins another', () => {
    const text = withIds('@Nino Beridze and @Nino, look', [nino, ninoB]);
    expect(text).toBe(`@{${ninoB.id}} and @{${nino.id}}, look`);
    expect(withNames(text, [nino, ninoB])).toBe('@Nino Beridze and @Nino, look');
  });

  it('leaves a name that was only typed as it is', () => {
    expect(withIds('@Nobody else', [nino])).toBe('@Nobody else');
  });

  it('finds a name by any word of it, as far as that is typed', () => {
    expect(['', 'ni', 'Nino B', 'ber ', 'ino', 'Nina'].filter((begun) => bears(ninoB.name, begun))).toEqual([
      '',
      'ni',
      'Nino B',
      'ber ',
    ]);
  });

  it.each([
    ['@', ''],
    ['Ask @Nər', 'Nər'],
    ['Ask @Nino B', 'Nino B'],
    ['a@b', null],
    ['no name', null],
  ])('hears a name in "%s"', (words, name) => expect(nameBefore(words, words.length)).toBe(name));
});
