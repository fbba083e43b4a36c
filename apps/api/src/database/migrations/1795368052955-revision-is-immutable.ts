import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What entities cannot say: a revision never changes, and a site has settings from its first second. */
export class RevisionIsImmutable1795368052955 implements MigrationInterface {
  name = 'RevisionIsImmutable1795368052955';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function refuse_revision_change() returns trigger language plpgsql as $$
      begin
        raise exception 'A revision is immutable' using errcode = 'restrict_violation';
      end $$`);
    await runner.query(`
      create trigger revision_is_immutable before update or delete on revision
      for each row execute function refuse_revision_change()`);
    await runner.query(`
      insert into site_settings (id, time_zone, default_language, live_languages, texts)
      select 1, 'UTC', 'en', array['az', 'ru', 'en', 'hy'], jsonb_object_agg(language, texts)
        from unnest(array['az', 'ru', 'en', 'hy']) as language,
             jsonb_build_object('name', 'Broadsheet', 'description', '', 'social', '{}'::jsonb, 'apps', '{}'::jsonb,
               'followHeading', '', 'reuseTerms', '', 'copyright', 'Broadsheet', 'sourceLine', '',
               'menu', '[]'::jsonb) as texts`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from site_settings');
    await runner.query('drop trigger revision_is_immutable on revision');
    await runner.query('drop function refuse_revision_change()');
  }
}
