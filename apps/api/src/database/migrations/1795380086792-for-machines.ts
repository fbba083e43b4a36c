import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ForMachines1795380086792 implements MigrationInterface {
  name = 'ForMachines1795380086792';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "published_for_machines" ("article_id" uuid NOT NULL, "markdown" text NOT NULL, "source_language" text, CONSTRAINT "pk_published_for_machines" PRIMARY KEY ("article_id"))`,
    );
    await runner.query(
      `ALTER TABLE "published_for_machines" ADD CONSTRAINT "fk_published_for_machines_article_id" FOREIGN KEY ("article_id") REFERENCES "published_article"("article_id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "published_for_machines" DROP CONSTRAINT "fk_published_for_machines_article_id"`,
    );
    await runner.query(`DROP TABLE "published_for_machines"`);
  }
}
