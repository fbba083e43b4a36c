import { ModulesContainer } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../../test/create-test-app.ts';
import { sendRequest } from '../../test/factories/send-request.ts';
import { declaredRoutes } from '../auth/declared-routes.ts';

interface Operation {
  operationId?: string;
  security?: Record<string, string[]>[];
  parameters?: { name?: string; in?: string; required?: boolean; schema?: object }[];
  requestBody?: { content?: Record<string, { schema?: object }> };
  responses?: Record<string, { description?: string; content?: Record<string, { schema?: object }> }>;
}

describe('the OpenAPI document', () => {
  let test: TestApp;
  let document: OpenAPIObject;
  const operations: [name: string, path: string, operation: Operation][] = [];
  beforeAll(async () => {
    test = await createTestApp();
    document = (await sendRequest(test, 'GET', '/api/openapi.json')).as<OpenAPIObject>();
    for (const [path, item] of Object.entries(document.paths))
      for (const [method, operation] of Object.entries(item as Record<string, Operation>))
        operations.push([`${method.toUpperCase()} ${path}`, path, operation]);
  });
  afterAll(() => test.close());

  it('is of version 3.1 and names the two ways to be known', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info).toMatchObject({ title: 'Broadsheet', version: '1' });
    expect(document.components?.securitySchemes).toMatchObject({
      session: { type: 'apiKey', in: 'cookie', name: 'broadsheet-session-3001' },
      readerToken: { type: 'apiKey', in: 'header', name: 'x-reader-token' },
    });
  });

  it('holds every route, with who may use it', () => {
    const routes = declaredRoutes(test.app.get(ModulesContainer));
    expect(operations.map(([name]) => name).sort()).toEqual(
      routes.map(({ method, path }) => `${method} ${path}`).sort(),
    );
    for (const { method, path, access } of routes) {
      const found = operations.find(([name]) => name === `${method} ${path}`)?.[2];
      const scheme = access === 'public' ? undefined : access === 'reader' ? 'readerToken' : 'session';
      expect([path, found?.security?.flatMap((need) => Object.keys(need))]).toEqual([
        path,
        scheme && [scheme],
      ]);
    }
  });

  it('names each operation once, each parameter of its path, and what it answers', () => {
    const ids = operations.map(([, , { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [name, path, { parameters = [], responses = {} }] of operations) {
      const inPath = parameters.filter((parameter) => parameter.in === 'path');
      expect([name, inPath.map((parameter) => parameter.name).sort()]).toEqual([
        name,
        [...path.matchAll(/{(\w+)}/g)].map(([, parameter]) => parameter).sort(),
      ]);
      expect(inPath.every(({ required, schema }) => required === true && schema !== undefined)).toBe(true);
      expect(Object.keys(responses).length, name).toBeGreaterThan(0);
      for (const [status, { description }] of Object.entries(responses)) {
        expect(status).toMatch(/^([1-5]\d\d|default)$/);
        expect(typeof description, `${name} ${status}`).toBe('string');
      }
    }
  });

  it('describes the bodies by the schemas that check them', () => {
    const invite = operations.find(([name]) => name === 'POST /api/users')?.[2];
    expect(invite?.requestBody?.content?.['application/json']?.schema).toEqual({
      $ref: '#/components/schemas/InviteInput',
    });
    expect(invite?.responses?.['201']?.content?.['application/json']?.schema).toEqual({
      $ref: '#/components/schemas/Invited',
    });
    expect(document.components?.schemas?.['Role']).toMatchObject({ enum: expect.arrayContaining(['admin']) });
    const list = operations.find(([name]) => name === 'GET /api/users')?.[2];
    expect(list?.parameters?.map(({ name }) => name)).toEqual(['search', 'cursor']);
  });

  it('refers to nothing that it does not hold', () => {
    const known = new Set(
      Object.keys(document.components?.schemas ?? {}).map((name) => `#/components/schemas/${name}`),
    );
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
      ([, reference]) => reference,
    );
    expect(references.length).toBeGreaterThan(50);
    expect(references.filter((reference) => !known.has(reference ?? ''))).toEqual([]);
  });
});
