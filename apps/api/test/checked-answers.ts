import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import type { z } from 'zod';
import { answerSchema } from '../src/common/answers.ts';

/**
 * Holds every answer of the API under test to the schema that its route declares: clients take an answer for what the
 * contract says (docs/decisions/0047-own-answers.md).
 */
export class CheckedAnswers implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const schema = Reflect.getMetadata(answerSchema, context.getHandler()) as z.ZodType | null | undefined;
    return next.handle().pipe(
      map((answer: unknown) => {
        if (!schema) return answer;
        const read = schema.safeParse(JSON.parse(JSON.stringify(answer)));
        if (read.success) return answer;
        const route = `${context.getClass().name}.${context.getHandler().name}`;
        throw new Error(`${route} answers what its schema does not allow: ${read.error.message}`);
      }),
    );
  }
}
