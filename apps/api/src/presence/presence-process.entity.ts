import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A process of the API that holds sockets. One that says nothing for a while is dead, and so is what it said. */
@Entity('presence_process')
export class PresenceProcess {
  @PrimaryColumn('uuid') id!: string;
  @Column('timestamptz', { default: () => 'now()' }) seenAt!: Date;
}
