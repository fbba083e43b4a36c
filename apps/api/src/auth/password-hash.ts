import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { DomainError } from '../common/domain-error.ts';

/** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 };
const saltLength = 16;
const tagLength = 32;
const format =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

/** Kept instead of a hash where the password was taken away: no password is the right one. */
export const noPassword = 'none';

/** So that sign-ins leave threads of the pool for files and names, and memory stays bounded. */
const atOnce = 2;
const mayWait = 64;
let running = 0;
const waiting: (() => void)[] = [];

/** A password as it is kept: Argon2id in the PHC string format. Runs off the event loop. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(saltLength);
  const tag = await derive(password, salt, cost, tagLength);
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`;
}

/**
 * Whether the password is the one that was hashed. Without a hash, or with one that cannot be read, it takes the same
 * time and says no, so that time tells nothing about whether an account exists.
 */
export async function verifyPassword(hash: string | null, password: string): Promise<boolean> {
  const parsed = parse(hash) ?? nobody;
  const tag = await derive(password, parsed.salt, parsed.cost, parsed.tag.length);
  return timingSafeEqual(tag, parsed.tag) && parsed !== nobody;
}

interface Parsed {
  cost: typeof cost;
  salt: Buffer;
  tag: Buffer;
}

/** Nobody's hash: compared with when there is no other. */
const nobody: Parsed = { cost, salt: randomBytes(saltLength), tag: randomBytes(tagLength) };

function parse(hash: string | null): Parsed | null {
  const found = format.exec(hash ?? '');
  if (!found) return null;
  const [, memory, passes, parallelism, salt = '', tag = ''] = found;
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

async function derive(password: string, nonce: Buffer, by: typeof cost, length: number): Promise<Buffer> {
  await takePlace();
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      argon2(
        'argon2id',
        { message: password.normalize('NFC'), nonce, tagLength: length, ...by },
        (error, tag) => (error ? reject(error) : resolve(tag)),
      );
    });
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

async function takePlace(): Promise<void> {
  if (running < atOnce) {
    running += 1;
    return;
  }
  if (waiting.length >= mayWait)
    throw new DomainError('OVERLOADED', 'Too many people are signing in right now. Try again in a moment.');
  await new Promise<void>((resolve) => waiting.push(resolve));
}

const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');
