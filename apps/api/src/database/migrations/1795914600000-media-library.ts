import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MediaLibrary1795914600000 implements MigrationInterface {
  name = 'MediaLibrary1795914600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "media_crop" DROP CONSTRAINT "ck_media_crop_crop"`);
    await runner.query(
      `ALTER TABLE "media_crop" ADD CONSTRAINT "ck_media_crop_crop" CHECK (crop in ('full', '3x2', '16x9', 'file'))`,
    );
    await runner.query(`ALTER TABLE "media" DROP CONSTRAINT "ck_media_size"`);
    await runner.query(
      `ALTER TABLE "media" ADD "kind" text NOT NULL DEFAULT 'picture', ADD "file" text NOT NULL DEFAULT 'original',
         ADD "duration" integer, ADD "headline" jsonb NOT NULL DEFAULT '{}', ADD "creator" text NOT NULL DEFAULT '',
         ADD "copyright" text NOT NULL DEFAULT '', ADD "keywords" text array NOT NULL DEFAULT '{}',
         ADD "taken_at" TIMESTAMP WITH TIME ZONE, ADD "rights_end" date, ADD "has_place" boolean NOT NULL DEFAULT false`,
    );
    await runner.query(
      `ALTER TABLE "media" ADD CONSTRAINT "ck_media_size" CHECK (bytes > 0 and width >= 0 and height >= 0 and (kind <> 'picture' or width > 0 and height > 0))`,
    );
    await runner.query(
      `ALTER TABLE "media" ADD CONSTRAINT "ck_media_kind" CHECK (kind in ('picture', 'video', 'audio', 'document'))`,
    );
    await runner.query(`CREATE INDEX "ix_media_sha256" ON "media"  ("sha256") `);
    await runner.query(
      `CREATE TABLE "media_upload" ("id" uuid NOT NULL, "user_id" uuid NOT NULL, "filename" text NOT NULL, "bytes" integer NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "media_id" uuid, CONSTRAINT "ck_media_upload_bytes" CHECK (bytes > 0), CONSTRAINT "pk_media_upload" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_media_upload_user_id" ON "media_upload"  ("user_id") `);
    await runner.query(`CREATE INDEX "ix_media_upload_created_at" ON "media_upload"  ("created_at") `);
    await runner.query(
      `ALTER TABLE "media_upload" ADD CONSTRAINT "fk_media_upload_user_id" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "media_upload" ADD CONSTRAINT "fk_media_upload_media_id" FOREIGN KEY ("media_id") REFERENCES "media"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(`ALTER TABLE "article" ADD "media_ids" uuid array NOT NULL DEFAULT '{}'`);
    // what a story was given counts as used by its texts until each is written on again
    await runner.query(
      `UPDATE "article" SET "media_ids" = array(select media_id from story_media u where u.story_id = article.story_id)`,
    );
    await runner.query(`CREATE INDEX "ix_article_media_ids" ON "article" USING gin ("media_ids")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "article" DROP COLUMN "media_ids"`);
    await runner.query(`DROP TABLE "media_upload"`);
    await runner.query(`DELETE FROM "media" WHERE kind <> 'picture'`);
    await runner.query(`DROP INDEX "public"."ix_media_sha256"`);
    await runner.query(`ALTER TABLE "media" DROP CONSTRAINT "ck_media_kind"`);
    await runner.query(`ALTER TABLE "media" DROP CONSTRAINT "ck_media_size"`);
    await runner.query(
      `ALTER TABLE "media" DROP COLUMN "has_place", DROP COLUMN "rights_end", DROP COLUMN "taken_at",
         DROP COLUMN "keywords", DROP COLUMN "copyright", DROP COLUMN "creator", DROP COLUMN "headline",
         DROP COLUMN "duration", DROP COLUMN "file", DROP COLUMN "kind"`,
    );
    await runner.query(
      `ALTER TABLE "media" ADD CONSTRAINT "ck_media_size" CHECK (width > 0 and height > 0 and bytes > 0)`,
    );
    await runner.query(`ALTER TABLE "media_crop" DROP CONSTRAINT "ck_media_crop_crop"`);
    await runner.query(
      `ALTER TABLE "media_crop" ADD CONSTRAINT "ck_media_crop_crop" CHECK (crop in ('full', '3x2', '16x9'))`,
    );
  }
}
