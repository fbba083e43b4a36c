import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FrontsAndViews1795379179237 implements MigrationInterface {
  name = 'FrontsAndViews1795379179237';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "published_listing" ("list_id" uuid NOT NULL, "language" text NOT NULL, "published_at" TIMESTAMP WITH TIME ZONE NOT NULL, "article_id" uuid NOT NULL, CONSTRAINT "pk_published_listing" PRIMARY KEY ("list_id", "language", "published_at", "article_id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_published_listing_article_id" ON "published_listing"  ("article_id") `,
    );
    await runner.query(
      `CREATE TABLE "article_view_hour" ("article_id" uuid NOT NULL, "hour" TIMESTAMP WITH TIME ZONE NOT NULL, "language" text NOT NULL, "views" integer NOT NULL, CONSTRAINT "pk_article_view_hour" PRIMARY KEY ("article_id", "hour"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_article_view_hour_language" ON "article_view_hour"  ("language", "hour") `,
    );
    await runner.query(
      `CREATE TABLE "article_views" ("article_id" uuid NOT NULL, "views" integer NOT NULL, CONSTRAINT "pk_article_views" PRIMARY KEY ("article_id"))`,
    );
    await runner.query(`ALTER TABLE "published_article" ADD "priority" smallint NOT NULL DEFAULT '3'`);
    await runner.query(
      `CREATE INDEX "ix_published_article_long" ON "published_article"  ("language", "published_at") WHERE word_count >= 900`,
    );
    await runner.query(
      `CREATE INDEX "ix_published_article_priority" ON "published_article"  ("language", "priority", "published_at", "article_id") `,
    );
    await runner.query(
      `ALTER TABLE "published_listing" ADD CONSTRAINT "fk_published_listing_article_id" FOREIGN KEY ("article_id") REFERENCES "published_article"("article_id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "article_view_hour" ADD CONSTRAINT "fk_article_view_hour_article_id" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "article_views" ADD CONSTRAINT "fk_article_views_article_id" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    // what is published already takes its priority from its story and its place on its lists
    await runner.query(
      `UPDATE "published_article" p SET "priority" = s."priority" FROM "story" s WHERE s."id" = p."story_id"`,
    );
    await runner.query(`INSERT INTO "published_listing" ("list_id", "language", "published_at", "article_id")
      SELECT DISTINCT "list_id", p."language", p."published_at", p."article_id" FROM "published_article" p,
        unnest(array[p."section_id"] || p."region_ids" || p."topic_ids" || p."author_ids") AS "list_id"
       WHERE "list_id" IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "article_views" DROP CONSTRAINT "fk_article_views_article_id"`);
    await runner.query(`ALTER TABLE "article_view_hour" DROP CONSTRAINT "fk_article_view_hour_article_id"`);
    await runner.query(`ALTER TABLE "published_listing" DROP CONSTRAINT "fk_published_listing_article_id"`);
    await runner.query(`DROP INDEX "public"."ix_published_article_priority"`);
    await runner.query(`DROP INDEX "public"."ix_published_article_long"`);
    await runner.query(`ALTER TABLE "published_article" DROP COLUMN "priority"`);
    await runner.query(`DROP TABLE "article_views"`);
    await runner.query(`DROP INDEX "public"."ix_article_view_hour_language"`);
    await runner.query(`DROP TABLE "article_view_hour"`);
    await runner.query(`DROP INDEX "public"."ix_published_listing_article_id"`);
    await runner.query(`DROP TABLE "published_listing"`);
  }
}
