import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePorts, refuseTakenPorts } from './lib/ports.ts';
import { inProject } from './lib/project.mjs';
import { runCommand } from './lib/run-command.mjs';
import { startTrialProduct, type TrialProduct } from './lib/trial-product.ts';

const longEnough = 300_000;

describe('npm start', () => {
  let folder: string;
  let running: TrialProduct | null = null;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'broadsheet-start-'))));
  afterEach(async () => {
    await running?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const ok = async (url: string) => (await fetch(url)).ok;
  const start = (...args: string[]) =>
    runCommand(process.execPath, [inProject('scripts', 'start.mjs'), ...args], {
      quiet: true,
      timeout: 60_000,
    });

  it(
    'brings the newsroom up, refuses a second one on its data, survives kill -9 and stops in good order',
    { timeout: longEnough },
    async () => {
      const data = join(folder, 'data');
      const port = await freePorts(3);
      const first = (running = await startTrialProduct({ data, port }));
      expect(first.output).toContain(first.siteUrl);
      expect(await ok(`${first.siteUrl}/health`)).toBe(true);
      expect(await ok(`${first.editorUrl}/api/health`)).toBe(true);

      const second = await start('--data', data, '--port', String(await freePorts(3)));
      expect(second).toMatchObject({ code: 1, output: expect.stringContaining('already running') as string });

      await first.kill();
      const again = (running = await startTrialProduct({ data, port }));
      expect(await ok(`${again.editorUrl}/api/health`)).toBe(true);
      expect(await again.stop()).toBe(0);
      const names = ['reader', 'API', 'database'];
      await refuseTakenPorts(names.map((name, i) => ({ name, port: port + i, host: '127.0.0.1' })));
    },
  );
});
