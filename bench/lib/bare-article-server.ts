import Fastify from 'fastify';
import pg from 'pg';
import { publicArticleSql } from '../../apps/api/src/public/public-article-sql.ts';

/** The yardstick: the same query by `pg` in a bare Fastify route, with the same headers. */
const headers = JSON.parse(process.env['ANSWER_HEADERS'] ?? '{}') as Record<string, string>;
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'] ?? '', max: 12 });
const app = Fastify();

app.get<{ Params: { language: string; slug: string } }>(
  '/api/public/:language/articles/:slug',
  async (request, reply) => {
    const { language, slug } = request.params;
    const { rows } = await pool.query<{ json: string }>({
      name: 'article',
      text: publicArticleSql,
      values: [language, slug],
    });
    return reply.headers(headers).send(rows[0]?.json);
  },
);
process.once('SIGTERM', () => {
  void app.close().then(() => pool.end());
});
await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });
