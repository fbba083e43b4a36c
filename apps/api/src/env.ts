import { z } from 'zod';

const port = z.coerce.number().int().min(1).max(65535);
const webOrigin = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: port.default(3001),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgresql:// address'),
  DATA_DIR: z.string().min(1, 'must be a folder for pictures and other files'),
  SITE_URL: webOrigin,
  EDITOR_URL: webOrigin,
  READER_TOKEN: z.string().min(16, 'must be a secret of at least 16 characters that the reader knows too'),
  EDITOR_BUILD: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Addresses or networks of proxies in front of the API, whose X-Forwarded-For is believed; comma-separated. */
  TRUSTED_PROXIES: z.string().optional(),
  /** Hosts of one's own network that may be fetched from though they are not public, with their port; comma-separated. */
  OUTGOING_ALLOWED: z.string().optional(),
  /** `s3://bucket/prefix`; without it files of the library lie in DATA_DIR/media. */
  MEDIA_STORE: z
    .string()
    .regex(/^s3:\/\/[a-z0-9][a-z0-9.-]{1,62}(\/[\w./-]*)?$/, 'must be s3://bucket or s3://bucket/prefix')
    .optional(),
  MEDIA_STORE_ENDPOINT: webOrigin.optional(),
  MEDIA_STORE_REGION: z.string().min(1).optional(),
  MEDIA_STORE_KEY: z.string().min(1).optional(),
  MEDIA_STORE_SECRET: z.string().min(1).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(12),
});

export type Env = z.infer<typeof schema>;
/** Injection token of the parsed settings. */
export const ENV = Symbol('ENV');

/**
 * Parses the settings once, at the start: the only reader of process.env.
 * @throws Error whose message names every wrong variable and what it should be.
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const name = issue.path.join('.');
    return `  ${name}: ${source[name] === undefined ? 'is missing' : issue.message}`;
  });
  throw new Error(`The API cannot start, because these settings are wrong:\n${lines.join('\n')}`);
}

/** Intervals in milliseconds, injectable so that tests can hold deadlines without waiting. */
export interface Timings {
  /** How long the derived texts of a document may lag behind it. */
  projectionDelay: number;
  /** How often each process looks for articles whose time has come. */
  scheduleSweep: number;
  /** How often a process that holds a document looks for rows that no notice told of. */
  logPoll: number;
  /** How often the relay looks for outbox rows that no notice told of. */
  relayPoll: number;
  /** How often the connection for notices must answer, and how long it may take. */
  noticeCheck: number;
  /** Heartbeat of the change feed. */
  feedHeartbeat: number;
  /** How long an edit waits for a database that is away before its socket is closed. */
  storeRetryLimit: number;
  /** Sessions, in memory of a process, are looked up again after this. */
  sessionRecheck: number;
  /** How often each process says who has articles open at it; three times as long without a word, and it is dead. */
  presenceBeat: number;
  /** Told at most once in so long that somebody came or went. */
  presencePause: number;
  /** How often each process looks for published words that search has not counted. */
  searchUpkeep: number;
  /** How long the sums behind what is most read are believed before they are added up again. */
  viewSumsKept: number;
  /** How long the reading of an imported file may take. */
  importLimit: number;
  /** How long another server may take for a file that is fetched from it, in all. */
  outgoingLimit: number;
  /** How long somebody must have paused until what they wrote is kept as a version. */
  revisionPause: number;
  /** How long somebody may write without a pause until it is kept all the same. */
  revisionAtMost: number;
  /** How long a stopping process waits for the requests it has begun. */
  shutdownLimit: number;
  /** How often each process asks for jobs; pg-boss takes no less than 500. */
  jobPoll: number;
}
export const TIMINGS = Symbol('TIMINGS');
export const defaultTimings: Timings = {
  projectionDelay: 400,
  scheduleSweep: 1000,
  logPoll: 5000,
  relayPoll: 1000,
  noticeCheck: 5000,
  feedHeartbeat: 15_000,
  storeRetryLimit: 20_000,
  sessionRecheck: 4000,
  presenceBeat: 5000,
  presencePause: 500,
  searchUpkeep: 10_000,
  viewSumsKept: 20_000,
  importLimit: 30_000,
  outgoingLimit: 20_000,
  revisionPause: 60_000,
  revisionAtMost: 600_000,
  shutdownLimit: 10_000,
  jobPoll: 2000,
};
