/**
 * Compiles the interface texts. A message missing in a language, left empty, or with other placeholders than
 * in English fails the build: Paraglide by itself would fall back in silence.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { compile } from '@inlang/paraglide-js';
import { findMessageFaults } from './message-faults.ts';

const root = path.join(import.meta.dirname, '..');
const locales = ['en', 'az', 'ru', 'hy'] as const;

const messages = Object.fromEntries(
  await Promise.all(
    locales.map(async (locale) => {
      const text = await readFile(path.join(root, 'messages', `${locale}.json`), 'utf8');
      return [locale, JSON.parse(text) as Record<string, string>] as const;
    }),
  ),
);

const faults = findMessageFaults(messages, 'en');
if (faults.length > 0) {
  console.error(`The interface texts are not complete:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
  process.exit(1);
}

await compile({
  project: path.join(root, 'project.inlang'),
  outdir: path.join(root, 'src/lib/paraglide'),
  strategy: ['globalVariable', 'baseLocale'],
  emitTsDeclarations: true,
});
