/**
 * Compares every language's messages with the base language's.
 * @returns one plain sentence per fault, sorted by language and key; empty when all is well
 */
export function findMessageFaults(messages: Record<string, Record<string, string>>, base: string): string[] {
  const wanted = messages[base] ?? {};
  return Object.entries(messages).flatMap(([locale, texts]) => [
    ...Object.keys(wanted).flatMap((key) => faultOf(locale, key, wanted[key], texts[key])),
    ...Object.keys(texts)
      .filter((key) => !(key in wanted))
      .map((key) => `${locale}: "${key}" is not in ${base}.`),
  ]);
}

function faultOf(
  locale: string,
  key: string,
  wanted: string | undefined,
  text: string | undefined,
): string[] {
  if (text === undefined || text.trim() === '') return [`${locale}: "${key}" is missing.`];
  const [here, there] = [placeholders(text), placeholders(wanted ?? '')];
  return here === there ? [] : [`${locale}: "${key}" has the placeholders ${here}, English has ${there}.`];
}

const placeholders = (text: string): string =>
  [...text.matchAll(/\{\w+\}/g)].map(String).sort().join(' ') || '(none)';
