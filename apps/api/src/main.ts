import 'reflect-metadata';
import { createApp } from './configure-app.ts';
import { readEnv } from './env.ts';

try {
  const env = readEnv();
  const app = await createApp(env);
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
