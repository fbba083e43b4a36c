import { Inject, Injectable, type INestApplication } from '@nestjs/common';
import type * as Swagger from '@nestjs/swagger';
import { cookieName } from '../auth/session-cookie.ts';
import { ENV, type Env } from '../env.ts';
import { describeRoutes } from '../common/api-description.ts';
import { toJsonSchema } from './to-json-schema.ts';

/** The contract of the API as an OpenAPI 3.1 document, made from the routes and the schemas that guard them. */
@Injectable()
export class OpenApiService {
  private app: INestApplication | null = null;
  private document: Promise<Swagger.OpenAPIObject> | null = null;

  constructor(@Inject(ENV) private readonly env: Env) {}

  /** Names the application whose routes are described. */
  describe(app: INestApplication): void {
    this.app = app;
  }

  /** Made when it is first asked for, and kept. */
  get(): Promise<Swagger.OpenAPIObject> {
    return (this.document ??= this.make());
  }

  private async make(): Promise<Swagger.OpenAPIObject> {
    if (!this.app) throw new Error('OpenApiService.describe was not called');
    const swagger = await import('@nestjs/swagger');
    describeRoutes(swagger);
    return swagger.SwaggerModule.createDocument(this.app, this.head(swagger), {
      standardSchemaConverter: toJsonSchema,
      operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}.${method}`,
    });
  }

  private head({ DocumentBuilder }: typeof Swagger): Omit<Swagger.OpenAPIObject, 'paths'> {
    return new DocumentBuilder()
      .setOpenAPIVersion('3.1.0')
      .setTitle('Broadsheet')
      .setDescription(
        'The newsroom and what readers get of it. Errors are problem details (RFC 9457) with a code of a closed list. ' +
          'Unsafe methods are taken from the pages of the editor only, or from programs that send no Origin.',
      )
      .setVersion('1')
      .setLicense('MIT', 'https://opensource.org/license/mit')
      .addCookieAuth(
        cookieName(this.env),
        { type: 'apiKey', in: 'cookie', description: 'A session, opened by signing in.' },
        'session',
      )
      .addApiKey(
        { type: 'apiKey', in: 'header', name: 'x-reader-token', description: "The reader's own process." },
        'readerToken',
      )
      .build();
  }
}
