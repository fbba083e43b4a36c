import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../apps/', import.meta.url));
/** Of settings, and of what only a server ever holds. */
const names =
  /READER_TOKEN|DATABASE_URL|TEST_DATABASE|process\.env|x-reader-token|postgres(?:ql)?:\/\/|argon2/i;

describe('S23 what every browser is sent', () => {
  it.each(['editor/build', 'reader/build/client'])('holds no secret, and no way to one, in %s', (build) => {
    const files = globSync(`${build}/**/*.{js,css,html,json,map}`, { cwd: root });
    expect(files.length).toBeGreaterThan(2);
    expect(files.filter((file) => names.test(readFileSync(`${root}${file}`, 'utf8')))).toEqual([]);
  });
});
