import { articleParts } from './article-parts.ts';
import { storyParts } from './story-parts.ts';

const parts: readonly { key: string; label?: () => string; show(value: unknown): string }[] = [
  ...storyParts,
  ...articleParts,
];

/** "Summary: The clock strikes again."; nothing where a field is left empty, or is none of a story. */
export function fieldWords(key: string, value: unknown): string {
  const part = parts.find((one) => one.key === key);
  const words = part?.show(value) ?? '';
  return words === '' ? '' : `${part?.label?.() ?? key}: ${words}`;
}
