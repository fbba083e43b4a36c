import { createServer } from 'node:net';
import { PlainError } from './plain-error.mjs';

export interface WantedPort {
  /** Who will listen there, in the words of the person at the terminal. */
  name: string;
  port: number;
  host: string;
}

/** A port of this machine that nothing listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return address && typeof address === 'object' ? address.port : 0;
}

/** Refuses by name and number when one of the ports is taken. */
export async function refuseTakenPorts(ports: readonly WantedPort[]): Promise<void> {
  const checked = await Promise.all(
    ports.map(async (wanted) => ({ ...wanted, code: await tryPort(wanted) })),
  );
  const refused = checked.filter(({ code }) => code !== null);
  if (refused.length === 0) return;
  const lines = refused.map(({ name, port, host, code }) =>
    code === 'EADDRINUSE'
      ? `Port ${port}, which the ${name} needs, is taken by another program.`
      : `The ${name} cannot listen on ${host} port ${port} (${code}).`,
  );
  throw new PlainError(
    `${lines.join('\n')}\nNothing was started. Stop that program, or choose other ports: npm start -- --port 4000`,
  );
}

function tryPort({ host, port }: WantedPort): Promise<string | null> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}
