import { applyDecorators } from '@nestjs/common';
import { problem } from '@broadsheet/types';
import type { z } from 'zod';
import { ApiDefaultResponse, ApiResponse } from './api-description.ts';

/**
 * Declares what a route answers, for the OpenAPI document: the schema of its body (none for 204) and, as for every
 * route, problem details when it fails.
 */
export const Answers = (schema: z.ZodType | null, status: number = schema ? 200 : 204) =>
  applyDecorators(
    ApiResponse({
      status,
      description: schema ? (schema.description ?? 'As described by the schema.') : 'Done; there is no body.',
      ...(schema ? { standardSchema: schema } : {}),
    }),
    ApiDefaultResponse({ description: 'Problem details (RFC 9457).', standardSchema: problem }),
  );
