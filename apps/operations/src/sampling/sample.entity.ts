import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('sample')
export class SampleEntity {
  /** Id of the pod. */
  @PrimaryColumn('text')
  pod!: string;

  @Index('sample_at')
  @PrimaryColumn('timestamptz')
  at!: Date;

  @Column('double precision')
  cpu!: number;

  /** A bigint, which the driver hands over as text. */
  @Column('bigint')
  memory!: string;
}
