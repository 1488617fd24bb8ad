import type { DecisionView } from '@dataos/contracts-heimdall';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A decision as it was made; written once, never changed. */
@Entity('decisions')
@Index('decisions_subject', ['subject', 'time'])
export class DecisionRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('timestamptz')
  time!: Date;

  @Column('text')
  subject!: string;

  @Column('jsonb')
  view!: DecisionView;
}
