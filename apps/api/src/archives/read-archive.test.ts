import { describe, expect, it } from 'vitest';
import { ArchiveError, readArchive } from './read-archive.ts';
import { writeArchive } from './write-archive.ts';

const limits = { files: 10, bytes: 1_000_000, fileBytes: 500_000 };
const archive = (files: Record<string, string>) =>
  writeArchive(new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])));
const outcome = (bytes: Buffer): string => {
  try {
    return [...readArchive(bytes, limits).keys()].join();
  } catch (error) {
    if (error instanceof ArchiveError) return error.isTooLarge ? 'too large' : 'refused';
    throw error;
  }
};

describe('an archive', () => {
  it('gives back what was put into it, packed or as it is', () => {
    const files = readArchive(archive({ 'a/ə.xml': 'x'.repeat(5000), 'b.png': 'bytes' }), limits);
    expect([...files].map(([name, file]) => [name, file.length])).toEqual([
      ['a/ə.xml', 5000],
      ['b.png', 5],
    ]);
  });

  it.each(['../a', 'a/../../b', '/etc/passwd', '..\\a', 'C:/a', 'a\0b'])(
    'S20: with the name %j, which leads out of it, is refused',
    (name) => {
      expect(outcome(archive({ [name]: 'x' }))).toBe('refused');
    },
  );

  it('S6: that unpacks to more than it may is refused while it is unpacked, whatever it says of itself', () => {
    const bomb = archive({ 'a.xml': ' '.repeat(600_000) });
    expect(outcome(bomb)).toBe('too large');
    const place = bomb.indexOf('PK\u0001\u0002');
    bomb.writeUInt32LE(10, place + 24);
    expect(outcome(bomb)).toBe('too large');
    const many = Object.fromEntries(
      Array.from({ length: 4 }, (_, n) => [`${String(n)}.xml`, ' '.repeat(400_000)]),
    );
    expect(outcome(archive(many))).toBe('too large');
    const crowd = Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`${String(n)}.xml`, '']));
    expect(outcome(archive(crowd))).toBe('too large');
  });

  it('that is damaged anywhere is refused and never throws anything else', () => {
    const whole = archive({ 'a.xml': 'words '.repeat(200), 'b.xml': 'more' });
    for (let at = 0; at < whole.length; at += 3) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      expect(() => outcome(damaged)).not.toThrow();
      expect(() => outcome(whole.subarray(0, at))).not.toThrow();
    }
  });
});
