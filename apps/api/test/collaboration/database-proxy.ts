import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A wire between an API process and its database that a test can cut, freeze or slow down. */
export class DatabaseProxy {
  /** Milliseconds that every answer of the database is held back. */
  delay = 0;
  private isCut = false;
  private isFrozen = false;
  private readonly pairs = new Set<[Socket, Socket]>();

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
  ) {
    server.on('connection', (client) => this.join(client));
  }

  static async before(databaseUrl: string): Promise<DatabaseProxy> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new DatabaseProxy(server, new URL(databaseUrl));
  }

  /** The database's address, by way of this wire. */
  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    const url = new URL(this.target);
    url.hostname = '127.0.0.1';
    url.port = String(port);
    return url.href;
  }

  /** Every connection breaks and new ones are refused. */
  cut(): void {
    this.isCut = true;
    for (const pair of this.pairs) for (const end of pair) end.destroy();
  }

  /** Nothing passes any more, and nothing breaks: the worst of faults. */
  freeze(): void {
    this.isFrozen = true;
    for (const pair of this.pairs) for (const end of pair) end.pause();
  }

  /** What is open goes silent for good, as behind a firewall that forgot it; new connections pass. */
  strand(): void {
    for (const pair of this.pairs) for (const end of pair) end.pause();
    this.pairs.clear();
  }

  restore(): void {
    this.isCut = false;
    this.isFrozen = false;
    for (const pair of this.pairs) for (const end of pair) end.resume();
  }

  close(): void {
    this.cut();
    this.server.close();
  }

  private join(client: Socket): void {
    if (this.isCut) return void client.destroy();
    const database = connect(Number(this.target.port), this.target.hostname);
    const pair: [Socket, Socket] = [client, database];
    this.pairs.add(pair);
    const part = () => {
      this.pairs.delete(pair);
      client.destroy();
      database.destroy();
    };
    for (const end of pair) end.on('error', part).on('close', part);
    client.on('data', (data) => database.write(data));
    database.on('data', (data) =>
      this.delay > 0 ? setTimeout(() => client.write(data), this.delay) : client.write(data),
    );
    if (this.isFrozen) for (const end of pair) end.pause();
  }
}
