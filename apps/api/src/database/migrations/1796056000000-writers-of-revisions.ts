import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A revision names everybody who wrote since the one before it. */
export class WritersOfRevisions1796056000000 implements MigrationInterface {
  name = 'WritersOfRevisions1796056000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "next_revision_writer" ("article_id" uuid NOT NULL, "user_id" uuid NOT NULL, CONSTRAINT "pk_next_revision_writer" PRIMARY KEY ("article_id", "user_id"))`,
    );
    await runner.query(`ALTER TABLE "revision" ADD "written_by" uuid array NOT NULL DEFAULT '{}'`);
    await runner.query(
      `ALTER TABLE "next_revision_writer" ADD CONSTRAINT "fk_next_revision_writer_user_id" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "revision" DROP COLUMN "written_by"`);
    await runner.query(`DROP TABLE "next_revision_writer"`);
  }
}
