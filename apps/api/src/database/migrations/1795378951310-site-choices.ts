import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SiteChoices1795378951310 implements MigrationInterface {
  name = 'SiteChoices1795378951310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "site_settings" ADD "show_views" boolean NOT NULL DEFAULT true`);
    await runner.query(`ALTER TABLE "site_settings" ADD "feed_full_text" boolean NOT NULL DEFAULT false`);
    await runner.query(
      `ALTER TABLE "site_settings" ADD "crawlers" jsonb NOT NULL DEFAULT '{"searchEngines":true,"textVersions":true,"aiTraining":false}'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "site_settings" DROP COLUMN "crawlers"`);
    await runner.query(`ALTER TABLE "site_settings" DROP COLUMN "feed_full_text"`);
    await runner.query(`ALTER TABLE "site_settings" DROP COLUMN "show_views"`);
  }
}
