import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';

const frozen = new Set<FrozenDatabase>();

/** The product's own PostgreSQL, stopped in the middle of whatever it was doing. */
export class FrozenDatabase {
  readonly #processes: readonly number[];

  private constructor(processes: readonly number[]) {
    this.#processes = processes;
  }

  /** Holds every process of the server: connections stay open and nothing answers. */
  static freeze(): FrozenDatabase {
    const server = Number(
      readFileSync(join(inject('dataDir'), 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0],
    );
    // The server first, so that it starts no other meanwhile.
    process.kill(server, 'SIGSTOP');
    const database = new FrozenDatabase([server, ...childrenOf(server)]);
    frozen.add(database);
    database.#signal('SIGSTOP');
    return database;
  }

  /** Ends it as a power cut would; whoever supervises it starts it again. */
  kill(): void {
    frozen.delete(this);
    this.#signal('SIGKILL');
  }

  /** For after a failure: nothing stays held. */
  static healAll(): void {
    for (const database of frozen) database.kill();
  }

  #signal(signal: NodeJS.Signals): void {
    for (const id of this.#processes) {
      try {
        process.kill(id, signal);
      } catch {
        // A process that ended by itself needs no signal.
      }
    }
  }
}

function childrenOf(parent: number): number[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  return rows
    .map((row) => row.trim().split(/\s+/).map(Number))
    .filter(([, ppid]) => ppid === parent)
    .map(([pid = 0]) => pid);
}
