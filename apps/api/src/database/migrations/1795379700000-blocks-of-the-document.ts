import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BlocksOfTheDocument1795379700000 implements MigrationInterface {
  name = 'BlocksOfTheDocument1795379700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "published_article" ADD "corrections" jsonb NOT NULL DEFAULT '[]'`);
    await runner.query(`ALTER TABLE "published_article" ADD "outline" jsonb NOT NULL DEFAULT '[]'`);
    await runner.query(
      `ALTER TABLE "published_article" ADD "related_story_ids" uuid array NOT NULL DEFAULT '{}'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "published_article" DROP COLUMN "related_story_ids"`);
    await runner.query(`ALTER TABLE "published_article" DROP COLUMN "outline"`);
    await runner.query(`ALTER TABLE "published_article" DROP COLUMN "corrections"`);
  }
}
