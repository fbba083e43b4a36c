import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A conversation may be about the lead picture. */
export class CommentsOnLeadPictures1796034600000 implements MigrationInterface {
  name = 'CommentsOnLeadPictures1796034600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "comment_thread" DROP CONSTRAINT "ck_comment_thread_place"`);
    await runner.query(
      `ALTER TABLE "comment_thread" ADD CONSTRAINT "ck_comment_thread_place" CHECK (place in ('text', 'block', 'headline', 'lead'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM "comment_thread" WHERE "place" = 'lead'`);
    await runner.query(`ALTER TABLE "comment_thread" DROP CONSTRAINT "ck_comment_thread_place"`);
    await runner.query(
      `ALTER TABLE "comment_thread" ADD CONSTRAINT "ck_comment_thread_place" CHECK (place in ('text', 'block', 'headline'))`,
    );
  }
}
