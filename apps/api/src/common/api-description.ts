import type * as swagger from '@nestjs/swagger';

/**
 * The decorators of `@nestjs/swagger` that routes use. Nothing asks for the document when the newsroom starts, and what
 * makes it is a fifth of all modules: each is noted, and put on when the document is made.
 */
type Swagger = typeof swagger;
type Decorator = ClassDecorator & MethodDecorator;

const notes: ((swagger: Swagger) => void)[] = [];

const later =
  (make: (swagger: Swagger) => Decorator): Decorator =>
  (...target: unknown[]) => {
    notes.push((swagger) => (make(swagger) as (...on: unknown[]) => void)(...target));
  };

/** Puts on what was noted since the last time. */
export function describeRoutes(swagger: Swagger): void {
  for (const note of notes.splice(0)) note(swagger);
}

export const ApiTags = (...tags: string[]) => later((swagger) => swagger.ApiTags(...tags));
export const ApiConsumes = (...types: string[]) =>
  later((swagger) => swagger.ApiConsumes(...types) as Decorator);
export const ApiProduces = (...types: string[]) =>
  later((swagger) => swagger.ApiProduces(...types) as Decorator);
export const ApiSecurity = (name: string) => later((swagger) => swagger.ApiSecurity(name));
export const ApiExtension = (...[key, value]: Parameters<Swagger['ApiExtension']>) =>
  later((swagger) => swagger.ApiExtension(key, value) as Decorator);
export const ApiResponse = (options: Parameters<Swagger['ApiResponse']>[0]) =>
  later((swagger) => swagger.ApiResponse(options) as Decorator);
export const ApiDefaultResponse = (options: Parameters<Swagger['ApiDefaultResponse']>[0]) =>
  later((swagger) => swagger.ApiDefaultResponse(options) as Decorator);
export const ApiOkResponse = (options: Parameters<Swagger['ApiOkResponse']>[0]) =>
  later((swagger) => swagger.ApiOkResponse(options) as Decorator);
