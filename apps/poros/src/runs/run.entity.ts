import type { RunNode, RunPhase } from '@dataos/contracts-poros';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { DagJob } from '../manifests/type-schemas.js';

/** One run of a workflow, with the jobs as they were declared when it began. */
@Entity('run')
@Index('run_resource', ['resource', 'startedAt'])
export class RunRow {
  @PrimaryColumn('text') id!: string;
  @Column('uuid') resource!: string;
  @Column('text', { name: 'resource_id' }) resourceId!: string;
  @Column('integer') generation!: number;
  @Column('text') phase!: RunPhase;
  @Column('text', { name: 'run_as' }) runAs!: string;
  @Column('jsonb') dag!: DagJob[];
  @Column('jsonb') nodes!: RunNode[];
  @Column('timestamptz', { name: 'started_at' }) startedAt!: Date;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt!: Date | null;
}
