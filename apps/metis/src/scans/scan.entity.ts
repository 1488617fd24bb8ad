import type { ScanCounts, ScanRequest, ScanState } from '@dataos/contracts-metis';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A scan and its progress. */
@Entity('scan')
@Index('scan_created', ['createdAt'])
export class ScanRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') depot!: string;
  @Column('jsonb') request!: ScanRequest;
  @Column('text') state!: ScanState;
  @Column('text', { name: 'requested_by' }) requestedBy!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'started_at', nullable: true }) startedAt!: Date | null;
  @Column('timestamptz', { name: 'finished_at', nullable: true }) finishedAt!: Date | null;
  /** Sign of life of the process that runs it. */
  @Column('timestamptz', { name: 'heartbeat_at', nullable: true }) heartbeatAt!: Date | null;
  @Column('int') attempt!: number;
  @Column('jsonb') counts!: ScanCounts;
  @Column('text', { nullable: true }) cause!: string | null;
  @Column('jsonb') faults!: { address: string; message: string }[];
}
