import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65535);
const webOrigin = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin);

const schema = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  API_URL: webOrigin.default('http://127.0.0.1:3001'),
  SITE_URL: webOrigin.default('http://127.0.0.1:3000'),
  EDITOR_URL: webOrigin.default('http://127.0.0.1:3001'),
  READER_TOKEN: z.string().default(''),
  /** Addresses or networks of proxies in front of the site, whose X-Forwarded-For is believed; comma-separated. */
  TRUSTED_PROXIES: z.string().optional(),
  /** Memory for ready pages, in MB. */
  PAGE_STORE_MB: z.coerce.number().int().min(8).max(65536).default(256),
  /** Memory for pictures, in MB. */
  MEDIA_STORE_MB: z.coerce.number().int().min(8).max(65536).default(96),
  /** Seconds between two batches of counted views. */
  VIEW_BATCH_SECONDS: z.coerce.number().min(0.05).max(600).default(20),
  /** Seconds between two looks at whether a change notice was lost. */
  CHANGE_CHECK_SECONDS: z.coerce.number().min(0.05).max(60).default(15),
});

export type Env = z.infer<typeof schema>;

/**
 * Parses the settings once, at the start: the only reader of process.env.
 * @throws Error whose message names every wrong variable and what it should be
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const parsed = schema.safeParse(source);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The reader cannot start, because these settings are wrong:\n${lines.join('\n')}`);
}
