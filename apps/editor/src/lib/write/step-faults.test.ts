import {
  languages,
  workflowSteps,
  type CheckCode,
  type CheckFinding,
  type CheckPlace,
} from '@broadsheet/types';
import { afterEach, describe, expect, it } from 'vitest';
import { ApiError } from '#lib/api/api-error.ts';
import { getLocale, overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { fasterSentence, needsOf, findingOf } from './step-faults.ts';

const spoken = getLocale;

describe('a step that came to nothing', () => {
  afterEach(() => overwriteGetLocale(spoken));

  it('says who was faster and with what, in every language of the newsroom', () => {
    const steps = [...workflowSteps, 'details'] as const;
    for (const language of languages) {
      overwriteGetLocale(() => language);
      const sentences = steps.map((what) => fasterSentence({ by: 'Narine', what }));
      expect(new Set(sentences)).toHaveLength(steps.length);
      for (const sentence of sentences) expect(sentence).toContain('Narine');
    }
  });

  it('says "somebody" where nobody is known', () => {
    expect(fasterSentence({ by: null, what: 'publish' })).toMatch(/^Somebody published this article/);
  });

  it('names each thing that is still to be done once', () => {
    const error = new ApiError('ARTICLE_NOT_READY', 422, '', {
      errors: [
        { path: 'body', message: '', reason: 'picture_undescribed' },
        { path: 'body', message: '', reason: 'picture_undescribed' },
        { path: 'section', message: '', reason: 'section_missing' },
        { path: 'publishAt', message: 'Of an older server.' },
      ],
    });
    expect(needsOf(error).map(({ words }) => words)).toEqual([
      'A picture in the text has no alt text in this language. Say what it shows.',
      'Choose a section.',
    ]);
  });

  it('leads to the first place of each thing that the checks find', () => {
    const error = new ApiError('ARTICLE_NOT_READY', 422, '', {
      errors: [
        { path: 'section', message: '', reason: 'section_missing' },
        { path: 'body', message: '', reason: 'picture_undescribed' },
      ],
    });
    const found = (code: CheckCode, place: CheckPlace, blockId: string | null = null): CheckFinding => ({
      code,
      place,
      blockId,
      quote: '',
    });
    const findings = [
      found('section_missing', 'section'),
      found('picture_undescribed', 'body', 'first'),
      found('picture_undescribed', 'body', 'second'),
    ];
    expect(needsOf(error).map((need) => findingOf(need, findings))).toEqual([findings[0], findings[1]]);
    expect(needsOf(error).map((need) => findingOf(need, []))).toEqual([undefined, undefined]);
  });
});
