import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Comments1795913911102 implements MigrationInterface {
  name = 'Comments1795913911102';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "comment_thread" ("id" uuid NOT NULL, "article_id" uuid NOT NULL, "place" text NOT NULL, "block_id" text, "quote" text NOT NULL, "is_blocking" boolean NOT NULL DEFAULT false, "created_by_id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "resolved_at" TIMESTAMP WITH TIME ZONE, "resolved_by_id" uuid, CONSTRAINT "ck_comment_thread_resolved" CHECK ((resolved_at is null) = (resolved_by_id is null)), CONSTRAINT "ck_comment_thread_place" CHECK (place in ('text', 'block', 'headline')), CONSTRAINT "pk_comment_thread" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_comment_thread_article_id" ON "comment_thread"  ("article_id") `);
    await runner.query(
      `CREATE TABLE "comment" ("id" uuid NOT NULL, "thread_id" uuid NOT NULL, "author_id" uuid NOT NULL, "text" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "edited_at" TIMESTAMP WITH TIME ZONE, "deleted_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "ck_comment_text" CHECK ((deleted_at is null) = (length(text) > 0)), CONSTRAINT "pk_comment" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_comment_thread_id" ON "comment"  ("thread_id") `);
    await runner.query(
      `CREATE TABLE "notification" ("id" uuid NOT NULL, "user_id" uuid NOT NULL, "kind" text NOT NULL, "by_id" uuid NOT NULL, "thread_id" uuid NOT NULL, "comment_id" uuid, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "read_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "ck_notification_kind" CHECK (kind in ('mention', 'reply', 'resolved')), CONSTRAINT "pk_notification" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_notification_thread_id" ON "notification"  ("thread_id") `);
    await runner.query(`CREATE INDEX "ix_notification_comment_id" ON "notification"  ("comment_id") `);
    await runner.query(
      `CREATE INDEX "ix_notification_user_created" ON "notification"  ("user_id", "created_at", "id") `,
    );
    await runner.query(
      `CREATE TABLE "presence_process" ("id" uuid NOT NULL, "seen_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "pk_presence_process" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "present_person" ("process_id" uuid NOT NULL, "article_id" uuid NOT NULL, "user_id" uuid NOT NULL, CONSTRAINT "pk_present_person" PRIMARY KEY ("process_id", "article_id", "user_id"))`,
    );
    await runner.query(`CREATE INDEX "ix_present_person_article_id" ON "present_person"  ("article_id") `);
    await runner.query(`ALTER TABLE "document" ADD "content_seq" bigint NOT NULL DEFAULT '0'`);
    // until now every update changed what was written
    await runner.query(`UPDATE "document" SET "content_seq" = "last_seq"`);
    await runner.query(
      `ALTER TABLE "comment_thread" ADD CONSTRAINT "fk_comment_thread_article_id" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "comment_thread" ADD CONSTRAINT "fk_comment_thread_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "comment_thread" ADD CONSTRAINT "fk_comment_thread_resolved_by_id" FOREIGN KEY ("resolved_by_id") REFERENCES "user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "comment" ADD CONSTRAINT "fk_comment_thread_id" FOREIGN KEY ("thread_id") REFERENCES "comment_thread"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "comment" ADD CONSTRAINT "fk_comment_author_id" FOREIGN KEY ("author_id") REFERENCES "user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "notification" ADD CONSTRAINT "fk_notification_user_id" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "notification" ADD CONSTRAINT "fk_notification_by_id" FOREIGN KEY ("by_id") REFERENCES "user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "notification" ADD CONSTRAINT "fk_notification_thread_id" FOREIGN KEY ("thread_id") REFERENCES "comment_thread"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "notification" ADD CONSTRAINT "fk_notification_comment_id" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "present_person" ADD CONSTRAINT "fk_present_person_process_id" FOREIGN KEY ("process_id") REFERENCES "presence_process"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "present_person" ADD CONSTRAINT "fk_present_person_article_id" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "present_person" ADD CONSTRAINT "fk_present_person_user_id" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "present_person" DROP CONSTRAINT "fk_present_person_user_id"`);
    await runner.query(`ALTER TABLE "present_person" DROP CONSTRAINT "fk_present_person_article_id"`);
    await runner.query(`ALTER TABLE "present_person" DROP CONSTRAINT "fk_present_person_process_id"`);
    await runner.query(`ALTER TABLE "notification" DROP CONSTRAINT "fk_notification_comment_id"`);
    await runner.query(`ALTER TABLE "notification" DROP CONSTRAINT "fk_notification_thread_id"`);
    await runner.query(`ALTER TABLE "notification" DROP CONSTRAINT "fk_notification_by_id"`);
    await runner.query(`ALTER TABLE "notification" DROP CONSTRAINT "fk_notification_user_id"`);
    await runner.query(`ALTER TABLE "comment" DROP CONSTRAINT "fk_comment_author_id"`);
    await runner.query(`ALTER TABLE "comment" DROP CONSTRAINT "fk_comment_thread_id"`);
    await runner.query(`ALTER TABLE "comment_thread" DROP CONSTRAINT "fk_comment_thread_resolved_by_id"`);
    await runner.query(`ALTER TABLE "comment_thread" DROP CONSTRAINT "fk_comment_thread_created_by_id"`);
    await runner.query(`ALTER TABLE "comment_thread" DROP CONSTRAINT "fk_comment_thread_article_id"`);
    await runner.query(`ALTER TABLE "document" DROP COLUMN "content_seq"`);
    await runner.query(`DROP INDEX "public"."ix_present_person_article_id"`);
    await runner.query(`DROP TABLE "present_person"`);
    await runner.query(`DROP TABLE "presence_process"`);
    await runner.query(`DROP INDEX "public"."ix_notification_user_created"`);
    await runner.query(`DROP INDEX "public"."ix_notification_comment_id"`);
    await runner.query(`DROP INDEX "public"."ix_notification_thread_id"`);
    await runner.query(`DROP TABLE "notification"`);
    await runner.query(`DROP INDEX "public"."ix_comment_thread_id"`);
    await runner.query(`DROP TABLE "comment"`);
    await runner.query(`DROP INDEX "public"."ix_comment_thread_article_id"`);
    await runner.query(`DROP TABLE "comment_thread"`);
  }
}
