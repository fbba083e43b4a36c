const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new block id: 65 random bits in 13 letters, short because it is stored with every block. */
export function newBlockId(): string {
  let id = '';
  for (const byte of crypto.getRandomValues(new Uint8Array(13))) id += alphabet.charAt(byte & 31);
  return id;
}

/** Whether it could be the id of a block, as the schema of blocks says. */
export const isBlockId = (id: string): boolean => /^[A-Za-z0-9_-]{6,40}$/.test(id);
