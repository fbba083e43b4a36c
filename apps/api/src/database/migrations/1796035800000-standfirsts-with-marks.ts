import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Readers get the emphasis and the languages of a standfirst. */
export class StandfirstsWithMarks1796035800000 implements MigrationInterface {
  name = 'StandfirstsWithMarks1796035800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "published_article" ADD "standfirst_html" text NOT NULL DEFAULT ''`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "published_article" DROP COLUMN "standfirst_html"`);
  }
}
