import { createHash, randomBytes } from 'node:crypto';

/** A secret for a cookie or a link: 32 random bytes as base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of it. SHA-256 is enough, because the token itself is random. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();
