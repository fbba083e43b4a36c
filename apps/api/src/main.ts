import 'reflect-metadata';
import { PinoLogger } from 'nestjs-pino';
import { createApp } from './configure-app.ts';
import { readEnv } from './env.ts';
import { logConsole } from './log-console.ts';

/** Milliseconds. A database that neither answers nor breaks would hold the end for ever. */
const patience = 15_000;

process.once('SIGTERM', () => setTimeout(() => process.exit(1), patience).unref());

try {
  const env = readEnv();
  const app = await createApp(env);
  logConsole(PinoLogger.root);
  await app.listen({ port: env.PORT, host: env.HOST });
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  process.stderr.write(
    code === 'EADDRINUSE'
      ? `The API cannot start: port ${process.env['PORT'] ?? '3001'} is taken by another program. Stop that one or choose another port.\n`
      : `${message}\n`,
  );
  process.exit(1);
}
