import { Server } from '@hocuspocus/server';

/** The yardstick: Hocuspocus as it comes, which acknowledges before anything is stored. */
const server = new Server({ port: Number(process.env['PORT']), address: '127.0.0.1', quiet: true });
process.once('SIGTERM', () => process.exit(0));
await server.listen();
