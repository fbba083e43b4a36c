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

/** The first of some ports in a row that nothing listens on just now. */
export async function freePorts(count: number): Promise<number> {
  for (;;) {
    // Below the range from which systems hand out ports by themselves.
    const first = 10_000 + Math.floor(Math.random() * 20_000);
    const row = Array.from({ length: count }, (_, i) => tryPort({ host: '127.0.0.1', port: first + i }));
    if ((await Promise.all(row)).every((code) => code === null)) return first;
  }
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

function tryPort({ host, port }: Omit<WantedPort, 'name'>): Promise<string | null> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}
