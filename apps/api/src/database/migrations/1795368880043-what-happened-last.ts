import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WhatHappenedLast1795368880043 implements MigrationInterface {
  name = 'WhatHappenedLast1795368880043';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "story_media" ("story_id" uuid NOT NULL, "media_id" uuid NOT NULL, CONSTRAINT "pk_story_media" PRIMARY KEY ("story_id", "media_id"))`,
    );
    await runner.query(`CREATE INDEX "ix_story_media_media_id" ON "story_media"  ("media_id") `);
    await runner.query(`ALTER TABLE "story" ADD "changed_by_id" uuid`);
    await runner.query(`ALTER TABLE "article" ADD "last_change" text`);
    await runner.query(`ALTER TABLE "article" ADD "last_change_by_id" uuid`);
    await runner.query(`ALTER TABLE "published_article" ADD "media_versions" jsonb NOT NULL DEFAULT '{}'`);
    await runner.query(
      `ALTER TABLE "story" ADD CONSTRAINT "fk_story_changed_by_id" FOREIGN KEY ("changed_by_id") REFERENCES "user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "article" ADD CONSTRAINT "fk_article_last_change_by_id" FOREIGN KEY ("last_change_by_id") REFERENCES "user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "story_media" ADD CONSTRAINT "fk_story_media_story_id" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "story_media" ADD CONSTRAINT "fk_story_media_media_id" FOREIGN KEY ("media_id") REFERENCES "media"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "story_media" DROP CONSTRAINT "fk_story_media_media_id"`);
    await runner.query(`ALTER TABLE "story_media" DROP CONSTRAINT "fk_story_media_story_id"`);
    await runner.query(`ALTER TABLE "article" DROP CONSTRAINT "fk_article_last_change_by_id"`);
    await runner.query(`ALTER TABLE "story" DROP CONSTRAINT "fk_story_changed_by_id"`);
    await runner.query(`ALTER TABLE "published_article" DROP COLUMN "media_versions"`);
    await runner.query(`ALTER TABLE "article" DROP COLUMN "last_change_by_id"`);
    await runner.query(`ALTER TABLE "article" DROP COLUMN "last_change"`);
    await runner.query(`ALTER TABLE "story" DROP COLUMN "changed_by_id"`);
    await runner.query(`DROP INDEX "public"."ix_story_media_media_id"`);
    await runner.query(`DROP TABLE "story_media"`);
  }
}
