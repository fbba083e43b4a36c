import { asExpression, findPattern, type FindQuery, type Match } from './find-query.ts';

export interface PatternQuestion {
  id: number;
  query: FindQuery;
  texts: readonly string[];
}
export interface PatternAnswer {
  id: number;
  found: Match[][];
}

self.addEventListener('message', ({ data }: MessageEvent<PatternQuestion>) => {
  const expression = asExpression(data.query);
  const found = data.texts.map((text) => findPattern(text, expression));
  self.postMessage({ id: data.id, found } satisfies PatternAnswer);
});
