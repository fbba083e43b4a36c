import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * What changed for readers, written in the transaction that changed it. The relay gives `number` after commit,
 * one by one: numbers handed out inside transactions would become visible out of order.
 */
@Entity('outbox')
@Check('ck_outbox_keys', 'cardinality(keys) > 0')
@Index('uq_outbox_number', ['number'], { unique: true, where: 'number is not null' })
@Index('ix_outbox_waiting', ['id'], { where: 'number is null' })
export class OutboxRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { array: true }) keys!: string[];
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('bigint', { nullable: true }) number!: string | null;
}
