import { describe, expect, it } from 'vitest';
import { readFigures, table } from './benches.ts';
import { tally } from './vitest-run.ts';

describe('the count at the end of npm test', () => {
  const whole = { status: 'passed', assertionResults: [{}] };

  it('is the sum of the tests', () => {
    expect(tally({ numPassedTests: 5, numFailedTests: 2, testResults: [whole] }, 1)).toEqual({
      passed: 5,
      failed: 2,
    });
  });

  it('counts a file that could not be loaded as one failure', () => {
    const broken = { status: 'failed', assertionResults: [] };
    const report = { numPassedTests: 5, numFailedTests: 0, testResults: [whole, broken] };
    expect(tally(report, 1)).toEqual({ passed: 5, failed: 1 });
  });

  it('counts an error outside the tests as one failure', () => {
    const report = { numPassedTests: 5, numFailedTests: 0, testResults: [whole] };
    expect(tally(report, 1)).toEqual({ passed: 5, failed: 1 });
    expect(tally(report, 0)).toEqual({ passed: 5, failed: 0 });
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
