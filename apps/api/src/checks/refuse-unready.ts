import { isStopping, type CheckCode, type CheckFinding } from '@broadsheet/types';
import { DomainError, type InputFault } from '../common/domain-error.ts';
import { checkSentences } from './check-sentences.ts';

const toFault = ({ code, place }: CheckFinding): InputFault => ({
  path: place,
  reason: code,
  message: checkSentences[code],
});

const sentencesOf = (findings: readonly CheckFinding[]): string =>
  [...new Set(findings.map(({ code }) => checkSentences[code]))].join(' ');

/**
 * @param accepted the warnings that a person has seen and takes; undefined where nobody is to be asked
 * @throws DomainError ARTICLE_NOT_READY with everything that stops the article, else ARTICLE_WARNED with what asks
 */
export function refuseUnready(findings: readonly CheckFinding[], accepted?: readonly CheckCode[]): void {
  const stopping = findings.filter(({ code }) => isStopping(code));
  if (stopping.length > 0)
    throw new DomainError(
      'ARTICLE_NOT_READY',
      `This article is not ready for readers. Nothing was published. ${sentencesOf(stopping)}`,
      stopping.map(toFault),
    );
  const asking = findings.filter(({ code }) => accepted && !accepted.includes(code));
  if (asking.length > 0)
    throw new DomainError(
      'ARTICLE_WARNED',
      `Nothing was published yet. Look at this first, or go on all the same: ${sentencesOf(asking)}`,
      asking.map(toFault),
    );
}
