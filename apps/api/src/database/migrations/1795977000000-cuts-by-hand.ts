import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CutsByHand1795977000000 implements MigrationInterface {
  name = 'CutsByHand1795977000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "media" ADD "crop_boxes" jsonb NOT NULL DEFAULT '{}'`);
    await runner.query(`ALTER TABLE "media_crop" ADD "box" jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "media_crop" DROP COLUMN "box"`);
    await runner.query(`ALTER TABLE "media" DROP COLUMN "crop_boxes"`);
  }
}
