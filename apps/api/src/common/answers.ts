import { applyDecorators, SetMetadata } from '@nestjs/common';
import { problem } from '@broadsheet/types';
import type { z } from 'zod';
import { ApiDefaultResponse, ApiResponse } from './api-description.ts';

/** Where a route's schema is found: the tests of the API hold every answer to it. */
export const answerSchema = 'broadsheet:answer-schema';

/**
 * Declares what a route answers, for the OpenAPI document and for whoever asks: the schema of its body (none for 204)
 * and, as for every route, problem details when it fails.
 */
export const Answers = (schema: z.ZodType | null, status: number = schema ? 200 : 204) =>
  applyDecorators(
    SetMetadata(answerSchema, schema),
    ApiResponse({
      status,
      description: schema ? (schema.description ?? 'As described by the schema.') : 'Done; there is no body.',
      ...(schema ? { standardSchema: schema } : {}),
    }),
    ApiDefaultResponse({ description: 'Problem details (RFC 9457).', standardSchema: problem }),
  );
