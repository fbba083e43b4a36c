import type { RevisionSummary } from '@broadsheet/types';
import { versionName } from './version-words.ts';

/** The ids of versions that only their seconds tell apart. */
export function twinVersions(versions: readonly RevisionSummary[], timeZone: string): ReadonlySet<string> {
  const named = new Map<string, string>();
  const twins = new Set<string>();
  for (const version of versions) {
    const name = versionName(version, timeZone);
    const other = named.get(name);
    if (other !== undefined) twins.add(other).add(version.id);
    named.set(name, version.id);
  }
  return twins;
}
