import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StoryDataAndPreviews1795914212598 implements MigrationInterface {
  name = 'StoryDataAndPreviews1795914212598';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "article_author" ("article_id" uuid NOT NULL, "author_id" uuid NOT NULL, "role" text NOT NULL DEFAULT 'text', "position" smallint NOT NULL, CONSTRAINT "uq_article_author_position" UNIQUE ("article_id", "position"), CONSTRAINT "ck_article_author_role" CHECK (role in ('text', 'photo', 'translation')), CONSTRAINT "pk_article_author" PRIMARY KEY ("article_id", "author_id", "role"))`,
    );
    await runner.query(`CREATE INDEX "ix_article_author_author_id" ON "article_author"  ("author_id") `);
    await runner.query(`ALTER TABLE "story" ADD "content_type" text NOT NULL DEFAULT 'news'`);
    await runner.query(`ALTER TABLE "story" ADD "notes" text NOT NULL DEFAULT ''`);
    await runner.query(`ALTER TABLE "article" ADD "summary" text NOT NULL DEFAULT ''`);
    await runner.query(`ALTER TABLE "article" ADD "canonical_url" text`);
    await runner.query(`ALTER TABLE "article" ADD "source_name" text NOT NULL DEFAULT ''`);
    await runner.query(`ALTER TABLE "article" ADD "source_url" text`);
    await runner.query(`ALTER TABLE "article" ADD "accepted_checks" text array NOT NULL DEFAULT '{}'`);
    await runner.query(`ALTER TABLE "preview_link" ADD "name" text NOT NULL DEFAULT ''`);
    await runner.query(`ALTER TABLE "preview_link" ADD "session_id" uuid`);
    await runner.query(`ALTER TABLE "published_article" ADD "content_type" text NOT NULL DEFAULT 'news'`);
    await runner.query(`ALTER TABLE "published_article" ADD "summary" text NOT NULL DEFAULT ''`);
    await runner.query(`ALTER TABLE "published_article" ADD "canonical_url" text`);
    await runner.query(`ALTER TABLE "published_article" ADD "source" jsonb`);
    await runner.query(`CREATE INDEX "ix_preview_link_session_id" ON "preview_link"  ("session_id") `);
    await runner.query(
      `ALTER TABLE "story" ADD CONSTRAINT "ck_story_content_type" CHECK (content_type in ('news', 'analysis', 'opinion', 'interview', 'live'))`,
    );
    await runner.query(
      `ALTER TABLE "article_author" ADD CONSTRAINT "fk_article_author_article_id" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "article_author" ADD CONSTRAINT "fk_article_author_author_id" FOREIGN KEY ("author_id") REFERENCES "author"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    // a byline is of one language, because a translation has its translator
    await runner.query(`INSERT INTO "article_author" ("article_id", "author_id", "role", "position")
      SELECT a.id, s.author_id, 'text', s.position FROM "story_author" s JOIN "article" a ON a.story_id = s.story_id`);
    await runner.query(`DROP TABLE "story_author"`);
    await runner.query(`UPDATE "published_article" SET "authors" = (
      SELECT coalesce(jsonb_agg(each || '{"role": "text"}' ORDER BY place), '[]')
        FROM jsonb_array_elements("authors") WITH ORDINALITY AS list (each, place)) WHERE "authors" <> '[]'`);
    await runner.query(
      `ALTER TABLE "preview_link" ADD CONSTRAINT "fk_preview_link_session_id" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "preview_link" DROP CONSTRAINT "fk_preview_link_session_id"`);
    await runner.query(`ALTER TABLE "article_author" DROP CONSTRAINT "fk_article_author_author_id"`);
    await runner.query(`ALTER TABLE "article_author" DROP CONSTRAINT "fk_article_author_article_id"`);
    await runner.query(`ALTER TABLE "story" DROP CONSTRAINT "ck_story_content_type"`);
    await runner.query(`DROP INDEX "public"."ix_preview_link_session_id"`);
    await runner.query(`ALTER TABLE "published_article" DROP COLUMN "source"`);
    await runner.query(`ALTER TABLE "published_article" DROP COLUMN "canonical_url"`);
    await runner.query(`ALTER TABLE "published_article" DROP COLUMN "summary"`);
    await runner.query(`ALTER TABLE "published_article" DROP COLUMN "content_type"`);
    await runner.query(`ALTER TABLE "preview_link" DROP COLUMN "session_id"`);
    await runner.query(`ALTER TABLE "preview_link" DROP COLUMN "name"`);
    await runner.query(`ALTER TABLE "article" DROP COLUMN "accepted_checks"`);
    await runner.query(`ALTER TABLE "article" DROP COLUMN "source_url"`);
    await runner.query(`ALTER TABLE "article" DROP COLUMN "source_name"`);
    await runner.query(`ALTER TABLE "article" DROP COLUMN "canonical_url"`);
    await runner.query(`ALTER TABLE "article" DROP COLUMN "summary"`);
    await runner.query(`ALTER TABLE "story" DROP COLUMN "notes"`);
    await runner.query(`ALTER TABLE "story" DROP COLUMN "content_type"`);
    await runner.query(`DROP INDEX "public"."ix_article_author_author_id"`);
    await runner.query(
      `CREATE TABLE "story_author" ("story_id" uuid NOT NULL, "author_id" uuid NOT NULL, "position" smallint NOT NULL, CONSTRAINT "uq_story_author_position" UNIQUE ("story_id", "position"), CONSTRAINT "pk_story_author" PRIMARY KEY ("story_id", "author_id"))`,
    );
    await runner.query(`CREATE INDEX "ix_story_author_author_id" ON "story_author" ("author_id")`);
    await runner.query(
      `ALTER TABLE "story_author" ADD CONSTRAINT "fk_story_author_story_id" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE CASCADE`,
    );
    await runner.query(
      `ALTER TABLE "story_author" ADD CONSTRAINT "fk_story_author_author_id" FOREIGN KEY ("author_id") REFERENCES "author"("id")`,
    );
    await runner.query(`INSERT INTO "story_author" ("story_id", "author_id", "position")
      SELECT story_id, author_id, row_number() OVER (PARTITION BY story_id ORDER BY min(l.position), author_id) - 1
        FROM "article_author" l JOIN "article" a ON a.id = l.article_id WHERE role = 'text' GROUP BY story_id, author_id`);
    await runner.query(`DROP TABLE "article_author"`);
  }
}
