import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedPostgres } from '../../apps/api/src/database/embedded-postgres.ts';
import { stopOrphan } from '../../apps/api/src/database/orphan-postgres.ts';
import { copyCluster } from './backup.ts';
import { readerToken, refuseNewerData, writeVersion } from './data-folder.ts';
import { DataLock, isAlive, type ProcessMark } from './data-lock.mjs';
import { checkDatabase } from './external-database.ts';
import { PlainError } from './plain-error.mjs';
import { readMigrationState, refuseUnknown } from './migration-state.ts';
import { refuseTakenPorts, type WantedPort } from './ports.ts';
import { phase, say, seconds } from './progress.mjs';
import { inProject, productVersion } from './project.mjs';
import { runCommand, stopCommands } from './run-command.mjs';
import { describeSignIn } from './sign-in.ts';
import { apiEnvironment, productServices, reloadingServices, type ServiceContext } from './services.ts';
import type { Service } from './service.ts';
import type { StartOptions } from './start-options.mjs';

/** Signals that arrive within this time of the first are the same Ctrl-C, passed on by npm and by the terminal. */
const sameSignal = 1000;
/** So often a database that ended by itself is started again, half a second apart. */
const restartTries = 20;

/** The running product: PostgreSQL, API and reader, from the first check of the ports to the last process's end. */
export class Product {
  readonly #options: StartOptions;
  readonly #cluster: string;
  #lock: DataLock | null = null;
  #postgres: EmbeddedPostgres | null = null;
  #services: Service[] = [];
  #stopping: Promise<void> | null = null;
  #stopAsked = 0;

  constructor(options: StartOptions) {
    this.#options = options;
    this.#cluster = join(options.data, 'postgres');
  }

