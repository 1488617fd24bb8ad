import type { DecisionView } from '@dataos/contracts-heimdall';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A decision as it was made; written once, never changed. */
@Entity('decisions')
@Index('decisions_subject', ['subject', 'time'])
@Index('decisions_position', ['position'], { unique: true })
export class DecisionRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('timestamptz')
  time!: Date;

  @Column('text')
  subject!: string;

  @Column('jsonb')
  view!: DecisionView;

  /** What was asked, as far as it takes to ask again; never shown to the subject. */
  @Column('jsonb', { nullable: true })
  asked!: object | null;

  /** Place in the audit chain, given shortly after writing. */
  @Column('bigint', { nullable: true })
  position!: string | null;

  @Column('text', { nullable: true })
  hash!: string | null;
}
