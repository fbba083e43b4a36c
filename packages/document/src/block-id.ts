const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new block id: 65 random bits in 13 letters, short because it is stored with every block. */
export function newBlockId(): string {
  let id = '';
  for (const byte of crypto.getRandomValues(new Uint8Array(13))) id += alphabet.charAt(byte & 31);
  return id;
}
