import { describe, expect, it } from 'vitest';
import { parseStartOptions } from './start-options.mjs';

const options = (line: string, env: NodeJS.ProcessEnv = {}) =>
  parseStartOptions(line === '' ? [] : line.split(' '), env);

describe('the options of npm start', () => {
  it('puts reader, API and editor on this machine alone when nothing is said', () => {
    expect(options('')).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      demo: true,
      siteUrl: 'http://localhost:3000',
      editorUrl: 'http://localhost:3001',
    });
  });

  it('moves all addresses with --port, and the editor to the fourth port while developing', () => {
    expect(options('--port 4000')).toMatchObject({
      siteUrl: 'http://localhost:4000',
      editorUrl: 'http://localhost:4001',
    });
    expect(options('--port 4000 --dev').editorUrl).toBe('http://localhost:4003');
  });

  it('opens to other machines only with both public addresses, and names the missing one', () => {
    expect(() => options('--host 0.0.0.0')).toThrow('SITE_URL and EDITOR_URL are not set');
    expect(() => options('--host 0.0.0.0', { SITE_URL: 'https://news.example' })).toThrow(
      /EDITOR_URL is not set/,
    );
    const env = { SITE_URL: 'https://news.example/', EDITOR_URL: 'https://desk.example' };
    expect(options('--host 0.0.0.0', env)).toMatchObject({
      host: '0.0.0.0',
      siteUrl: 'https://news.example',
    });
  });

  it.each(['abc', '0', '70000', '3000.5'])('refuses %s as a port', (port) => {
    expect(() => options(`--port ${port}`)).toThrow('is not a port');
  });

  it.each(['news.example', 'ftp://news.example', 'https://news.example/path'])(
    'refuses %s as SITE_URL',
    (url) => {
      expect(() => options('', { SITE_URL: url })).toThrow('SITE_URL');
    },
  );

  it('explains itself when an option is unknown', () => {
    expect(() => options('--prot 4000')).toThrow('npm start -- [options]');
  });
});
