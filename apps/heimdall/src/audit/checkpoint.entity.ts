import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A signed statement that the log had this hash at this place. */
@Entity('audit_checkpoints')
export class CheckpointRow {
  @PrimaryColumn('bigint')
  position!: string;

  @Column('text')
  hash!: string;

  @Column('text')
  signed!: string;

  @Column('timestamptz')
  time!: Date;
}
