import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A look at a version as readers had it, beside those at the draft. */
export class LooksAtVersions1796032000000 implements MigrationInterface {
  name = 'LooksAtVersions1796032000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "preview_link" ADD "revision_id" uuid`);
    await runner.query(
      `ALTER TABLE "preview_link" ADD CONSTRAINT "fk_preview_link_revision_id" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "preview_link" DROP CONSTRAINT "fk_preview_link_revision_id"`);
    await runner.query(`ALTER TABLE "preview_link" DROP COLUMN "revision_id"`);
  }
}
