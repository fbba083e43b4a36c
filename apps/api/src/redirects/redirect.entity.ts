import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** A page of the site that moved: 301 in one hop, so a target is never itself a source. */
@Entity('redirect')
@Check('ck_redirect_paths', `from_path like '/%' and to_path like '/%' and from_path <> to_path`)
export class Redirect {
  @PrimaryColumn('text') fromPath!: string;
  @Column('text') toPath!: string;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
}
