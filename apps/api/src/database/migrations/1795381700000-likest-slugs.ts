import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LikestSlugs1795381700000 implements MigrationInterface {
  name = 'LikestSlugs1795381700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX "ix_published_article_slug_likeness" ON "published_article" USING gin ("language", "slug" gin_trgm_ops)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "public"."ix_published_article_slug_likeness"`);
  }
}