  /** Brings everything up and prints where it is; on a failure stops what it has started and throws. */
  async start(build: () => Promise<void>): Promise<void> {
    const began = performance.now();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => this.#interrupt());
    try {
      const version = productVersion();
      this.#lock = DataLock.take(this.#options.data);
      refuseNewerData(this.#options.data, version);
      await this.#clearLeftovers(this.#lock.leftovers);
      await refuseTakenPorts(this.#ports());
      await build();
      const context = await this.#prepare(version);
      const first = this.#options.demo && this.#postgres?.created;
      const signIn = await phase(first ? 'Loading the demo newsroom' : 'Looking at the newsroom', () =>
        this.#firstContent(context),
      );
      await this.#startServices(context);
      this.#announce(signIn, performance.now() - began);
    } catch (error) {
      // An interrupted start fails somewhere on its way; the person knows why.
      if (this.#stopping) return;
      await this.stop();
      throw error;
    }
  }

  /** Stops reader, API and PostgreSQL, in this order, once. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stopAll();
    return this.#stopping;
  }

  async #stopAll(): Promise<void> {
    stopCommands();
    for (const service of this.#services.toReversed()) await service.stop();
    await this.#postgres?.stop();
    this.#lock?.release();
  }

  #interrupt(): void {
    const now = Date.now();
    if (this.#stopAsked === 0) {
      this.#stopAsked = now;
      say('\nStopping: reader, API, database. Press Ctrl-C again to force.');
      void this.stop().then(() => {
        say('Stopped. Everything is stored.');
        process.exit(0);
      });
    } else if (now - this.#stopAsked > sameSignal) {
      this.#force();
    }
  }

  #force(): never {
    say('Forced to stop. What was stored is safe; the next start tidies up.');
    for (const service of this.#services) service.kill();
    if (this.#postgres) process.kill(this.#postgres.pid, 'SIGQUIT');
    process.exit(1);
  }

  #ports(): WantedPort[] {
    const { port, host, dev, databaseUrl } = this.#options;
    return [
      { name: 'reader', port, host },
      { name: 'API', port: port + 1, host },
      ...(databaseUrl ? [] : [{ name: 'database', port: port + 2, host: '127.0.0.1' }]),
      ...(dev ? [{ name: 'editor', port: port + 3, host }] : []),
    ];
  }

  /** Ends what a killed start has left running, so that neither its ports nor its database are in the way. */
  async #clearLeftovers(leftovers: readonly ProcessMark[]): Promise<void> {
    const deadline = Date.now() + 10_000;
    for (const process_ of leftovers) {
      while (isAlive(process_)) {
        process.kill(process_.pid, Date.now() < deadline ? 'SIGTERM' : 'SIGKILL');
        await delay(50);
      }
    }
    if (!this.#options.databaseUrl) await stopOrphan(this.#cluster);
  }

  async #prepare(version: string): Promise<ServiceContext> {
    const { data, databaseUrl } = this.#options;
    const url = databaseUrl ?? (await phase('Starting PostgreSQL', () => this.#startPostgres()));
    if (databaseUrl) await phase('Reaching the database of DATABASE_URL', () => checkDatabase(databaseUrl));
    mkdirSync(data, { recursive: true });
    const context = { options: this.#options, databaseUrl: url, readerToken: readerToken(data) };
    await this.#migrate(context, version);
    writeVersion(data, version);
    return context;
  }

  async #startPostgres(): Promise<string> {
    const postgres = await EmbeddedPostgres.start({
      dataDir: this.#cluster,
      port: this.#options.port + 2,
      settings: {
        logging_collector: 'on',
        log_filename: 'postgres-%a.log',
        log_truncate_on_rotation: 'on',
        log_rotation_age: '1d',
      },
    });
    this.#postgres = postgres;
    void postgres.exited.then(() => this.#postgresEnded(postgres));
    return postgres.url;
  }

  /** The server ended by itself: bring it back; the API waits for it meanwhile. */
  async #postgresEnded(ended: EmbeddedPostgres): Promise<void> {
    if (this.#stopping || this.#postgres !== ended || this.#services.length === 0) return;
    say('The database ended by itself and is started again. What was stored is safe.');
    for (let tries = 1; !this.#stopping; tries++) {
      try {
        await this.#startPostgres();
        return;
      } catch (error) {
        // what is left of a server that was killed may hold its memory and its port for a moment
        if (tries < restartTries) await delay(500);
        else {
          say(error instanceof Error ? error.message : String(error));
          await this.#giveUp();
          return;
        }
      }
    }
  }

  async #migrate(context: ServiceContext, version: string): Promise<void> {
    const state = await phase('Looking at the database', async () =>
      readMigrationState(await this.#api(context, ['database', 'migrate.js'], ['--pending'])),
    );
    refuseUnknown(state);
    if (state.pending === 0) return;
    const postgres = this.#postgres;
    if (postgres && !postgres.created) {
      const copy = await phase('Copying the database before it is brought up to date', async () => {
        this.#postgres = null;
        await postgres.stop();
        const folder = copyCluster(this.#options.data, this.#cluster, version, new Date());
        await this.#startPostgres();
        return folder;
      });
      say(`  The copy is in ${copy}.`);
    }
    await phase('Bringing the database up to date', () => this.#api(context, ['database', 'migrate.js'], []));
  }

  /** Loads the demo or offers the first admin, in a database without people; returns what to say about it. */
  async #firstContent(context: ServiceContext): Promise<string> {
    const script = this.#options.demo ? ['demo', 'load-demo.js'] : ['auth', 'first-admin.js'];
    return describeSignIn(await this.#api(context, script, []));
  }

  /** Runs one of the API's commands to its end and returns what it printed. */
  async #api(context: ServiceContext, script: string[], args: string[]): Promise<string> {
    const path = inProject('apps', 'api', 'dist', ...script);
    const env = apiEnvironment(context);
    const { code, stdout, output } = await runCommand(process.execPath, [path, ...args], {
      quiet: true,
      env,
    });
    if (code === 0) return stdout.trim();
    throw new PlainError(`${output.trim()}\n\n${script.join('/')} failed (see above). Nothing was started.`);
  }

  async #startServices(context: ServiceContext): Promise<void> {
    this.#services = this.#options.dev ? reloadingServices(context) : productServices(context);
    for (const service of this.#services) {
      service.onStarted = () => this.#noteChildren();
      service.onGivenUp = () => void this.#giveUp();
      await phase(`Starting the ${service.options.name}`, () => service.start());
    }
  }

  #noteChildren(): void {
    if (!this.#stopping) this.#lock?.setChildren(this.#services.flatMap(({ pid }) => pid ?? []));
  }

  async #giveUp(): Promise<void> {
    await this.stop();
    process.exit(1);
  }

  #announce(signIn: string, milliseconds: number): void {
    const { siteUrl, editorUrl, data } = this.#options;
    say(`
Broadsheet runs (ready in ${seconds(milliseconds)}).

  Site     ${siteUrl}
  Editor   ${editorUrl}
  Data     ${data}
${signIn ? `\n${signIn.replaceAll(/^/gm, '  ')}\n` : ''}
Stop with Ctrl-C.`);
  }
}
