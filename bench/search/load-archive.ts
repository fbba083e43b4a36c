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
        where tablename in ('search_entry', 'published_article') and indexdef like '%USING gin%'`,
    );
    for (const { name } of indexes.rows) await client.query(`drop index ${name}`);
    // the next are drawn while PostgreSQL takes these
    let taken: Promise<void> = Promise.resolve();
    for (let from = 0; from < articles; from += batch) {
      const length = Math.min(batch, articles - from);
      const rows = Array.from({ length }, (_, index) => drawArticle(archive, from + index, articles));
      await taken;
      taken = insertArticles(client, rows);
    }
    await taken;
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

/** The words of a part of an article: as they are written, and as they are compared. */
interface Part {
  text: string;
  keys: string[];
}

function drawWords(count: number): Part {
  const drawn = Array.from({ length: count }, vocabulary.draw);
  const text = drawn
    .map((word, index) => `${vocabulary.words[word] ?? ''}${index % 12 === 11 ? '.' : ''}`)
    .join(' ');
  return { text, keys: drawn.map((word) => keys[word] ?? '') };
}

/** What `to_tsvector` would make of the parts, written out here: PostgreSQL takes three times as long for it. */
function vectorOf(...parts: [weight: string, keys: readonly string[]][]): string {
  const places = new Map<string, string>();
  let place = 0;
  for (const [weight, words] of parts)
    for (const word of words) {
      const before = places.get(word);
      places.set(word, `${before === undefined ? '' : `${before},`}${++place}${weight}`);
    }
  return [...places].map(([word, at]) => `'${word}':${at}`).join(' ');
}

type Row = ReturnType<typeof drawArticle>;

function drawArticle(archive: Archive, number: number, all: number) {
  const [headline, standfirst, text] = [
    drawWords(headlineWords),
    drawWords(standfirstWords),
    drawWords(textWords),
  ];
  return {
    slug: `bench-${number}`,
    headline: headline.text,
    standfirst: standfirst.text,
    text: text.text,
    words: vectorOf(['A', headline.keys], ['B', standfirst.keys], ['', text.keys]),
    headlineWords: vectorOf(['', headline.text.split(' ')]),
    section: anyOf(archive.sections),
    region: zipfOf(archive.regions),
    topic: zipfOf(archive.topics),
    author: zipfOf(archive.authors),
    at: new Date(Date.now() - 3_600_000 - span * (1 - number / all)).toISOString(),
  };
}

/** In the order of the statement's parameters. */
const columns = [
  ...(['slug', 'headline', 'standfirst', 'text', 'words', 'headlineWords'] as const),
  ...(['section', 'region', 'topic', 'author', 'at'] as const),
];

async function insertArticles(client: pg.Client, rows: Row[]): Promise<void> {
  await client.query(
    insertStatement,
    columns.map((column) => rows.map((row) => row[column])),
  );
}

/** As often as their place in the order says. */
const insertWords = `
  insert into search_word (language, word, folded, articles)
  select 'az', word, folded, 1 + 100000 / place
    from unnest($1::text[], $2::text[]) with ordinality as w(word, folded, place) on conflict do nothing`;

const insertStatement = `
  with given as materialized (
    select gen_random_uuid() as id, * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[],
      $6::text[], $7::uuid[], $8::uuid[], $9::uuid[], $10::uuid[], $11::timestamptz[])
      as g(slug, headline, standfirst, text, words, headline_words, section, region, topic, author, at)),
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
    words::tsvector, headline_words::tsvector, true from given`;
