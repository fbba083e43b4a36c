import { format } from 'node:util';
import type { PinoLogger } from 'nestjs-pino';
import { Refusal } from './collaboration/refusal.ts';

const levels = { debug: 'debug', log: 'info', info: 'info', warn: 'warn', error: 'error' } as const;

/**
 * What libraries write to the console goes into the structured log, one line each; Hocuspocus has no other way to
 * say something. A client whose socket we refused is no fault of ours.
 */
export function logConsole(logger: typeof PinoLogger.root): void {
  const methods = Object.entries(levels).map(([method, level]) => [
    method,
    (...parts: unknown[]) => {
      const isRefusal = parts.some((part) => part instanceof Refusal);
      logger[isRefusal ? 'info' : level](format(...parts).replaceAll(/\s*\n\s*/g, ' '));
    },
  ]);
  Object.assign(console, Object.fromEntries(methods));
}
