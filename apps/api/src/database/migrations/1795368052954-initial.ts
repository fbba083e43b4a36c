import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Initial1795368052954 implements MigrationInterface {
  name = 'Initial1795368052954';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "user" ("id" uuid NOT NULL, "email" text NOT NULL, "name" text NOT NULL, "locale" text NOT NULL DEFAULT 'en', "colour" smallint NOT NULL, "password_hash" text, "suspended_at" TIMESTAMP WITH TIME ZONE, "last_seen_at" TIMESTAMP WITH TIME ZONE, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "version" integer NOT NULL DEFAULT '1', CONSTRAINT "uq_user_email" UNIQUE ("email"), CONSTRAINT "ck_user_locale" CHECK (locale in ('az', 'ru', 'en', 'hy')), CONSTRAINT "ck_user_colour" CHECK (colour between 1 and 6), CONSTRAINT "ck_user_email" CHECK (email = lower(email) and position('@' in email) > 1), CONSTRAINT "pk_user" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "revision" ("id" uuid NOT NULL, "article_id" uuid NOT NULL, "number" integer NOT NULL, "reason" text NOT NULL, "content" jsonb NOT NULL, "metadata" jsonb NOT NULL, "word_count" integer NOT NULL, "document_seq" bigint NOT NULL, "schema_version" integer NOT NULL, "created_by_id" uuid, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "uq_revision_id_article" UNIQUE ("id", "article_id"), CONSTRAINT "uq_revision_article_number" UNIQUE ("article_id", "number"), CONSTRAINT "ck_revision_reason" CHECK (reason in ('approved', 'scheduled', 'published', 'saved', 'restored')), CONSTRAINT "pk_revision" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "media" ("id" uuid NOT NULL, "filename" text NOT NULL, "mime_type" text NOT NULL, "bytes" integer NOT NULL, "width" integer NOT NULL, "height" integer NOT NULL, "sha256" bytea NOT NULL, "alt" jsonb NOT NULL DEFAULT '{}', "caption" jsonb NOT NULL DEFAULT '{}', "credit" text NOT NULL DEFAULT '', "licence" text NOT NULL DEFAULT '', "focal_x" real NOT NULL DEFAULT '0.5', "focal_y" real NOT NULL DEFAULT '0.5', "uploaded_by_id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "version" integer NOT NULL DEFAULT '1', CONSTRAINT "ck_media_focal_point" CHECK (focal_x between 0 and 1 and focal_y between 0 and 1), CONSTRAINT "ck_media_size" CHECK (width > 0 and height > 0 and bytes > 0), CONSTRAINT "pk_media" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_media_uploaded_by_id" ON "media"  ("uploaded_by_id") `);
    await runner.query(
      `CREATE TABLE "section" ("id" uuid NOT NULL, "slug" text NOT NULL, "names" jsonb NOT NULL, "position" integer NOT NULL, "retired_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "uq_section_slug" UNIQUE ("slug"), CONSTRAINT "ck_section_names" CHECK (jsonb_typeof(names) = 'object'), CONSTRAINT "ck_section_slug" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'), CONSTRAINT "pk_section" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "story" ("id" uuid NOT NULL, "section_id" uuid, "lead_media_id" uuid, "priority" smallint NOT NULL DEFAULT '3', "created_by_id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "version" integer NOT NULL DEFAULT '1', CONSTRAINT "ck_story_priority" CHECK (priority between 1 and 5), CONSTRAINT "pk_story" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_story_section_id" ON "story"  ("section_id") `);
    await runner.query(`CREATE INDEX "ix_story_created_by_id" ON "story"  ("created_by_id") `);
    await runner.query(`CREATE INDEX "ix_story_updated_at" ON "story"  ("updated_at") `);
    await runner.query(
      `CREATE TABLE "article" ("id" uuid NOT NULL, "story_id" uuid NOT NULL, "language" text NOT NULL, "status" text NOT NULL DEFAULT 'draft', "slug" text, "seo_title" text NOT NULL DEFAULT '', "seo_description" text NOT NULL DEFAULT '', "desk_note" text NOT NULL DEFAULT '', "publish_at" TIMESTAMP WITH TIME ZONE, "approved_revision_id" uuid, "published_revision_id" uuid, "published_at" TIMESTAMP WITH TIME ZONE, "source_language" text, "source_revision_id" uuid, "headline" text NOT NULL DEFAULT '', "standfirst" text NOT NULL DEFAULT '', "plain_text" text NOT NULL DEFAULT '', "word_count" integer NOT NULL DEFAULT '0', "projected_seq" bigint NOT NULL DEFAULT '0', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "version" integer NOT NULL DEFAULT '1', CONSTRAINT "uq_article_id_language" UNIQUE ("id", "language"), CONSTRAINT "uq_article_story_language" UNIQUE ("story_id", "language"), CONSTRAINT "ck_article_published" CHECK ((status <> 'published' or published_revision_id is not null) and (status <> 'unpublished' or published_revision_id is null)), CONSTRAINT "ck_article_frozen" CHECK (status not in ('approved', 'scheduled') or approved_revision_id is not null), CONSTRAINT "ck_article_scheduled" CHECK ((status = 'scheduled') = (publish_at is not null)), CONSTRAINT "ck_article_slug" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80), CONSTRAINT "ck_article_status" CHECK (status in ('draft', 'in_review', 'approved', 'scheduled', 'published', 'unpublished', 'archived')), CONSTRAINT "ck_article_language" CHECK (language in ('az', 'ru', 'en', 'hy')), CONSTRAINT "pk_article" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE INDEX "ix_article_due" ON "article"  ("publish_at") WHERE publish_at is not null`,
    );
    await runner.query(
      `CREATE TABLE "one_time_link" ("id" uuid NOT NULL, "kind" text NOT NULL, "user_id" uuid, "token_hash" bytea NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "used_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "uq_one_time_link_token_hash" UNIQUE ("token_hash"), CONSTRAINT "ck_one_time_link_user" CHECK ((kind = 'first_admin') = (user_id is null)), CONSTRAINT "ck_one_time_link_kind" CHECK (kind in ('invite', 'reset', 'first_admin')), CONSTRAINT "pk_one_time_link" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_one_time_link_user_id" ON "one_time_link"  ("user_id") `);
    await runner.query(
      `CREATE TABLE "session" ("id" uuid NOT NULL, "user_id" uuid NOT NULL, "token_hash" bytea NOT NULL, "user_agent" text NOT NULL DEFAULT '', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "last_seen_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "uq_session_token_hash" UNIQUE ("token_hash"), CONSTRAINT "pk_session" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_session_user_id" ON "session"  ("user_id") `);
    await runner.query(
      `CREATE TABLE "author" ("id" uuid NOT NULL, "slug" text NOT NULL, "names" jsonb NOT NULL, "user_id" uuid, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "uq_author_slug" UNIQUE ("slug"), CONSTRAINT "ck_author_names" CHECK (jsonb_typeof(names) = 'object'), CONSTRAINT "ck_author_slug" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'), CONSTRAINT "pk_author" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "outbox" ("id" uuid NOT NULL, "keys" text array NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "number" bigint, CONSTRAINT "ck_outbox_keys" CHECK (cardinality(keys) > 0), CONSTRAINT "pk_outbox" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_outbox_waiting" ON "outbox"  ("id") WHERE number is null`);
    await runner.query(
      `CREATE UNIQUE INDEX "uq_outbox_number" ON "outbox"  ("number") WHERE number is not null`,
    );
    await runner.query(
      `CREATE TABLE "document" ("article_id" uuid NOT NULL, "schema_version" integer NOT NULL, "last_seq" bigint NOT NULL DEFAULT '0', "snapshot_seq" bigint NOT NULL DEFAULT '0', "snapshot" bytea, CONSTRAINT "ck_document_seq" CHECK (snapshot_seq <= last_seq), CONSTRAINT "pk_document" PRIMARY KEY ("article_id"))`,
    );
    await runner.query(
      `CREATE TABLE "document_update" ("article_id" uuid NOT NULL, "seq" bigint NOT NULL, "bytes" bytea NOT NULL, "user_id" uuid, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "ck_document_update_bytes" CHECK (octet_length(bytes) > 2), CONSTRAINT "pk_document_update" PRIMARY KEY ("article_id", "seq"))`,
    );
    await runner.query(
      `CREATE TABLE "media_crop" ("key" text NOT NULL, "media_id" uuid NOT NULL, "crop" text NOT NULL, "focal_x" real NOT NULL, "focal_y" real NOT NULL, "current" boolean NOT NULL DEFAULT true, CONSTRAINT "ck_media_crop_key" CHECK (key ~ '^[A-Za-z0-9_-]{16,}$'), CONSTRAINT "ck_media_crop_crop" CHECK (crop in ('full', '3x2', '16x9')), CONSTRAINT "pk_media_crop" PRIMARY KEY ("key"))`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "uq_media_crop_current" ON "media_crop"  ("media_id", "crop") WHERE current`,
    );
    await runner.query(
      `CREATE TABLE "preview_link" ("id" uuid NOT NULL, "article_id" uuid NOT NULL, "token_hash" bytea NOT NULL, "created_by_id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "revoked_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "uq_preview_link_token_hash" UNIQUE ("token_hash"), CONSTRAINT "pk_preview_link" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_preview_link_article_id" ON "preview_link"  ("article_id") `);
    await runner.query(
      `CREATE TABLE "article_address" ("language" text NOT NULL, "slug" text NOT NULL, "article_id" uuid NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "ck_article_address_slug" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80), CONSTRAINT "pk_article_address" PRIMARY KEY ("language", "slug"))`,
    );
    await runner.query(`CREATE INDEX "ix_article_address_article_id" ON "article_address"  ("article_id") `);
    await runner.query(
      `CREATE TABLE "published_article" ("article_id" uuid NOT NULL, "story_id" uuid NOT NULL, "revision_id" uuid NOT NULL, "language" text NOT NULL, "slug" text NOT NULL, "headline" text NOT NULL, "standfirst" text NOT NULL, "html" text NOT NULL, "text" text NOT NULL, "word_count" integer NOT NULL, "seo_title" text NOT NULL, "seo_description" text NOT NULL, "section_id" uuid, "region_ids" uuid array NOT NULL, "topic_ids" uuid array NOT NULL, "author_ids" uuid array NOT NULL, "topics" jsonb NOT NULL, "authors" jsonb NOT NULL, "picture" jsonb, "published_at" TIMESTAMP WITH TIME ZONE NOT NULL, "modified_at" TIMESTAMP WITH TIME ZONE NOT NULL, "search_vector" tsvector NOT NULL, CONSTRAINT "uq_published_article_language_slug" UNIQUE ("language", "slug"), CONSTRAINT "REL_82474c35b97271a3ff577cc472" UNIQUE ("article_id", "language"), CONSTRAINT "pk_published_article" PRIMARY KEY ("article_id"))`,
    );
    await runner.query(`CREATE INDEX "ix_published_article_story_id" ON "published_article"  ("story_id") `);
    await runner.query(
      `CREATE INDEX "ix_published_article_section" ON "published_article"  ("section_id", "language", "published_at") `,
    );
    await runner.query(
      `CREATE INDEX "ix_published_article_newest" ON "published_article"  ("language", "published_at", "article_id") `,
    );
    await runner.query(
      `CREATE TABLE "published_media" ("article_id" uuid NOT NULL, "key" text NOT NULL, CONSTRAINT "pk_published_media" PRIMARY KEY ("article_id", "key"))`,
    );
    await runner.query(`CREATE INDEX "ix_published_media_key" ON "published_media"  ("key") `);
    await runner.query(
      `CREATE TABLE "redirect" ("from_path" text NOT NULL, "to_path" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "ck_redirect_paths" CHECK (from_path like '/%' and to_path like '/%' and from_path <> to_path), CONSTRAINT "pk_redirect" PRIMARY KEY ("from_path"))`,
    );
    await runner.query(
      `CREATE TABLE "region" ("id" uuid NOT NULL, "slug" text NOT NULL, "names" jsonb NOT NULL, "rail_titles" jsonb NOT NULL DEFAULT '{}', "in_rail" boolean NOT NULL DEFAULT false, "position" integer NOT NULL, "retired_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "uq_region_slug" UNIQUE ("slug"), CONSTRAINT "ck_region_names" CHECK (jsonb_typeof(names) = 'object'), CONSTRAINT "ck_region_slug" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'), CONSTRAINT "pk_region" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "site_settings" ("id" smallint NOT NULL, "time_zone" text NOT NULL, "default_language" text NOT NULL, "live_languages" text array NOT NULL, "texts" jsonb NOT NULL, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "ck_site_settings_default_is_live" CHECK (default_language = any(live_languages)), CONSTRAINT "ck_site_settings_one_row" CHECK (id = 1), CONSTRAINT "pk_site_settings" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "story_author" ("story_id" uuid NOT NULL, "author_id" uuid NOT NULL, "position" smallint NOT NULL, CONSTRAINT "uq_story_author_position" UNIQUE ("story_id", "position"), CONSTRAINT "pk_story_author" PRIMARY KEY ("story_id", "author_id"))`,
    );
    await runner.query(`CREATE INDEX "ix_story_author_author_id" ON "story_author"  ("author_id") `);
    await runner.query(
      `CREATE TABLE "story_region" ("story_id" uuid NOT NULL, "region_id" uuid NOT NULL, "position" smallint NOT NULL, CONSTRAINT "uq_story_region_position" UNIQUE ("story_id", "position"), CONSTRAINT "pk_story_region" PRIMARY KEY ("story_id", "region_id"))`,
    );
    await runner.query(`CREATE INDEX "ix_story_region_region_id" ON "story_region"  ("region_id") `);
    await runner.query(
      `CREATE TABLE "topic" ("id" uuid NOT NULL, "slug" text NOT NULL, "names" jsonb NOT NULL, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "uq_topic_slug" UNIQUE ("slug"), CONSTRAINT "ck_topic_names" CHECK (jsonb_typeof(names) = 'object'), CONSTRAINT "ck_topic_slug" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'), CONSTRAINT "pk_topic" PRIMARY KEY ("id"))`,
    );
    await runner.query(
      `CREATE TABLE "story_topic" ("story_id" uuid NOT NULL, "topic_id" uuid NOT NULL, "position" smallint NOT NULL, CONSTRAINT "uq_story_topic_position" UNIQUE ("story_id", "position"), CONSTRAINT "pk_story_topic" PRIMARY KEY ("story_id", "topic_id"))`,
    );
    await runner.query(`CREATE INDEX "ix_story_topic_topic_id" ON "story_topic"  ("topic_id") `);
    await runner.query(
      `CREATE TABLE "grant" ("id" uuid NOT NULL, "user_id" uuid NOT NULL, "role" text NOT NULL, "section_ids" uuid array, "region_ids" uuid array, "languages" text array, CONSTRAINT "ck_grant_admin_everywhere" CHECK (role <> 'admin' or (section_ids is null and region_ids is null and languages is null)), CONSTRAINT "ck_grant_scope" CHECK (cardinality(section_ids) > 0 and cardinality(region_ids) > 0 and cardinality(languages) > 0), CONSTRAINT "ck_grant_role" CHECK (role in ('contributor', 'journalist', 'translator', 'desk_editor', 'editor_in_chief', 'admin')), CONSTRAINT "pk_grant" PRIMARY KEY ("id"))`,
    );
    await runner.query(`CREATE INDEX "ix_grant_user_id" ON "grant"  ("user_id") `);
    await runner.query(
      `ALTER TABLE "revision" ADD CONSTRAINT "fk_revision_article_id" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "revision" ADD CONSTRAINT "fk_revision_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "media" ADD CONSTRAINT "fk_media_uploaded_by_id" FOREIGN KEY ("uploaded_by_id") REFERENCES "user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "story" ADD CONSTRAINT "fk_story_section_id" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "story" ADD CONSTRAINT "fk_story_lead_media_id" FOREIGN KEY ("lead_media_id") REFERENCES "media"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "story" ADD CONSTRAINT "fk_story_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "article" ADD CONSTRAINT "fk_article_story_id" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "article" ADD CONSTRAINT "fk_article_approved_revision_id_id" FOREIGN KEY ("approved_revision_id", "id") REFERENCES "revision"("id","article_id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "article" ADD CONSTRAINT "fk_article_published_revision_id_id" FOREIGN KEY ("published_revision_id", "id") REFERENCES "revision"("id","article_id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "article" ADD CONSTRAINT "fk_article_source_revision_id" FOREIGN KEY ("source_revision_id") REFERENCES "revision"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "one_time_link" ADD CONSTRAINT "fk_one_time_link_user_id" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "session" ADD CONSTRAINT "fk_session_user_id" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "author" ADD CONSTRAINT "fk_author_user_id" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "document" ADD CONSTRAINT "fk_document_article_id" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "document_update" ADD CONSTRAINT "fk_document_update_article_id" FOREIGN KEY ("article_id") REFERENCES "document"("article_id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "document_update" ADD CONSTRAINT "fk_document_update_user_id" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "media_crop" ADD CONSTRAINT "fk_media_crop_media_id" FOREIGN KEY ("media_id") REFERENCES "media"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "preview_link" ADD CONSTRAINT "fk_preview_link_article_id" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "preview_link" ADD CONSTRAINT "fk_preview_link_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "user"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "article_address" ADD CONSTRAINT "fk_article_address_article_id_language" FOREIGN KEY ("article_id", "language") REFERENCES "article"("id","language") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "published_article" ADD CONSTRAINT "fk_published_article_article_id_language" FOREIGN KEY ("article_id", "language") REFERENCES "article"("id","language") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "published_article" ADD CONSTRAINT "fk_published_article_story_id" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "published_article" ADD CONSTRAINT "fk_published_article_revision_id_article_id" FOREIGN KEY ("revision_id", "article_id") REFERENCES "revision"("id","article_id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "published_article" ADD CONSTRAINT "fk_published_article_section_id" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "published_article" ADD CONSTRAINT "fk_published_article_language_slug" FOREIGN KEY ("language", "slug") REFERENCES "article_address"("language","slug") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "published_media" ADD CONSTRAINT "fk_published_media_article_id" FOREIGN KEY ("article_id") REFERENCES "published_article"("article_id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "published_media" ADD CONSTRAINT "fk_published_media_key" FOREIGN KEY ("key") REFERENCES "media_crop"("key") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "story_author" ADD CONSTRAINT "fk_story_author_story_id" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "story_author" ADD CONSTRAINT "fk_story_author_author_id" FOREIGN KEY ("author_id") REFERENCES "author"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "story_region" ADD CONSTRAINT "fk_story_region_story_id" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "story_region" ADD CONSTRAINT "fk_story_region_region_id" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "story_topic" ADD CONSTRAINT "fk_story_topic_story_id" FOREIGN KEY ("story_id") REFERENCES "story"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "story_topic" ADD CONSTRAINT "fk_story_topic_topic_id" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await runner.query(
      `ALTER TABLE "grant" ADD CONSTRAINT "fk_grant_user_id" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "grant" DROP CONSTRAINT "fk_grant_user_id"`);
    await runner.query(`ALTER TABLE "story_topic" DROP CONSTRAINT "fk_story_topic_topic_id"`);
    await runner.query(`ALTER TABLE "story_topic" DROP CONSTRAINT "fk_story_topic_story_id"`);
    await runner.query(`ALTER TABLE "story_region" DROP CONSTRAINT "fk_story_region_region_id"`);
    await runner.query(`ALTER TABLE "story_region" DROP CONSTRAINT "fk_story_region_story_id"`);
    await runner.query(`ALTER TABLE "story_author" DROP CONSTRAINT "fk_story_author_author_id"`);
    await runner.query(`ALTER TABLE "story_author" DROP CONSTRAINT "fk_story_author_story_id"`);
    await runner.query(`ALTER TABLE "published_media" DROP CONSTRAINT "fk_published_media_key"`);
    await runner.query(`ALTER TABLE "published_media" DROP CONSTRAINT "fk_published_media_article_id"`);
    await runner.query(
      `ALTER TABLE "published_article" DROP CONSTRAINT "fk_published_article_language_slug"`,
    );
    await runner.query(`ALTER TABLE "published_article" DROP CONSTRAINT "fk_published_article_section_id"`);
    await runner.query(
      `ALTER TABLE "published_article" DROP CONSTRAINT "fk_published_article_revision_id_article_id"`,
    );
    await runner.query(`ALTER TABLE "published_article" DROP CONSTRAINT "fk_published_article_story_id"`);
    await runner.query(
      `ALTER TABLE "published_article" DROP CONSTRAINT "fk_published_article_article_id_language"`,
    );
    await runner.query(
      `ALTER TABLE "article_address" DROP CONSTRAINT "fk_article_address_article_id_language"`,
    );
    await runner.query(`ALTER TABLE "preview_link" DROP CONSTRAINT "fk_preview_link_created_by_id"`);
    await runner.query(`ALTER TABLE "preview_link" DROP CONSTRAINT "fk_preview_link_article_id"`);
    await runner.query(`ALTER TABLE "media_crop" DROP CONSTRAINT "fk_media_crop_media_id"`);
    await runner.query(`ALTER TABLE "document_update" DROP CONSTRAINT "fk_document_update_user_id"`);
    await runner.query(`ALTER TABLE "document_update" DROP CONSTRAINT "fk_document_update_article_id"`);
    await runner.query(`ALTER TABLE "document" DROP CONSTRAINT "fk_document_article_id"`);
    await runner.query(`ALTER TABLE "author" DROP CONSTRAINT "fk_author_user_id"`);
    await runner.query(`ALTER TABLE "session" DROP CONSTRAINT "fk_session_user_id"`);
    await runner.query(`ALTER TABLE "one_time_link" DROP CONSTRAINT "fk_one_time_link_user_id"`);
    await runner.query(`ALTER TABLE "article" DROP CONSTRAINT "fk_article_source_revision_id"`);
    await runner.query(`ALTER TABLE "article" DROP CONSTRAINT "fk_article_published_revision_id_id"`);
    await runner.query(`ALTER TABLE "article" DROP CONSTRAINT "fk_article_approved_revision_id_id"`);
    await runner.query(`ALTER TABLE "article" DROP CONSTRAINT "fk_article_story_id"`);
    await runner.query(`ALTER TABLE "story" DROP CONSTRAINT "fk_story_created_by_id"`);
    await runner.query(`ALTER TABLE "story" DROP CONSTRAINT "fk_story_lead_media_id"`);
    await runner.query(`ALTER TABLE "story" DROP CONSTRAINT "fk_story_section_id"`);
    await runner.query(`ALTER TABLE "media" DROP CONSTRAINT "fk_media_uploaded_by_id"`);
    await runner.query(`ALTER TABLE "revision" DROP CONSTRAINT "fk_revision_created_by_id"`);
    await runner.query(`ALTER TABLE "revision" DROP CONSTRAINT "fk_revision_article_id"`);
    await runner.query(`DROP INDEX "public"."ix_grant_user_id"`);
    await runner.query(`DROP TABLE "grant"`);
    await runner.query(`DROP INDEX "public"."ix_story_topic_topic_id"`);
    await runner.query(`DROP TABLE "story_topic"`);
    await runner.query(`DROP TABLE "topic"`);
    await runner.query(`DROP INDEX "public"."ix_story_region_region_id"`);
    await runner.query(`DROP TABLE "story_region"`);
    await runner.query(`DROP INDEX "public"."ix_story_author_author_id"`);
    await runner.query(`DROP TABLE "story_author"`);
    await runner.query(`DROP TABLE "site_settings"`);
    await runner.query(`DROP TABLE "region"`);
    await runner.query(`DROP TABLE "redirect"`);
    await runner.query(`DROP INDEX "public"."ix_published_media_key"`);
    await runner.query(`DROP TABLE "published_media"`);
    await runner.query(`DROP INDEX "public"."ix_published_article_newest"`);
    await runner.query(`DROP INDEX "public"."ix_published_article_section"`);
    await runner.query(`DROP INDEX "public"."ix_published_article_story_id"`);
    await runner.query(`DROP TABLE "published_article"`);
    await runner.query(`DROP INDEX "public"."ix_article_address_article_id"`);
    await runner.query(`DROP TABLE "article_address"`);
    await runner.query(`DROP INDEX "public"."ix_preview_link_article_id"`);
    await runner.query(`DROP TABLE "preview_link"`);
    await runner.query(`DROP INDEX "public"."uq_media_crop_current"`);
    await runner.query(`DROP TABLE "media_crop"`);
    await runner.query(`DROP TABLE "document_update"`);
    await runner.query(`DROP TABLE "document"`);
    await runner.query(`DROP INDEX "public"."uq_outbox_number"`);
    await runner.query(`DROP INDEX "public"."ix_outbox_waiting"`);
    await runner.query(`DROP TABLE "outbox"`);
    await runner.query(`DROP TABLE "author"`);
    await runner.query(`DROP INDEX "public"."ix_session_user_id"`);
    await runner.query(`DROP TABLE "session"`);
    await runner.query(`DROP INDEX "public"."ix_one_time_link_user_id"`);
    await runner.query(`DROP TABLE "one_time_link"`);
    await runner.query(`DROP INDEX "public"."ix_article_due"`);
    await runner.query(`DROP TABLE "article"`);
    await runner.query(`DROP INDEX "public"."ix_story_updated_at"`);
    await runner.query(`DROP INDEX "public"."ix_story_created_by_id"`);
    await runner.query(`DROP INDEX "public"."ix_story_section_id"`);
    await runner.query(`DROP TABLE "story"`);
    await runner.query(`DROP TABLE "section"`);
    await runner.query(`DROP INDEX "public"."ix_media_uploaded_by_id"`);
    await runner.query(`DROP TABLE "media"`);
    await runner.query(`DROP TABLE "revision"`);
    await runner.query(`DROP TABLE "user"`);
  }
}
