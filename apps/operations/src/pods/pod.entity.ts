import type { PodExit, PodKind, PodPhase, PodSample } from '@dataos/contracts-operations';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('pod')
@Index('pod_name', ['kind', 'name'])
export class PodEntity {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  kind!: PodKind;

  @Column('text')
  name!: string;

  @Column('text')
  phase!: PodPhase;

  @Column('integer', { nullable: true })
  pid!: number | null;

  @Column('integer')
  restarts!: number;

  @Index('pod_started_at')
  @Column('timestamptz', { name: 'started_at' })
  startedAt!: Date;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;

  @Column('jsonb', { name: 'last_exit', nullable: true })
  lastExit!: PodExit | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { nullable: true })
  resource!: string | null;

  @Column('text', { nullable: true })
  run!: string | null;

  @Column('jsonb', { nullable: true })
  usage!: PodSample | null;
}
