import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Search1795380900000 implements MigrationInterface {
  name = 'Search1795380900000';

  async up(runner: QueryRunner): Promise<void> {
    // both are trusted: the owner of a database may add them
    await runner.query(`CREATE EXTENSION IF NOT EXISTS "btree_gin"`);
    await runner.query(`CREATE EXTENSION IF NOT EXISTS "pg_trgm"`);
    await runner.query(
      `CREATE TABLE "search_entry" ("article_id" uuid NOT NULL, "language" text NOT NULL, "version" smallint NOT NULL, "published_at" TIMESTAMP WITH TIME ZONE NOT NULL, "published_on" date NOT NULL, "section_id" uuid, "region_ids" uuid array NOT NULL, "author_ids" uuid array NOT NULL, "words" tsvector NOT NULL, "headline_words" tsvector NOT NULL, "is_counted" boolean NOT NULL DEFAULT false, CONSTRAINT "pk_search_entry" PRIMARY KEY ("article_id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_search_entry_uncounted" ON "search_entry"  ("article_id") WHERE not is_counted`,
    );
    // no pending list: a search would read through it, and a newsroom publishes seldom
    for (const language of ['az', 'ru', 'en', 'hy'])
      await runner.query(
        `CREATE INDEX "ix_search_entry_${language}" ON "search_entry" USING gin ("words", "headline_words", "published_on", "section_id", "region_ids", "author_ids") WITH (fastupdate = off) WHERE language = '${language}'`,
      );
    await runner.query(
      `CREATE TABLE "search_word" ("language" text NOT NULL, "word" text NOT NULL, "folded" text NOT NULL, "articles" integer NOT NULL, CONSTRAINT "pk_search_word" PRIMARY KEY ("language", "word"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_search_word_folded" ON "search_word" USING gin ("language", "folded" gin_trgm_ops)`,
    );
    await runner.query(
      `ALTER TABLE "search_entry" ADD CONSTRAINT "fk_search_entry_article_id" FOREIGN KEY ("article_id") REFERENCES "published_article"("article_id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    // the entries of what is published already are made when the API starts
    await runner.query(`ALTER TABLE "published_article" DROP COLUMN "search_vector"`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "published_article" ADD "search_vector" tsvector NOT NULL DEFAULT ''::tsvector`,
    );
    await runner.query(`ALTER TABLE "search_entry" DROP CONSTRAINT "fk_search_entry_article_id"`);
    await runner.query(`DROP TABLE "search_word"`);
    await runner.query(`DROP TABLE "search_entry"`);
  }
}
