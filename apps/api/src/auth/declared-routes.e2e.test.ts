import { Controller, Get, Module } from '@nestjs/common';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { sendRequest } from '../../test/factories/send-request.ts';
import { declaredRoutes, refuseUndeclared, type DeclaredRoute } from './declared-routes.ts';

@Controller('forgotten')
class ForgetfulController {
  @Get(':id')
  find(): string {
    return 'open to all';
  }
}

@Module({ controllers: [ForgetfulController] })
class ForgetfulModule {}

describe('S26: every-route-declares-access', () => {
  let test: TestApp;
  let routes: DeclaredRoute[];
  beforeAll(async () => {
    test = await createTestApp();
    routes = declaredRoutes(test.app.get(ModulesContainer));
  });
  afterAll(() => test.close());

  it('finds the routes that there are', () => {
    expect(routes.length).toBeGreaterThan(30);
    expect(routes).toContainEqual({
      handler: 'UsersController.suspend',
      method: 'POST',
      path: '/api/users/{id}/suspend',
      access: { newsroom: 'user.manage' },
    });
  });

  it('holds for each of them', () => {
    expect(routes.filter(({ access }) => access === undefined)).toEqual([]);
    expect(() => refuseUndeclared(routes)).not.toThrow();
  });

  it('stops the start when one says nothing', async () => {
    const app = await NestFactory.createApplicationContext(ForgetfulModule, { logger: false });
    const forgotten = declaredRoutes(app.get(ModulesContainer));
    expect(() => refuseUndeclared(forgotten)).toThrow(
      /ForgetfulController\.find \(GET \/api\/forgotten\/{id}\)/,
    );
    await app.close();
  });

  it('counts every route that the server knows, but for the build of the editor', () => {
    const fastify = test.app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
    for (const { method, path } of routes)
      expect(fastify.hasRoute({ method, url: path.replaceAll(/{(\w+)}/g, ':$1') }), `${method} ${path}`).toBe(
        true,
      );
    const served = fastify
      .printRoutes({ commonPrefix: false, includeMeta: false })
      .split('\n')
      .flatMap((line) => /\(([A-Z, ]+)\)$/.exec(line)?.[1]?.split(', ') ?? [])
      .filter((method) => method !== 'HEAD' && method !== 'OPTIONS');
    expect(served).toHaveLength(routes.length + 1);
  });

  it('lets a stranger into the public ones only', async () => {
    const some = '0198b7a0-0000-7000-8000-000000000000';
    for (const { method, path, access } of routes) {
      if (access === 'public') continue;
      const url = path.replaceAll(/{\w+}/g, some);
      const answer = await sendRequest(test, method, url, method === 'GET' ? {} : { body: {} });
      expect([answer.status, url]).toEqual([access === 'reader' ? 403 : 401, url]);
    }
  });
});
