import type { MigrationInterface, QueryRunner } from 'typeorm';

export class History1795915786210 implements MigrationInterface {
  name = 'History1795915786210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "publication_period" ("id" uuid NOT NULL, "article_id" uuid NOT NULL, "revision_id" uuid NOT NULL, "since" TIMESTAMP WITH TIME ZONE NOT NULL, "until" TIMESTAMP WITH TIME ZONE, CONSTRAINT "ck_publication_period_until" CHECK ("until" >= "since"), CONSTRAINT "pk_publication_period" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_publication_period_article_id" ON "publication_period"  ("article_id") `,
    );
    await runner.query(
      `CREATE INDEX "ix_publication_period_revision_id" ON "publication_period"  ("revision_id") `,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_publication_period_open" ON "publication_period"  ("article_id") WHERE "until" is null`,
    );
    await runner.query(
      `CREATE TABLE "revision_name" ("revision_id" uuid NOT NULL, "name" text NOT NULL, "named_by_id" uuid NOT NULL, "named_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "ck_revision_name_name" CHECK (name = btrim(name) and length(name) between 1 and 120), CONSTRAINT "pk_revision_name" PRIMARY KEY ("revision_id"))`,
    );
    await runner.query(
      `ALTER TABLE "publication_period" ADD CONSTRAINT "fk_publication_period_article_id" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "publication_period" ADD CONSTRAINT "fk_publication_period_revision_id" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "revision_name" ADD CONSTRAINT "fk_revision_name_revision_id" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "revision_name" ADD CONSTRAINT "fk_revision_name_named_by_id" FOREIGN KEY ("named_by_id") REFERENCES "user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(`ALTER TABLE "revision" DROP CONSTRAINT "ck_revision_reason"`);
    await runner.query(
      `ALTER TABLE "revision" ADD CONSTRAINT "ck_revision_reason" CHECK (reason in ('approved', 'scheduled', 'published', 'saved', 'restored', 'written'))`,
    );
    // since when readers have had what they have: its revision is as old as that, or older
    await runner.query(`insert into publication_period (id, article_id, revision_id, since)
      select gen_random_uuid(), p.article_id, p.revision_id, greatest(r.created_at, p.published_at)
        from published_article p join revision r on r.id = p.revision_id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    // revisions never change, so what the newsroom kept by itself is given a reason that the old check knows
    await runner.query(`ALTER TABLE "revision" DROP CONSTRAINT "ck_revision_reason"`);
    await runner.query(`ALTER TABLE "revision" DISABLE TRIGGER USER`);
    await runner.query(`update revision set reason = 'saved' where reason = 'written'`);
    await runner.query(`ALTER TABLE "revision" ENABLE TRIGGER USER`);
    await runner.query(
      `ALTER TABLE "revision" ADD CONSTRAINT "ck_revision_reason" CHECK (reason in ('approved', 'scheduled', 'published', 'saved', 'restored'))`,
    );
    await runner.query(`ALTER TABLE "revision_name" DROP CONSTRAINT "fk_revision_name_named_by_id"`);
    await runner.query(`ALTER TABLE "revision_name" DROP CONSTRAINT "fk_revision_name_revision_id"`);
    await runner.query(
      `ALTER TABLE "publication_period" DROP CONSTRAINT "fk_publication_period_revision_id"`,
    );
    await runner.query(`ALTER TABLE "publication_period" DROP CONSTRAINT "fk_publication_period_article_id"`);
    await runner.query(`DROP TABLE "revision_name"`);
    await runner.query(`DROP INDEX "public"."uq_publication_period_open"`);
    await runner.query(`DROP INDEX "public"."ix_publication_period_revision_id"`);
    await runner.query(`DROP INDEX "public"."ix_publication_period_article_id"`);
    await runner.query(`DROP TABLE "publication_period"`);
  }
}
