import { Controller, Get, Module } from '@nestjs/common';
import { ModulesContainer, NestFactory, Reflector } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { makePerson } from '../../test/factories/make-person.ts';
import { sendRequest } from '../../test/factories/send-request.ts';
import { AppModule } from '../app.module.ts';
import { AccessGuard } from './access.guard.ts';
import { declaredRoutes, refuseUndeclared, type DeclaredRoute } from './declared-routes.ts';
import { SessionsService } from './sessions.service.ts';

@Controller('forgotten')
class ForgetfulController {
  @Get(':id')
  find(): string {
    return 'open to all';
  }
}

@Module({ controllers: [ForgetfulController] })
class ForgetfulModule {}

const hasBody = (method: string): boolean => method !== 'GET' && method !== 'HEAD';

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

  it('stops the start of the API when one says nothing', async () => {
    const { imports = [], ...api } = AppModule.with(test.env);
    const app = await NestFactory.create<NestFastifyApplication>(
      { ...api, imports: [...imports, ForgetfulModule] },
      new FastifyAdapter(),
      { logger: false, abortOnError: false },
    );
    await expect(app.init()).rejects.toThrow(/ForgetfulController\.find \(GET \/api\/forgotten\/{id}\)/);
    await app.close();
  });

  it('refuses everybody where one says nothing all the same', async () => {
    const guard = new AccessGuard(new Reflector(), test.app.get(SessionsService), test.env);
    const context = new ExecutionContextHost(
      [{ method: 'GET', headers: {}, cookies: {} }],
      ForgetfulController,
      ForgetfulController.prototype.find,
    );
    await expect(guard.canActivate(context)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('S1: refuses query keys that were not foreseen on each of them', async () => {
    const admin = await makePerson(test, { role: 'admin' });
    const some = '0198b7a0-0000-7000-8000-000000000000';
    const parameters: Record<string, string> = { language: 'az', kind: 'section', after: '0' };
    const headers = { 'x-reader-token': test.env.READER_TOKEN };
    for (const { method, path } of routes) {
      const address = path.replaceAll(/{(\w+)}/g, (_, name: string) => parameters[name] ?? some);
      const answer = await sendRequest(test, method, `${address}?populate=password_hash`, {
        cookie: admin.cookie,
        headers,
        ...(hasBody(method) ? { body: {} } : {}),
      });
      // an answer to HEAD has no words
      if (method === 'HEAD') {
        expect([answer.status, address]).toEqual([422, address]);
        continue;
      }
      expect([answer.status, (answer.body as { code?: string }).code, method, address]).toEqual([
        422,
        'INPUT_INVALID',
        method,
        address,
      ]);
      expect(JSON.stringify(answer.body), address).toContain('populate');
    }
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
    expect(served).toHaveLength(routes.filter(({ method }) => method !== 'HEAD').length + 1);
  });

  it('lets a stranger into the public ones only', async () => {
    const some = '0198b7a0-0000-7000-8000-000000000000';
    for (const { method, path, access } of routes) {
      if (access === 'public') continue;
      const url = path.replaceAll(/{\w+}/g, some);
      const answer = await sendRequest(test, method, url, hasBody(method) ? { body: {} } : {});
      expect([answer.status, url]).toEqual([access === 'reader' ? 403 : 401, url]);
    }
  });
});
