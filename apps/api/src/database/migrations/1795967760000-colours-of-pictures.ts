import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ColoursOfPictures1795967760000 implements MigrationInterface {
  name = 'ColoursOfPictures1795967760000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "media" ADD "tint" text`);
    await runner.query(`ALTER TABLE "media" ADD CONSTRAINT "ck_media_tint" CHECK (tint ~ '^#[0-9a-f]{6}$')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "media" DROP CONSTRAINT "ck_media_tint"`);
    await runner.query(`ALTER TABLE "media" DROP COLUMN "tint"`);
  }
}
