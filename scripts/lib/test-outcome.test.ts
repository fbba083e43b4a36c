import { describe, expect, it } from 'vitest';
import { readFigures, table } from './benches.ts';
import { inProject } from './project.mjs';
import { tally } from './vitest-run.ts';

describe('the count at the end of npm test', () => {
  const passed = { status: 'passed', fullName: 'a story is kept' };
  const failed = {
    status: 'failed',
    fullName: 'a story is read',
    failureMessages: ['expected 1 to be 2\n    at …'],
  };
  const file = inProject('apps', 'api', 'story.test.ts');

  it('is the sum of the tests, and names what failed', () => {
    const report = {
      numPassedTests: 5,
      testResults: [{ name: file, status: 'failed', assertionResults: [passed, failed] }],
    };
    expect(tally(report, 1)).toEqual({
      passed: 5,
      failed: 1,
      failures: ['apps/api/story.test.ts > a story is read: expected 1 to be 2'],
    });
  });

  it('counts a file that could not be loaded as one failure', () => {
    const broken = { name: file, status: 'failed', message: 'no such module', assertionResults: [] };
    expect(tally({ numPassedTests: 5, testResults: [broken] }, 1)).toEqual({
      passed: 5,
      failed: 1,
      failures: ['apps/api/story.test.ts: no such module'],
    });
  });

  it('counts an error outside the tests as one failure', () => {
    const report = {
      numPassedTests: 5,
      testResults: [{ name: file, status: 'passed', assertionResults: [passed] }],
    };
    expect(tally(report, 1)).toMatchObject({ passed: 5, failed: 1 });
    expect(tally(report, 0)).toEqual({ passed: 5, failed: 0, failures: [] });
  });
});

describe('the table of the benches', () => {
  it('takes the figures out of what a bench prints', () => {
    expect(readFigures('warming up\n{"name":"page","value":12,"unit":"µs"}\n')).toEqual([
      { name: 'page', value: 12, unit: 'µs' },
    ]);
  });

  it('aligns its columns', () => {
    expect(
      table([
        ['bench', 'what'],
        ['reader', 'page'],
      ]),
    ).toBe('| bench  | what |\n|--------|------|\n| reader | page |');
  });
});
