import { describe, expect, it } from 'vitest';
import { PackedText } from './packed-text.ts';
import { makeReady } from './ready-response.ts';

const page = `<p>${'Qarabağ xalçaları, ковры, carpets, գորգեր. '.repeat(400)}</p>`;
const ready = () => makeReady({ status: 200, headers: [], body: Buffer.from(page) });

describe('the text of a stored page', () => {
  it('is the same for a reader who takes nothing packed, whatever others have taken before', async () => {
    const { identity, zstd, br, gzip, pack } = await ready();
    const { length } = identity.body;
    const takes = [pack, () => zstd?.take(), () => gzip?.take(), () => br?.improve(), () => gzip?.improve()];
    for (const take of takes) {
      await Promise.resolve(take());
      expect(identity.body.toString()).toBe(page);
    }
    expect(length).toBe(Buffer.byteLength(page));
  });

  it('is not held plain once it is packed', () => {
    const text = new PackedText(Buffer.from(page));
    expect(text.plain).toBe(text.plain);
    text.packedAs('zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x00, 0x01, 0x00, 0x00]));
    expect(text.isPacked).toBe(true);
    expect(text.plain.toString()).toBe('');
  });

  it('is packed for a page that nobody has taken yet', async () => {
    const { identity, zstd, pack } = await ready();
    expect(identity.body).toBe(identity.body);
    pack();
    // unpacked anew each time
    expect(identity.body).not.toBe(identity.body);
    const form = zstd?.take().body;
    expect(form?.length).toBeLessThan(page.length / 5);
    expect(zstd?.take().body).toBe(form);
  });
});
