import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The card of a published article is made once, when its row is written, instead of eleven times for each page that
 * shows it. The trigger is there for whatever writes the row, a copy of an archive too; another card is another
 * function, in a migration of its own that also updates the rows.
 */
export class PublishedCards1795981000000 implements MigrationInterface {
  name = 'PublishedCards1795981000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "published_article" ADD "card" json`);
    await runner.query(`
      create function write_published_card() returns trigger language plpgsql as $$
      begin
        new.card := json_build_object(
          'id', new.article_id, 'storyId', new.story_id, 'language', new.language, 'slug', new.slug,
          'headline', new.headline, 'standfirst', new.standfirst, 'sectionId', new.section_id,
          'regionIds', new.region_ids,
          'authorNames', jsonb_path_query_array(new.authors, '$[*] ? (@.role == "text").name'),
          'picture', new.picture, 'priority', new.priority, 'wordCount', new.word_count,
          'contentType', new.content_type,
          'publishedAt', to_char(new.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'modifiedAt', to_char(new.modified_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'));
        return new;
      end $$`);
    await runner.query(`
      create trigger published_card before insert or update on published_article
      for each row execute function write_published_card()`);
    await runner.query('alter table published_article enable always trigger published_card');
    await runner.query('update published_article set slug = slug');
    await runner.query(`ALTER TABLE "published_article" ALTER COLUMN "card" SET NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger published_card on published_article');
    await runner.query('drop function write_published_card()');
    await runner.query(`ALTER TABLE "published_article" DROP COLUMN "card"`);
  }
}
