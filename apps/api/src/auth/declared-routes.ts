import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner, type ModulesContainer } from '@nestjs/core';
import { accessKey, type AccessRule } from '../common/access.ts';

/** A route as a controller declares it. */
export interface DeclaredRoute {
  /** `UsersController.invite`, as errors name it. */
  handler: string;
  method: string;
  /** With parameters as `{id}`: `/api/users/{id}`. */
  path: string;
  /** Undefined where it was forgotten. */
  access: AccessRule | undefined;
}

/** Every route of every controller. */
export function declaredRoutes(modules: ModulesContainer): DeclaredRoute[] {
  const scanner = new MetadataScanner();
  const controllers = [...modules.values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => {
    if (typeof metatype !== 'function') return [];
    const prototype = metatype.prototype as Record<string, object>;
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      const method = handler && (Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined);
      if (!handler || method === undefined) return [];
      const access = Reflect.getMetadata(accessKey, handler) as AccessRule | undefined;
      return pathsOf(metatype)
        .flatMap((prefix) => pathsOf(handler).map((path) => joined(prefix, path)))
        .map((path) => ({
          handler: `${metatype.name}.${name}`,
          method: RequestMethod[method],
          path,
          access,
        }));
    });
  });
}

/** @throws Error that names every route which does not say who may use it. */
export function refuseUndeclared(routes: readonly DeclaredRoute[]): void {
  const silent = routes.filter(({ access }) => access === undefined);
  if (silent.length > 0)
    throw new Error(
      `The API cannot start: these routes do not say who may use them (add @Access):\n${silent
        .map(({ handler, method, path }) => `  ${handler} (${method} ${path})`)
        .join('\n')}`,
    );
}

function pathsOf(target: object): string[] {
  const path = Reflect.getMetadata(PATH_METADATA, target) as string | string[] | undefined;
  return Array.isArray(path) ? path : [path ?? ''];
}

const joined = (...parts: string[]): string =>
  `/api/${parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`.replaceAll(/:(\w+)/g, '{$1}');
