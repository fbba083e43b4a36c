import pg from 'pg';
import { azerbaijaniStem } from '../../apps/api/src/search/azerbaijani-stem.ts';
import { foldWord } from '../../apps/api/src/search/words.ts';
import { searchVersion } from '../../apps/api/src/search/search-version.ts';
import { seeded, zipfVocabulary } from './zipf-corpus.ts';

/** Words of an article. */
const headlineWords = 8;
const standfirstWords = 22;
const textWords = 260;
const batch = 500;
/** Ten years. */
const span = 3650 * 86_400_000;

export interface Archive {
  /** Words of the archive, the commonest first. */
  words: string[];
  sections: string[];
  regions: string[];
  authors: string[];
  topics: string[];
}

/**
 * Fills the newsroom's database with published articles in Azerbaijani, past the newsroom: rows as publishing would
 * have written them, without stories and revisions.
 */
export async function loadArchive(databaseUrl: string, articles: number): Promise<Archive> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // nothing is checked against stories and revisions, which this archive does not have
    await client.query('set session_replication_role = replica');
    await client.query('set synchronous_commit = off');
    await client.query(`set maintenance_work_mem = '512MB'`);
    const archive = await makeTerms(client);
    const indexes = await client.query<{ name: string; definition: string }>(
      `select indexname as name, indexdef as definition from pg_indexes
        where tablename = 'search_entry' and indexdef like '%USING gin%'`,
    );
    for (const { name } of indexes.rows) await client.query(`drop index ${name}`);
    for (let from = 0; from < articles; from += batch)
      await insertArticles(client, archive, from, Math.min(from + batch, articles), articles);
    for (const { definition } of indexes.rows) await client.query(definition);
    await client.query(insertWords, [vocabulary.words, vocabulary.words.map(foldWord)]);
    await client.query('vacuum analyze published_article, published_listing, search_entry, search_word');
    return archive;
  } finally {
    await client.end();
  }
}

const vocabulary = zipfVocabulary('az');
const keys = vocabulary.words.map(azerbaijaniStem);
const random = seeded(11);
const anyOf = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
/** One of a list whose first members are met far more often. */
const zipfOf = (list: readonly string[]) => list[Math.floor(list.length ** random()) - 1] ?? '';

async function makeTerms(client: pg.Client): Promise<Archive> {
  const ids = async (statement: string) =>
    (await client.query<{ id: string }>(statement)).rows.map(({ id }) => id);
  const make = (table: string, count: number) =>
    ids(`insert into ${table} (id, slug, names)
         select gen_random_uuid(), 'bench-${table}-' || n, jsonb_build_object('az', 'Bench ' || n)
           from generate_series(1, ${count}) n on conflict (slug) do update set names = excluded.names returning id`);
  return {
    words: vocabulary.words,
    sections: await ids('select id from section'),
    regions: await ids('select id from region'),
    authors: await make('author', 200),
    topics: await make('topic', 500),
  };
}

/** The words of a part of an article, as they are written and as they are compared. */
function drawWords(count: number): { text: string; keys: string } {
  const drawn = Array.from({ length: count }, vocabulary.draw);
  const text = drawn
    .map((word, index) => `${vocabulary.words[word] ?? ''}${index % 12 === 11 ? '.' : ''}`)
    .join(' ');
  return { text, keys: drawn.map((word) => keys[word] ?? '').join(' ') };
}

async function insertArticles(
  client: pg.Client,
  archive: Archive,
  from: number,
  to: number,
  all: number,
): Promise<void> {
  const rows = Array.from({ length: to - from }, (_, index) => {
    const [headline, standfirst, text] = [headlineWords, standfirstWords, textWords].map(drawWords);
    return {
      slug: `bench-${from + index}`,
      headline,
      standfirst,
      text,
      section: anyOf(archive.sections),
      region: zipfOf(archive.regions),
      topic: zipfOf(archive.topics),
      author: zipfOf(archive.authors),
      at: new Date(Date.now() - 3_600_000 - span * (1 - (from + index) / all)).toISOString(),
    };
  });
  const column = (of: (row: (typeof rows)[number]) => string | undefined) => rows.map(of);
  await client.query(insertStatement, [
    column((row) => row.slug),
    column((row) => row.headline?.text),
    column((row) => row.standfirst?.text),
    column((row) => row.text?.text),
    column((row) => row.headline?.keys),
    column((row) => row.standfirst?.keys),
    column((row) => row.text?.keys),
    column((row) => row.section),
    column((row) => row.region),
    column((row) => row.topic),
    column((row) => row.author),
    column((row) => row.at),
  ]);
}

/** As often as their place in the order says. */
const insertWords = `
  insert into search_word (language, word, folded, articles)
  select 'az', word, folded, 1 + 100000 / place
    from unnest($1::text[], $2::text[]) with ordinality as w(word, folded, place) on conflict do nothing`;

const insertStatement = `
  with given as materialized (
    select gen_random_uuid() as id, * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[],
      $6::text[], $7::text[], $8::uuid[], $9::uuid[], $10::uuid[], $11::uuid[], $12::timestamptz[])
      as g(slug, headline, standfirst, text, headline_keys, standfirst_keys, text_keys, section, region, topic,
        author, at)),
  published as (
    insert into published_article (article_id, story_id, revision_id, language, slug, headline, standfirst, html, text,
      word_count, seo_title, seo_description, section_id, region_ids, topic_ids, author_ids, topics, authors,
      published_at, modified_at)
    select id, id, id, 'az', slug, headline, standfirst, '<p></p>', text, ${textWords}, '', '', section, array[region],
      array[topic], array[author], '[]', '[]', at, at from given),
  listed as (
    insert into published_listing (list_id, language, published_at, article_id)
    select list_id, 'az', at, id from given, unnest(array[section, region, topic, author]) as list_id)
  insert into search_entry (article_id, language, version, published_at, published_on, section_id, region_ids,
    author_ids, words, headline_words, is_counted)
  select id, 'az', ${searchVersion}, at, (at at time zone 'UTC')::date, section, array[region], array[author],
    setweight(to_tsvector('simple', headline_keys), 'A') || setweight(to_tsvector('simple', standfirst_keys), 'B')
      || to_tsvector('simple', text_keys),
    to_tsvector('simple', headline), true from given`;
