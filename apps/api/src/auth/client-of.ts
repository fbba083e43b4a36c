import type { FastifyRequest } from 'fastify';
import type { Client } from './auth.service.ts';

/** Who is at the other end of the connection; a forwarding header counts only from a trusted proxy. */
export const clientOf = (request: FastifyRequest): Client => ({
  address: request.ip,
  userAgent: request.headers['user-agent'] ?? '',
});
