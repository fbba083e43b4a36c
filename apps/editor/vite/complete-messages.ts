import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

type Messages = Map<string, string>;

/** Stops the build when a message is missing in one of the languages or does not take the same inputs there. */
export function completeMessages(folder: string): Plugin {
  return {
    name: 'broadsheet:complete-messages',
    async buildStart() {
      const faults = findFaults(await readLanguages(folder));
      if (faults.length > 0) this.error(`Messages are not complete:\n${faults.join('\n')}`);
    },
  };
}

/** One line for each message that a language lacks or that takes other inputs than elsewhere. */
export function findFaults(languages: ReadonlyMap<string, Messages>): string[] {
  const keys = new Set([...languages.values()].flatMap((messages) => [...messages.keys()]));
  return [...keys].flatMap((key) => {
    const missing = [...languages].filter(([, messages]) => !messages.has(key)).map(([name]) => name);
    if (missing.length > 0) return [`${key}: missing in ${missing.join(', ')}`];
    const inputs = new Set([...languages.values()].map((messages) => inputsOf(messages.get(key) ?? '')));
    return inputs.size > 1 ? [`${key}: the inputs differ between languages`] : [];
  });
}

async function readLanguages(folder: string): Promise<Map<string, Messages>> {
  const names = await readdir(folder);
  const read = names.map(async (name): Promise<[string, Messages]> => [
    name,
    await readLanguage(folder, name),
  ]);
  return new Map(await Promise.all(read));
}

async function readLanguage(folder: string, name: string): Promise<Messages> {
  const messages: Messages = new Map();
  for (const file of await readdir(join(folder, name))) {
    const text = await readFile(join(folder, name, file), 'utf8');
    for (const [key, value] of Object.entries(JSON.parse(text) as Record<string, unknown>)) {
      if (key === '$schema') continue;
      if (messages.has(key)) throw new Error(`${name}/${file}: ${key} is already in another file.`);
      messages.set(key, typeof value === 'string' ? value : JSON.stringify(value));
    }
  }
  return messages;
}

function inputsOf(message: string): string {
  return [...new Set([...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort().join();
}
